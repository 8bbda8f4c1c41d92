import { gunzipSync } from 'fflate';

/** The bytes of a `?gz64` module; unpacked beside the main thread where the browser can. */
export async function unpack(base64: string): Promise<Uint8Array> {
	const text = atob(base64);
	const bytes = new Uint8Array(text.length);
	for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
	if (typeof DecompressionStream === 'undefined') return gunzipSync(bytes);
	const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
	return new Uint8Array(await new Response(unpacked).arrayBuffer());
}
