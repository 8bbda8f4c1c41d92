// The site may fetch nothing (connect-src 'none'), so fonts and WebAssembly travel as JavaScript modules:
//   import data from 'some/file.woff2?gz64'   → base64 text of the gzipped file, woff2 decoded to TrueType
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import wawoff2 from 'wawoff2';

const QUERY = '?gz64';

/** Tables that a PDF has no use for: hinting, vertical layout, signatures. */
const DROPPED_TABLES: ReadonlySet<string> = new Set([
	'gasp',
	'prep',
	'cvt ',
	'fpgm',
	'vmtx',
	'vhea',
	'BASE',
	'STAT',
	'DSIG'
]);

/** Turns imports that end in `?gz64` into modules whose default export is text. */
export function binaryModules(): Plugin {
	return {
		name: 'binary-modules',
		enforce: 'pre',
		async load(id) {
			if (!id.endsWith(QUERY)) return null;
			const file = id.slice(0, -QUERY.length);
			const raw = await readFile(file);
			const bytes = file.endsWith('.woff2') ? slimFont(Buffer.from(await wawoff2.decompress(raw))) : raw;
			const text = gzipSync(bytes, { level: 9 }).toString('base64');
			return { code: `export default ${JSON.stringify(text)};`, map: { mappings: '' } };
		}
	};
}

/** A TrueType font without the dropped tables and without glyph names. */
function slimFont(font: Buffer): Buffer {
	const tables: [tag: string, data: Buffer][] = [];
	for (let i = 0; i < font.readUInt16BE(4); i++) {
		const entry = 12 + 16 * i;
		const tag = font.toString('latin1', entry, entry + 4);
		if (DROPPED_TABLES.has(tag)) continue;
		const start = font.readUInt32BE(entry + 8);
		const data = font.subarray(start, start + font.readUInt32BE(entry + 12));
		tables.push([tag, tag === 'post' ? withoutGlyphNames(data) : data]);
	}
	const directory = Buffer.alloc(12 + 16 * tables.length);
	font.copy(directory, 0, 0, 12);
	directory.writeUInt16BE(tables.length, 4);
	const parts = [directory];
	let offset = directory.length;
	for (const [i, [tag, data]] of tables.entries()) {
		directory.write(tag, 12 + 16 * i, 'latin1');
		directory.writeUInt32BE(offset, 12 + 16 * i + 8);
		directory.writeUInt32BE(data.length, 12 + 16 * i + 12);
		const padded = Buffer.alloc(Math.ceil(data.length / 4) * 4);
		data.copy(padded);
		parts.push(padded);
		offset += padded.length;
	}
	return Buffer.concat(parts);
}

/** The `post` table in version 3, which has no names. */
function withoutGlyphNames(post: Buffer): Buffer {
	const short = Buffer.from(post.subarray(0, 32));
	short.writeUInt32BE(0x30000, 0);
	return short;
}
