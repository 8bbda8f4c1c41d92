import { describe, expect, test } from 'vitest';
import { FontFile } from '#lib/export/pdf/file/font-file.ts';
import { UNITS_PER_EM, type Cluster, type Face } from '#lib/export/pdf/text/face.ts';
import { loadFaces, pairFor } from '#lib/export/pdf/text/faces.ts';

const faces = await loadFaces(['é क শ儿ظ']);
const [{ regular: latin }] = faces;

function faceOf(character: string): Face {
	const face = pairFor(faces, character)?.regular;
	if (face === undefined) throw new Error(`No face has ${character}`);
	return face;
}

function glyphOf(character: string, face = faceOf(character)): number {
	const [cluster] = face.shape(character, { direction: 'ltr', script: undefined, language: 'en' });
	return cluster?.glyphs[0]?.id ?? 0;
}

const viewOf = (bytes: Uint8Array): DataView =>
	new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The tables of a font and what they say of its glyphs, read apart from the code that wrote them. */
function read(font: Uint8Array) {
	const view = viewOf(font);
	const tables = new Map<string, Uint8Array>();
	const checksums: [string, number, number][] = [];
	for (let at = 12; at < 12 + 16 * view.getUint16(4); at += 16) {
		const tag = String.fromCharCode(...font.subarray(at, at + 4));
		const [start, length] = [view.getUint32(at + 8), view.getUint32(at + 12)];
		const data = font.subarray(start, start + length);
		tables.set(tag, data);
		// the checksum of the whole font counts as none in that of its table
		const plain = data.slice();
		if (tag === 'head') viewOf(plain).setUint32(8, 0);
		checksums.push([tag, view.getUint32(at + 4), sumOf(plain)]);
	}
	const table = (tag: string): DataView => viewOf(tables.get(tag) ?? new Uint8Array());
	const count = table('maxp').getUint16(4);
	const offsets = Array.from({ length: count + 1 }, (_, k) => table('loca').getUint32(4 * k));
	const outline = (glyph: number): Uint8Array =>
		(tables.get('glyf') ?? new Uint8Array()).subarray(offsets[glyph], offsets[glyph + 1]);
	const metrics = (glyph: number) => ({
		advance: table('hmtx').getUint16(4 * glyph),
		bearing: table('hmtx').getInt16(4 * glyph + 2)
	});
	return { tables, table, checksums, count, offsets, outline, metrics };
}

function sumOf(bytes: Uint8Array): number {
	let sum = 0;
	const padded = new Uint8Array(Math.ceil(bytes.length / 4) * 4);
	padded.set(bytes);
	for (let at = 0; at < padded.length; at += 4) sum = (sum + viewOf(padded).getUint32(at)) >>> 0;
	return sum;
}

/** The glyphs that an outline is made of; none where it has contours of its own. */
function componentsOf(outline: Uint8Array): { glyph: number; x: number; y: number }[] {
	if (outline.length === 0 || viewOf(outline).getInt16(0) >= 0) return [];
	const view = viewOf(outline);
	const found = [];
	for (let at = 10, flags = 0x20; (flags & 0x20) !== 0;) {
		flags = view.getUint16(at);
		const glyph = view.getUint16(at + 2);
		const isWide = (flags & 1) !== 0;
		found.push({
			glyph,
			x: isWide ? view.getInt16(at + 4) : view.getInt8(at + 4),
			y: isWide ? view.getInt16(at + 6) : view.getInt8(at + 5)
		});
		at +=
			4 +
			(isWide ? 4 : 2) +
			((flags & 8) !== 0 ? 2 : (flags & 0x40) !== 0 ? 4 : (flags & 0x80) !== 0 ? 8 : 0);
	}
	return found;
}

/** A font of some glyphs and a letter that is made of several. */
function example() {
	const file = new FontFile(latin);
	const ids = [...'aébgÅ'].map((character) => file.glyph(latin, glyphOf(character)));
	const han = file.glyph(faceOf('儿'), glyphOf('儿'));
	const bengali = faceOf('শ');
	const [cluster] = bengali.shape('শো', { direction: 'ltr', script: 'Beng', language: 'bn' });
	const composite = file.composite(cluster as Cluster);
	return { file, ids, han, cluster: cluster as Cluster, composite, font: read(file.bytes()) };
}

describe('a font file', () => {
	test('has what a viewer needs, each table with its checksum', () => {
		const { tables, table, checksums } = example().font;
		expect([...tables.keys()]).toEqual(['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']);
		for (const [tag, said, counted] of checksums) expect(said, tag).toBe(counted);
		expect(table('head').getUint16(18)).toBe(UNITS_PER_EM);
		expect(table('head').getInt16(50)).toBe(1);
	});

	test('has a checksum of the whole', () => {
		expect(sumOf(example().file.bytes())).toBe(0xb1b0afba);
	});

	test('counts its glyphs the same everywhere, and they follow each other', () => {
		const { tables, table, count, offsets } = example().font;
		expect(table('hhea').getUint16(34)).toBe(count);
		expect(tables.get('hmtx')).toHaveLength(4 * count);
		expect(tables.get('loca')).toHaveLength(4 * (count + 1));
		expect([...offsets].sort((a, b) => a - b)).toEqual(offsets);
		expect(offsets.every((offset) => offset % 4 === 0)).toBe(true);
		expect(offsets.at(-1)).toBe(tables.get('glyf')?.length);
	});

	test('begins with the box for what is missing', () => {
		const file = new FontFile(latin);
		expect(file.glyph(latin, 0)).toBe(0);
		expect(read(file.bytes()).count).toBe(1);
		expect(read(file.bytes()).metrics(0).advance).toBe(latin.advanceOf(0));
	});

	test('gives the same number for the same glyph, another for that of another face', () => {
		const { file, ids, han, composite } = example();
		expect(file.glyph(latin, glyphOf('a'))).toBe(ids[0]);
		expect(file.glyph(faceOf('儿'), glyphOf('儿'))).toBe(han);
		expect(file.glyph(faceOf('儿'), glyphOf('a'))).not.toBe(ids[0]);
		expect(new Set([...ids, han, composite]).size).toBe(7);
	});

	test('has the outline and the advance that the face has', () => {
		const { ids, han, font } = example();
		expect(font.metrics(ids[0] ?? -1).advance).toBe(latin.advanceOf(glyphOf('a')));
		expect(font.metrics(han).advance).toBe(faceOf('儿').advanceOf(glyphOf('儿')));
		const source = new FontFile(latin);
		const a = read(source.bytes()).outline(source.glyph(latin, 0));
		expect([...font.outline(0)]).toEqual([...a]);
		expect(font.outline(ids[0] ?? -1).length).toBeGreaterThan(20);
	});

	test('numbers the parts of an accented letter anew, and has them', () => {
		const { ids, font } = example();
		const accented = ids.map((id) => componentsOf(font.outline(id))).filter((parts) => parts.length > 0);
		expect(accented.length).toBeGreaterThan(0);
		for (const parts of accented)
			for (const { glyph } of parts) {
				expect(glyph).toBeLessThan(font.count);
				expect(font.outline(glyph).length).toBeGreaterThan(0);
			}
		// é is e with its accent: e is no letter of its own here, yet its outline is
		const [e] = componentsOf(font.outline(ids[1] ?? -1));
		const plain = new FontFile(latin);
		const own = plain.glyph(latin, glyphOf('e'));
		expect([...font.outline(e?.glyph ?? 0)]).toEqual([...read(plain.bytes()).outline(own)]);
	});

	test('draws a letter of several glyphs as one, each at its place, within its box', () => {
		const { cluster, composite, font } = example();
		expect(cluster.glyphs.length).toBeGreaterThan(2);
		const parts = componentsOf(font.outline(composite));
		expect(parts.map(({ x, y }) => ({ x, y }))).toEqual(cluster.glyphs.map(({ x, y }) => ({ x, y })));
		expect(font.metrics(composite).advance).toBe(cluster.advance);
		const boxes = parts.map(({ glyph, x, y }) => {
			const view = viewOf(font.outline(glyph));
			return [view.getInt16(2) + x, view.getInt16(4) + y, view.getInt16(6) + x, view.getInt16(8) + y];
		});
		const edge = (k: number, of: (...values: number[]) => number): number =>
			of(...boxes.map((box) => box[k] ?? NaN));
		const view = viewOf(font.outline(composite));
		expect([2, 4, 6, 8].map((at) => view.getInt16(at))).toEqual([
			edge(0, Math.min),
			edge(1, Math.min),
			edge(2, Math.max),
			edge(3, Math.max)
		]);
		expect(font.metrics(composite).bearing).toBe(edge(0, Math.min));
	});

	test('says of no letter that it has more parts than the font may', () => {
		const { font } = example();
		const most = font.table('maxp').getUint16(28);
		for (let glyph = 0; glyph < font.count; glyph++)
			expect(componentsOf(font.outline(glyph)).length).toBeLessThanOrEqual(most);
	});

	test('has an empty outline for what has no ink, with its advance', () => {
		const file = new FontFile(latin);
		const space = file.glyph(latin, glyphOf(' '));
		const blank = file.composite({ face: latin, glyphs: [{ id: glyphOf(' '), x: 0, y: 0 }], advance: 77 });
		const font = read(file.bytes());
		expect(font.outline(space)).toHaveLength(0);
		expect(font.outline(blank)).toHaveLength(0);
		expect(font.metrics(blank)).toEqual({ advance: 77, bearing: 0 });
	});

	test('refuses a face without a table', () => {
		const bytes = latin.bytes.slice();
		for (let at = 12; at < 12 + 16 * viewOf(bytes).getUint16(4); at += 16)
			if (String.fromCharCode(...bytes.subarray(at, at + 4)) === 'glyf') bytes[at] = 0x78;
		expect(() => new FontFile({ ...latin, bytes } as unknown as Face)).toThrow('no glyf table');
	});
});
