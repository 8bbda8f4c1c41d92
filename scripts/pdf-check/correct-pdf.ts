/** A text that stands once in a file, and what comes in its place. */
export type Edit = readonly [search: string, replacement: string];

/**
 * A small tagged PDF that keeps every rule, or one with mistakes. Its bytes are written one by one, so that no part of
 * what makes the project's own files can hide a mistake of the checker.
 */
export function writePdf(edits: readonly Edit[] = []): Uint8Array {
	const parts = ['%PDF-1.7\n', ...[...OBJECTS].map(([, body]) => body), '/Root 1 0 R /Info 11 0 R'];
	for (const [search, replacement] of edits) {
		const hits = parts.flatMap((part, i) => (part.split(search).length === 2 ? [i] : []));
		if (hits.length !== 1) throw new Error(`“${search}” stands ${hits.length} times in the correct file.`);
		const [hit = 0] = hits;
		parts[hit] = (parts[hit] ?? '').replace(search, () => replacement);
	}
	const [header = '', ...bodies] = parts;
	const trailer = bodies.pop();
	let file = header;
	const entries = [...OBJECTS.keys()].map((number, i) => {
		const start = file.length;
		file += `${number} 0 obj\n${withLength(bodies[i] ?? '')}\nendobj\n`;
		return `${number} 1\n${String(start).padStart(10, '0')} 00000 n \n`;
	});
	const table = `xref\n0 1\n0000000000 65535 f \n${entries.join('')}`;
	const size = Math.max(...OBJECTS.keys()) + 1;
	const end = `trailer\n<</Size ${size} ${trailer}>>\nstartxref\n${file.length}\n%%EOF\n`;
	return Buffer.from(file + table + end, 'latin1');
}

/** A stream is written as its dictionary, a line and its data. */
function withLength(body: string): string {
	const [dict = '', ...rest] = body.split('>>\nstream\n');
	const data = rest.join('');
	return rest.length === 0 ? body : `${dict}/Length ${data.length}>>\nstream\n${data}\nendstream`;
}

const CONTENT = [
	'/H1 <</MCID 0>> BDC BT /F1 12 Tf (\\000\\001\\000\\002) Tj ET EMC',
	'/H2 <</MCID 1>> BDC BT /F1 11 Tf [<0001> -20 <00020003>] TJ ET EMC',
	'/P <</MCID 2>> BDC BT /F1 10 Tf <0002> Tj ET EMC',
	'/Link /Properties3 BDC BT <0001> Tj ET EMC',
	'/Figure <</MCID 4>> BDC q 0 0 50 50 re f Q EMC',
	...[5, 6, 7, 8, 9, 10, 11].map((mcid) => `/P <</MCID ${mcid}>> BDC BT <0001> Tj ET EMC`),
	'/Artifact <</Type /Layout>> BDC 0 0 10 10 re f EMC'
].join('\n');

const TO_UNICODE = [
	'begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange',
	'2 beginbfchar <0001> <0048> <0002> <0069> endbfchar',
	'2 beginbfrange <0003> <0003> <0020> <0004> <0004> [<00660066>] endbfrange endcmap'
].join('\n');

const XMP = [
	'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description>',
	'<pdfuaid:part>1</pdfuaid:part>',
	'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Plan &amp; steps</rdf:li></rdf:Alt></dc:title>',
	'</rdf:Description></x:xmpmeta>'
].join('');

function element(role: string, parent: number, kids: string, more = ''): string {
	return `<</Type /StructElem /S /${role} /P ${parent} 0 R /Pg 3 0 R ${more}/K [${kids}]>>`;
}

function bytes(...values: (readonly [size: 2 | 4, value: number])[]): string {
	return values
		.map(([size, value]) => {
			const buffer = Buffer.alloc(size);
			buffer.writeUIntBE(value, 0, size);
			return buffer.toString('latin1');
		})
		.join('');
}

/** Four glyphs, the last of them with an outline; 2,048 units to the em, so that widths are rounded. */
function fontProgram(): string {
	const tables: [string, string][] = [
		['glyf', 'outl'],
		['head', '\0'.repeat(18) + bytes([2, 2048]) + '\0'.repeat(34)],
		['hhea', '\0'.repeat(34) + bytes([2, 3])],
		['hmtx', bytes([2, 1024], [2, 0], [2, 1500], [2, 0], [2, 535], [2, 0], [2, 0])],
		['loca', bytes([2, 0], [2, 0], [2, 0], [2, 0], [2, 2])],
		['maxp', bytes([4, 0x5000], [2, 4])]
	];
	let start = 12 + tables.length * 16;
	const directory = tables.map(([tag, data]) => {
		const line = tag + bytes([4, 0], [4, start], [4, data.length]);
		start += data.length;
		return line;
	});
	const head = bytes([4, 0x10000], [2, tables.length], [2, 0], [2, 0], [2, 0]);
	return head + directory.join('') + tables.map(([, data]) => data).join('');
}

const OBJECTS = new Map<number, string>([
	[
		1,
		'<</Type /Catalog /Pages 2 0 R /Outlines 12 0 R /Metadata 10 0 R /Lang (en) /MarkInfo <</Marked true>> ' +
			'/StructTreeRoot 14 0 R /ViewerPreferences <</DisplayDocTitle true>> /OpenAction [3 0 R /FitH null]>>'
	],
	[2, '<</Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] /Resources 19 0 R>>'],
	[3, '<</Type /Page /Parent 2 0 R /Contents 4 0 R /StructParents 0 /Tabs /S /Annots [16 0 R]>>'],
	[4, `<<>>\nstream\n${CONTENT}`],
	[
		5,
		'<</Type /Font /Subtype /Type0 /BaseFont /AB+Sans /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 9 0 R>>'
	],
	[
		6,
		'<</Type /Font /Subtype /CIDFontType2 /BaseFont /AB+Sans /FontDescriptor 7 0 R /CIDToGIDMap /Identity ' +
			'/W [1 [732 261] 3 4 261]>>'
	],
	[7, '<</Type /FontDescriptor /FontName /AB+Sans /FontFile2 8 0 R>>'],
	[8, `<<>>\nstream\n${fontProgram()}`],
	[9, `<<>>\nstream\n${TO_UNICODE}`],
	[10, `<</Type /Metadata /Subtype /XML>>\nstream\n${XMP}`],
	[11, '<</Title (Plan & steps)>>'],
	[12, '<</Type /Outlines /First 13 0 R /Last 13 0 R /Count 1>>'],
	[13, '<</Title (Steps) /Parent 12 0 R /Dest [3 0 R /XYZ 0 842 0]>>'],
	[14, '<</Type /StructTreeRoot /K [20 0 R] /RoleMap <</Text /P>> /ParentTree 15 0 R /ParentTreeNextKey 2>>'],
	[
		15,
		`<</Nums [0 [${[21, 22, 23, 24, 25, 28, 29, 31, 32, 37, 38, 40].map((number) => `${number} 0 R`).join(' ')}] 1 24 0 R]>>`
	],
	[
		16,
		'<</Type /Annot /Subtype /Link /Rect [0 0 9 9] /StructParent 1 /Contents (An example) ' +
			'/A <</S /URI /URI (https://example.org/)>> >>'
	],
	// a page, an element and a map of glyphs that nothing leads to, unless an edit does
	[17, '<</Type /Page /Parent 2 0 R>>'],
	[18, element('P', 20, '')],
	[19, '<</Font <</F1 5 0 R>> /Properties <</Properties3 <</MCID 3>> >> >>'],
	[20, element('Document', 14, '21 0 R 22 0 R 23 0 R 25 0 R 26 0 R 35 0 R')],
	[21, element('H1', 20, '0')],
	[22, element('H2', 20, '1', '/Lang (fr) ')],
	[23, element('Text', 20, '<</Type /MCR /Pg 3 0 R /MCID 2>> 24 0 R')],
	[24, element('Link', 23, '3 <</Type /OBJR /Obj 16 0 R>>')],
	[25, element('Figure', 20, '4', '/Alt (A bar) /A [<</O /Layout /BBox [0 0 50 50]>>] ')],
	[26, element('Table', 20, '27 0 R 30 0 R 33 0 R 39 0 R')],
	[27, element('TR', 26, '28 0 R 29 0 R')],
	[28, element('TH', 27, '5', '/A <</O /Table /Scope /Column>> ')],
	[29, element('TH', 27, '6', '/A <</O /Table /Scope /Column>> ')],
	[30, element('TR', 26, '31 0 R 32 0 R')],
	[31, element('TH', 30, '7', '/A <</O /Table /Scope /Row /RowSpan 2>> ')],
	[32, element('TD', 30, '8')],
	[33, element('TR', 26, '34 0 R')],
	[34, element('TD', 33, '')],
	[35, element('L', 20, '36 0 R')],
	[36, element('LI', 35, '37 0 R 38 0 R')],
	[37, element('Lbl', 36, '9')],
	[38, element('LBody', 36, '10')],
	[39, element('TR', 26, '40 0 R')],
	[40, element('TD', 39, '11', '/A <</O /Table /ColSpan 2>> ')],
	[41, '<<>>\nstream\n\0\0\0\x01\0\x02\0\x03']
]);
