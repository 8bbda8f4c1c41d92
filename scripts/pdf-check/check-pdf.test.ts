import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { checkPdf, inspectPdf, RULE_NAMES } from './check-pdf.ts';
import { writePdf, type Edit } from './correct-pdf.ts';

/** For each rule, mistakes that break it and no other. */
const MISTAKES: Readonly<Record<string, readonly (readonly Edit[])[]>> = {
	'The file can be read': [[['/Pages 2 0 R', '/Pages 99 0 R']], [['/Subtype /XML', '/Filter /FlateDecode']]],
	'The file is not encrypted': [[['/Root 1 0 R', '/Root 1 0 R /Encrypt 2 0 R']]],
	'The file is PDF 1.7': [[['%PDF-1.7', '%PDF-1.4']], [['/Type /Catalog', '/Type /Catalog /Version /2.0']]],
	'The file has XMP metadata': [[['/Metadata 10 0 R', '']]],
	'The metadata say PDF/UA-1': [
		[['<pdfuaid:part>1</pdfuaid:part>', '']],
		[['<pdfuaid:part>1', '<pdfuaid:part>2']]
	],
	'The metadata have a title': [
		[['dc:title><rdf:Alt', 'dc:name><rdf:Alt']],
		[
			['>Plan &amp; steps<', '> <'],
			['(Plan & steps)', '( )']
		]
	],
	'Both titles are the same': [[['Plan & steps', 'Plan']], [['/Title (Plan & steps)', '']]],
	'The window shows the title': [
		[['/DisplayDocTitle true', '/DisplayDocTitle false']],
		[['/DisplayDocTitle true', '']]
	],
	'The file says that it is tagged': [
		[['/MarkInfo <</Marked true>>', '']],
		[['/Marked true', '/Marked false']]
	],
	'No tags are suspect': [[['/Marked true', '/Marked true /Suspects true']]],
	'The document names its language': [
		[['/Lang (en)', '']],
		[['/Lang (en)', '/Lang (english)']],
		[['/Lang (en)', '/Lang (en_GB)']]
	],
	'Pages follow each other as the language runs': [
		[['/Lang (en)', '/Lang (ar)']],
		[['/Lang (en)', '/Lang (prs)']],
		[['/DisplayDocTitle true', '/DisplayDocTitle true /Direction /R2L']]
	],
	'The file has an outline': [[['/Outlines 12 0 R', '']], [['/First 13 0 R', '']]],
	'Each outline entry has a title and leads to a page': [
		[['/Title (Steps)', '/Title ( )']],
		[['/Dest [3 0 R /XYZ 0 842 0]', '']],
		[['/Dest [3 0 R', '/Dest [17 0 R']],
		[['/Dest [3 0 R /XYZ 0 842 0]', '/Dest (nowhere)']]
	],
	'The file opens at one of its pages': [
		[['/OpenAction [3 0 R', '/OpenAction [17 0 R']],
		[['/OpenAction [3 0 R /FitH null]', '/OpenAction <</S /URI /URI (https://example.org/)>>']]
	],
	'Nothing runs, sends, plays or lies hidden in the file': [
		...['JavaScript', 'Launch', 'SubmitForm', 'GoToR'].map((action): Edit[] => [
			['/A <</S /URI', `/A <</Next <</S /${action}>> /S /URI`]
		]),
		...['/AcroForm <<>>', '/Names <</EmbeddedFiles <<>> >>', '/Names <</JavaScript <<>> >>', '/AA <<>>'].map(
			(part): Edit[] => [['/Type /Catalog', `/Type /Catalog ${part}`]]
		),
		[['/Annots [16 0 R', '/Annots [16 0 R <</Type /Annot /Subtype /RichMedia>>']]
	],
	'No page is empty': [[['/Kids [3 0 R]', '/Kids [3 0 R 17 0 R]']]],
	'The file has a structure tree': [[['/StructTreeRoot 14 0 R', '']]],
	'Each element stands once in the tree and names its parent': [
		[['25 0 R 26 0 R', '25 0 R 22 0 R 26 0 R']],
		[['/S /H2 /P 20 0 R', '/S /H2 /P 14 0 R']],
		[['/S /H2 /P 20 0 R', '/S /H2']]
	],
	'Each role is a standard one or mapped to one': [
		[['/RoleMap <</Text /P>>', '']],
		[['<</Text /P>>', '<</Text /Text>>']]
	],
	'Each language of an element is a language tag': [
		[['/Lang (fr)', '/Lang (french)']],
		[['/Lang (fr)', '/Lang ()']]
	],
	'No element is empty': [[['25 0 R 26 0 R', '25 0 R 18 0 R 26 0 R']]],
	'Headings begin with H1 and skip no level': [[['/S /H1', '/S /H2']], [['/S /H2', '/S /H3']]],
	'Each heading has text': [[['(\\000\\001\\000\\002)', '<0003>']], [['[<0001> -20 <00020003>]', '[-20]']]],
	'Each figure has an alternative text': [[['/Alt (A bar)', '']], [['/Alt (A bar)', '/Alt ( )']]],
	'Each figure says where on its page it is': [
		[['/BBox [0 0 50 50]', '']],
		[['/BBox [0 0 50 50]', '/BBox [0 0 50]']],
		[['/BBox [0 0 50 50]', '/BBox [50 50 0 0]']],
		[['/BBox [0 0 50 50]', '/BBox [0 800 50 850]']]
	],
	'Each header cell says what it heads': [[['/Scope /Row ', '']], [['/Scope /Row ', '/Scope /Both ']]],
	'Rows stand in tables': [[['/S /Table', '/S /Sect']]],
	'Cells stand in rows': [
		[['/S /TR /P 26 0 R /Pg 3 0 R /K [40 0 R]', '/S /Caption /P 26 0 R /Pg 3 0 R /K [40 0 R]']]
	],
	'Tables hold rows and rows hold cells, nothing else': [[['/S /TD /P 39 0 R', '/S /P /P 39 0 R']]],
	'The rows of a table have the same number of cells': [[['/ColSpan 2', '/ColSpan 3']], [['/RowSpan 2', '']]],
	'Lists are made of entries with a body': [
		[['/S /LBody', '/S /P']],
		[['/S /Lbl', '/S /P']],
		[['/S /L /', '/S /Sect /']],
		[['/S /LI', '/S /P']]
	],
	'The content of each page can be read': [
		[['re f EMC', 're f EMC BI ID EI']],
		[['re f EMC', 're f EMC (open']],
		[['0 0 10 10 re', '0 NaN 10 10 re']],
		[['0 0 10 10 re', '0 1e-7 10 10 re']],
		[['/F1 12 Tf', '/F9 12 Tf']],
		[['/F1 12 Tf', '']],
		[
			['/Font <<', '/XObject <</X1 <</Subtype /Form>> >> /Font <<'],
			['re f EMC', 're f /X1 Do EMC']
		]
	],
	'What opens on a page is closed there': [
		...['BT', 'ET', 'q', 'Q', 'EMC', '/Span BMC'].map((operator): Edit[] => [
			['re f EMC', `re f EMC ${operator}`]
		]),
		[['/H2 <</MCID 1>> BDC BT', 'BT /H2 <</MCID 1>> BDC']],
		[['BT /F1 11 Tf', 'BT q Q /F1 11 Tf']],
		[['BT /F1 11 Tf', 'BT BT /F1 11 Tf']],
		[['<0002> Tj ET', 'ET <0002> Tj']]
	],
	'All content is tagged or an artifact': [
		[['/Artifact <<', '/Span <<']],
		[['re f EMC', 're f EMC 0 0 1 1 re f']]
	],
	'Artifacts and tagged content lie apart': [
		[['/H1 <</MCID 0>> BDC', '/H1 <</MCID 0>> BDC /Artifact BMC EMC']],
		[['/H1 <</MCID 0>>', '/Artifact <</MCID 0>>']],
		[
			['/H1 <</MCID 0>> BDC', '/Artifact BMC /H1 <</MCID 0>> BDC'],
			['/H2 <<', 'EMC /H2 <<']
		]
	],
	'Each MCID of a page belongs to one element and is used once': [
		[['re f EMC', 're f EMC /H1 <</MCID 0>> BDC EMC']],
		[['re f EMC', 're f EMC /P <</MCID 12>> BDC EMC']],
		[['/K [1]', '/K [1 0]']]
	],
	'Each MCID of an element is on its page': [[['/K [1]', '/K [1 12]']]],
	'Parent tree and structure tree say the same': [
		[['/StructParents 0', '']],
		[['/StructParents 0', '/StructParents 7']],
		[['/StructParent 1', '']],
		[['/StructParent 1', '/StructParent 0']],
		[['21 0 R 22 0 R 23 0 R 24', '22 0 R 21 0 R 23 0 R 24']],
		[['38 0 R 40 0 R]', '38 0 R 40 0 R 18 0 R]']],
		[['1 24 0 R]', '1 23 0 R]']],
		[['1 24 0 R]', '1 24 0 R 2 18 0 R]']],
		[['/ParentTreeNextKey 2', '/ParentTreeNextKey 1']],
		[['/ParentTree 15 0 R', '']]
	],
	'Each link is an element with its annotation': [
		[['<</Type /OBJR /Obj 16 0 R>>', '']],
		[['/S /Link', '/S /Span']]
	],
	'Each link says in words where it leads': [[['/Contents (An example)', '']], [['(An example)', '( )']]],
	'Each link leads somewhere': [
		[['/A <</S /URI /URI (https://example.org/)>>', '']],
		[['/A <</S /URI /URI (https://example.org/)>>', '/Dest [17 0 R /Fit]']]
	],
	'Each address is https': ['http://example.org/', 'mailto:a@example.org', 'javascript:a', 'example.org'].map(
		(address) => [['https://example.org/', address]]
	),
	'The tab key follows the structure tree': [[['/Tabs /S', '']], [['/Tabs /S', '/Tabs /R']]],
	'Each font has two-byte codes': [[['/Identity-H', '/Identity-V']]],
	'Each font is embedded': [[['/FontFile2 8 0 R', '']]],
	'Each font program is whole': [
		...['glyf', 'loca', 'head', 'hhea', 'hmtx', 'maxp'].map((tag): Edit[] => [[tag, 'none']]),
		[['\0\0P\0\0\x04', '\0\0P\0\0\x03']],
		[['\0\x02\0\0P\0', '\0\x03\0\0P\0']],
		[['\0\x03\x04\0\0\0', '\0\x05\x04\0\0\0']],
		[['/FontFile2 8 0 R', '/FontFile3 8 0 R']]
	],
	'Each font says which glyph a code draws': [[['/CIDToGIDMap /Identity', '']]],
	'Each shown code has a glyph': [
		[['(\\000\\001\\000\\002)', '<0004>']],
		[
			['/CIDToGIDMap /Identity', '/CIDToGIDMap 41 0 R'],
			['\0\x01\0\x02\0\x03', '\0\x01\0\x09\0\x03']
		],
		[
			['/CIDToGIDMap /Identity', '/CIDToGIDMap 41 0 R'],
			['\0\x01\0\x02\0\x03', '\0\x01\0\0\0\x03'],
			['[732 261]', '[732 500]']
		]
	],
	'Each font has a ToUnicode map': [[['/ToUnicode 9 0 R', '']]],
	'Each shown code has a text': [[['<0002> <0069>', '']]],
	'Each text of a code is made of characters': ['', '0000', 'FEFF', '0048D800', 'E000', 'DBC0DC00'].map(
		(text) => [['<0069>', `<${text}>`]]
	),
	'Each shown code has a width': [[['/W [1 [732 261] 3 4 261]', '/W [1 [732] 3 4 261]']]],
	'Widths are those of the font program': [[['[732 261]', '[734 261]']], [['[732 261]', '[732 259]']]]
};

describe('a correct file', () => {
	it.each<[string, Edit[]]>([
		['as it is', []],
		[
			'in a language that runs from right to left',
			[
				['/Lang (en)', '/Lang (fa)'],
				['/DisplayDocTitle true', '/DisplayDocTitle true /Direction /R2L']
			]
		],
		[
			'with a link within the file',
			[
				['/A <</S /URI /URI (https://example.org/)>>', '/Dest (steps)'],
				['/Type /Catalog', '/Type /Catalog /Names <</Dests <</Names [(steps) [3 0 R /Fit]]>> >>']
			]
		],
		[
			'that opens by an action',
			[['/OpenAction [3 0 R /FitH null]', '/OpenAction <</S /GoTo /D [3 0 R /Fit]>>']]
		],
		['with a stream that maps codes to glyphs', [['/CIDToGIDMap /Identity', '/CIDToGIDMap 41 0 R']]],
		['with a parent tree of several nodes', [['/ParentTree 15 0 R', '/ParentTree <</Kids [15 0 R]>>']]],
		['with a default width', [['/W [1 [732 261] 3 4 261]', '/W [1 [732]] /DW 261']]],
		['with a width rounded the other way', [['[732 261]', '[733 261]']]],
		[
			'with a heading of blanks that has another text',
			[
				['(\\000\\001\\000\\002)', '<0003>'],
				['/S /H1', '/S /H1 /ActualText (Plan)']
			]
		]
	])('%s has no findings', async (_what, edits) => {
		expect(await checkPdf(writePdf(edits))).toEqual([]);
	});

	it('has none when its objects are packed into object streams', async () => {
		const document = await PDFDocument.load(writePdf(), { updateMetadata: false });
		const packed = await document.save({
			useObjectStreams: true,
			addDefaultPage: false,
			updateFieldAppearances: false
		});
		expect(Buffer.from(packed).toString('latin1')).toContain('/ObjStm');
		expect(await checkPdf(packed)).toEqual([]);
	});

	it('says how many elements it has', async () => {
		expect((await inspectPdf(writePdf())).elementCount).toBe(21);
	});
});

describe('a mistake', () => {
	it('is known for each rule', () => {
		expect(Object.keys(MISTAKES).sort()).toEqual([...RULE_NAMES].sort());
	});

	const all = Object.entries(MISTAKES).flatMap(([rule, several]) =>
		several.map((edits) => [rule, edits] as const)
	);
	it.each(all)('breaks “%s” and no other rule: %j', async (rule, edits) => {
		const findings = await checkPdf(writePdf(edits));
		expect([...new Set(findings.map((finding) => finding.rule))]).toEqual([rule]);
	});

	it('is found by its place and by what is wrong there', async () => {
		expect(
			await checkPdf(
				writePdf([
					['/ColSpan 2', '/ColSpan 3'],
					['/Scope /Row ', '']
				])
			)
		).toEqual([
			{
				rule: 'Each header cell says what it heads',
				place: 'Document > Table 1 > TR 2 > TH 1 (object 31)',
				detail: 'Its Scope is missing; it should be Column or Row.'
			},
			{
				rule: 'The rows of a table have the same number of cells',
				place: 'Document > Table 1 (object 26)',
				detail: 'Its rows have 2, 2, 2, 3 cells.'
			}
		]);
	});
});

it('says what is wrong with a file that is none', async () => {
	const findings = await checkPdf(Buffer.from('no PDF'));
	expect(findings.map(({ rule }) => rule)).toEqual(['The file can be read']);
});
