// Values as PDF writes them.

/** At most two decimals: a hundredth of a point is less than any printer can show. */
export function number(value: number): string {
	return rounded(value, 100);
}

function rounded(value: number, parts: number): string {
	const whole = Math.round(value * parts);
	return whole === 0 ? '0' : String(whole / parts);
}

export function hex(value: number, digits: number): string {
	return value.toString(16).toUpperCase().padStart(digits, '0');
}

/** UTF-16 units as hexadecimal digits. */
export function utf16(text: string): string {
	let digits = '';
	for (let k = 0; k < text.length; k++) digits += hex(text.charCodeAt(k), 4);
	return digits;
}

/** A text string: UTF-16 with its mark. */
export function textString(text: string): string {
	return `<FEFF${utf16(text)}>`;
}

/** A string of ASCII characters. @throws for any other: what may hold one is a text string */
export function asciiString(text: string): string {
	if (!/^[\x20-\x7e]*$/.test(text)) throw new Error('Not ASCII');
	return `(${text.replace(/[\\()]/g, '\\$&')})`;
}

/** An address as a link has it, in ASCII: other letters in percent or punycode. Undefined for what leads nowhere. */
export function uriOf(address: string): string | undefined {
	if (/^[\x21-\x7e]+$/.test(address)) return address;
	try {
		return new URL(address).href;
	} catch {
		return undefined;
	}
}

/** A string of bytes, one character for each. */
export function binaryString(bytes: string): string {
	// a line end inside of a string would be read as another one
	return `(${bytes.replace(/[\\()]/g, '\\$&').replaceAll('\r', '\\r')})`;
}

/** Red, green and blue from 0 to 1, as fine as a screen shows them. @param colour such as `#16202a` */
export function rgb(colour: string): string {
	return [1, 3, 5].map((at) => rounded(parseInt(colour.slice(at, at + 2), 16) / 255, 1000)).join(' ');
}

/** One character for each byte. */
export function binaryText(bytes: Uint8Array): string {
	const CHUNK = 8192;
	let text = '';
	for (let i = 0; i < bytes.length; i += CHUNK) text += String.fromCharCode(...bytes.subarray(i, i + CHUNK));
	return text;
}

/** The byte of each character. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(text.length);
	for (let k = 0; k < text.length; k++) bytes[k] = text.charCodeAt(k);
	return bytes;
}

/** Text for XML. */
export function xmlText(text: string): string {
	// characters that XML 1.0 does not know are no part of a title
	return text
		.replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
		.replace(/&/g, '&amp;')
		.replace(/</g, '&lt;')
		.replace(/>/g, '&gt;');
}
