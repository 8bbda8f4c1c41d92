// The site may fetch nothing (connect-src 'none'), so fonts and WebAssembly travel as JavaScript modules:
//   import data from 'some/file.woff2?gz64'                     → base64 text of the gzipped file, woff2 as TrueType
//   import data from 'some/file.woff2?only=2190-22FF_2713&gz64' → the same with these characters alone, in hexadecimal
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';

const QUERY = /^(?<file>.+)\?(?:only=(?<only>[\dA-F_-]+)&)?gz64$/;

/** Turns imports that end in `gz64` into modules whose default export is text. */
export function binaryModules(): Plugin {
	return {
		name: 'binary-modules',
		enforce: 'pre',
		async load(id) {
			const { file, only } = QUERY.exec(id)?.groups ?? {};
			if (file === undefined) return null;
			const raw = await readFile(file);
			const bytes = file.endsWith('.woff2') ? await slimFont(raw, only) : raw;
			const text = gzipSync(bytes, { level: 9 }).toString('base64');
			return { code: `export default ${JSON.stringify(text)};`, map: { mappings: '' } };
		}
	};
}

/** A TrueType font without what a PDF has no use for: hinting, formulas, vertical layout, names, signatures. */
function slimFont(font: Buffer, only: string | undefined): Promise<Uint8Array> {
	return subsetFont(font, only === undefined ? '' : charactersIn(only), {
		keepAllGlyphs: only === undefined,
		targetFormat: 'truetype',
		noHinting: true,
		dropTables: ['MATH', 'vmtx', 'vhea', 'BASE', 'STAT', 'DSIG', 'gasp']
	});
}

/** All characters in ranges such as `2190-22FF_2713`. */
function charactersIn(ranges: string): string {
	let characters = '';
	for (const range of ranges.split('_')) {
		const [first = 0, last = first] = range.split('-').map((code) => parseInt(code, 16));
		for (let code = first; code <= last; code++) characters += String.fromCodePoint(code);
	}
	return characters;
}
