/** As many bytes at a time as every browser takes as arguments of one call. */
const CHUNK = 0x8000;

/** Writes bytes as base64: a megabyte takes some milliseconds. */
export function toBase64(bytes: Uint8Array): string {
	const parts: string[] = [];
	for (let start = 0; start < bytes.length; start += CHUNK) {
		const chunk = bytes.subarray(start, start + CHUNK);
		// spreading is ten times slower; `apply` takes typed arrays too, which its type does not say
		parts.push(String.fromCharCode.apply(undefined, chunk as unknown as number[]));
	}
	return btoa(parts.join(''));
}

/** Reads bytes from base64. Throws when the text is none; see `isBase64`. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
	const characters = atob(text);
	const bytes = new Uint8Array(characters.length);
	for (let index = 0; index < bytes.length; index++) bytes[index] = characters.charCodeAt(index);
	return bytes;
}

// an end has bits to spare: only one way to write them is right, so that no two texts mean the same bytes
const END = /^([A-Za-z0-9+/]{4}|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=|[A-Za-z0-9+/][AQgw]==)?$/;

/** Whether a text is what `toBase64` writes: padded, without spaces. */
export function isBase64(text: string): boolean {
	return text.length % 4 === 0 && !/[^A-Za-z0-9+/]/.test(text.slice(0, -4)) && END.test(text.slice(-4));
}
