/** One TrueType font: what it can show and how wide each character is. */
export interface Face {
	/** Name inside the file. */
	name: string;
	bytes: Uint8Array;
	/** Advance widths in thousandths of the type size, by UTF-16 code unit; only characters the font has. */
	widths: ReadonlyMap<number, number>;
}

/**
 * Reads coverage and widths from a TrueType font. Only the basic plane counts (cmap format 4), since jsPDF draws
 * no other character.
 * @throws when the bytes are no such font: the fonts come with the site, so that is a bug
 */
export function readFace(name: string, bytes: Uint8Array): Face {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const tables = tableOffsets(view);
	const at = (tag: string): number => {
		const offset = tables.get(tag);
		if (offset === undefined) throw new Error(`The font ${name} has no ${tag} table`);
		return offset;
	};
	const unitsPerEm = view.getUint16(at('head') + 18);
	const metricCount = view.getUint16(at('hhea') + 34);
	const widths = new Map<number, number>();
	for (const [character, glyph] of readCmap(view, at('cmap'))) {
		// glyphs after the last metric all have its width
		const advance = view.getUint16(at('hmtx') + 4 * Math.min(glyph, metricCount - 1));
		widths.set(character, (advance * 1000) / unitsPerEm);
	}
	return { name, bytes, widths };
}

function tableOffsets(view: DataView): Map<string, number> {
	const tables = new Map<string, number>();
	for (let i = 0; i < view.getUint16(4); i++) {
		const entry = 12 + 16 * i;
		const tag = [0, 1, 2, 3].map((k) => String.fromCharCode(view.getUint8(entry + k))).join('');
		tables.set(tag, view.getUint32(entry + 8));
	}
	return tables;
}

/** Characters and glyphs of the first format 4 subtable (OpenType specification, "cmap"). */
function* readCmap(view: DataView, cmap: number): Generator<[character: number, glyph: number]> {
	let table = 0;
	for (let i = 0; i < view.getUint16(cmap + 2) && table === 0; i++) {
		const offset = cmap + view.getUint32(cmap + 8 + 8 * i);
		if (view.getUint16(offset) === 4) table = offset;
	}
	if (table === 0) throw new Error('The font has no Unicode table of the basic plane');
	const segments = view.getUint16(table + 6) / 2;
	const column = (index: number): number => table + 14 + 2 * segments * index + (index > 0 ? 2 : 0);
	for (let segment = 0; segment < segments; segment++) {
		const end = view.getUint16(column(0) + 2 * segment);
		const start = view.getUint16(column(1) + 2 * segment);
		const delta = view.getUint16(column(2) + 2 * segment);
		const rangeAt = column(3) + 2 * segment;
		const range = view.getUint16(rangeAt);
		for (let character = start; character <= end && character < 0xffff; character++) {
			const listed = range === 0 ? character : view.getUint16(rangeAt + range + 2 * (character - start));
			const glyph = listed === 0 ? 0 : (listed + delta) & 0xffff;
			if (glyph !== 0) yield [character, glyph];
		}
	}
}
