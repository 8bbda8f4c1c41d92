/** A file as text, made when the site is built: see `scripts/vite-binary.ts`. */
declare module '*gz64' {
	const base64: string;
	export default base64;
}

declare module 'subset-font' {
	/** The same font with the glyphs of a text alone, or with all; made by HarfBuzz. */
	export default function subsetFont(
		font: Uint8Array,
		text: string,
		options: {
			keepAllGlyphs: boolean;
			targetFormat: 'truetype';
			noHinting: boolean;
			dropTables: readonly string[];
		}
	): Promise<Uint8Array>;
}

declare module 'linebreak' {
	/** Finds where a text may be broken into lines (Unicode Standard Annex 14). */
	export default class LineBreaker {
		constructor(text: string);
		nextBreak(): { position: number; required: boolean } | null;
	}
}
