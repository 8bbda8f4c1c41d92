import { gunzipSync } from 'fflate';

/** The bytes of a `?gz64` module. */
export function unpack(base64: string): Uint8Array {
	const text = atob(base64);
	const bytes = new Uint8Array(text.length);
	for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
	return gunzipSync(bytes);
}
