/** What a TrueType program says about its glyphs. */
export interface TrueType {
	/** What keeps a viewer from reading it. */
	problems: string[];
	glyphCount: number;
	/** Advance of a glyph in thousandths of the em; undefined when there is no such glyph. */
	advance(glyph: number): number | undefined;
}

/** The tables that an embedded program must have, and the bytes that are read of each. */
const TABLES = new Map([
	['glyf', 0],
	['loca', 0],
	['head', 54],
	['hhea', 36],
	['hmtx', 0],
	['maxp', 6]
]);

export function readTrueType(bytes: Uint8Array): TrueType {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const tables = readTables(view);
	const unread = [...TABLES].filter(([tag, least]) => (tables.get(tag)?.byteLength ?? -1) < least);
	if (unread.length > 0) {
		const problems = unread.map(([tag]) => `has no whole table ${tag}`);
		return { problems, glyphCount: 0, advance: () => undefined };
	}
	const table = (tag: string): DataView => tables.get(tag) as DataView;
	const glyphCount = table('maxp').getUint16(4);
	const unitsPerEm = table('head').getUint16(18);
	const hmtx = table('hmtx');
	const metricCount = table('hhea').getUint16(34);
	const problems = locaProblems(
		table('loca'),
		table('head').getInt16(50),
		glyphCount,
		table('glyf').byteLength
	);
	if (unitsPerEm === 0) problems.push('has no units per em');
	if (metricCount === 0 || hmtx.byteLength < metricCount * 4 + Math.max(0, glyphCount - metricCount) * 2)
		problems.push('has a table hmtx that is too short for its glyphs');

	function advance(glyph: number): number | undefined {
		if (glyph >= glyphCount || problems.length > 0) return undefined;
		// glyphs after the last metric share its advance
		return (hmtx.getUint16(Math.min(glyph, metricCount - 1) * 4) * 1000) / unitsPerEm;
	}
	return { problems, glyphCount, advance };
}

/** The tables that lie wholly within the file. */
function readTables(file: DataView): Map<string, DataView> {
	const found = new Map<string, DataView>();
	const count = file.byteLength < 12 ? 0 : file.getUint16(4);
	for (let at = 12; at < 12 + count * 16 && at + 16 <= file.byteLength; at += 16) {
		const tag = [0, 1, 2, 3].map((i) => String.fromCharCode(file.getUint8(at + i))).join('');
		const [start, length] = [file.getUint32(at + 8), file.getUint32(at + 12)];
		if (start + length <= file.byteLength)
			found.set(tag, new DataView(file.buffer, file.byteOffset + start, length));
	}
	return found;
}

function locaProblems(loca: DataView, format: number, glyphCount: number, glyfLength: number): string[] {
	const size = format === 0 ? 2 : 4;
	if (loca.byteLength !== (glyphCount + 1) * size) {
		return [`has ${glyphCount} glyphs, but ${loca.byteLength / size - 1} in its table loca`];
	}
	const place = (i: number): number => (size === 2 ? loca.getUint16(i * 2) * 2 : loca.getUint32(i * 4));
	for (let glyph = 0; glyph < glyphCount; glyph++) {
		if (place(glyph) > place(glyph + 1) || place(glyph + 1) > glyfLength)
			return [`has glyph ${glyph} outside of its table glyf`];
	}
	return [];
}
