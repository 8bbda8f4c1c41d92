/** A file as text, made when the site is built: see `scripts/vite-binary.ts`. */
declare module '*?gz64' {
	const base64: string;
	export default base64;
}

declare module 'wawoff2' {
	const wawoff2: { decompress(woff2: Uint8Array): Promise<Uint8Array> };
	export default wawoff2;
}

declare module 'linebreak' {
	/** Finds where a text may be broken into lines (Unicode Standard Annex 14). */
	export default class LineBreaker {
		constructor(text: string);
		nextBreak(): { position: number; required: boolean } | null;
	}
}
