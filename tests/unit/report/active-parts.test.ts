import { zlibSync } from 'fflate';
import { AcroFormTextField, jsPDF } from 'jspdf';
import { describe, expect, test } from 'vitest';
import { packed } from '#lib/export/pdf/file/pack.ts';
import { findActiveParts, SOURCES } from './active-parts.ts';

/** A file that a careless change could make. */
function pdfWith(change: (doc: jsPDF) => void, compress = true): Uint8Array {
	const doc = new jsPDF({ compress });
	doc.text('text', 20, 20);
	change(doc);
	return new Uint8Array(doc.output('arraybuffer'));
}

const inCatalogue = (entry: string) => (doc: jsPDF) => {
	const { events, write } = doc.internal as unknown as {
		events: { subscribe: (topic: string, listener: () => void) => void };
		write: (text: string) => void;
	};
	events.subscribe('putCatalog', () => write(entry));
};
const linkTo = (url: string) => (doc: jsPDF) => doc.link(1, 1, 10, 10, { url });
const [source = ''] = SOURCES;

/** The same file with its objects in object streams, as the paper has them. */
function packedPdfWith(change: (doc: jsPDF) => void): Uint8Array {
	const steps = packed(pdfWith(change, false));
	for (;;) {
		const step = steps.next();
		if (step.done === true) return step.value;
	}
}

/** A file of one object stream, number 1. @param listed numbers that the table says are in it, in order */
function objectStream(
	members: readonly [number, string][],
	listed = members.map(([number]) => number)
): Buffer {
	let content = '';
	const heads = members.map(([number, text]) => {
		const head = `${number} ${content.length}`;
		content += `${text} `;
		return head;
	});
	const head = `${heads.join(' ')} `;
	const stream = (number: number, keys: string, data: string): string => {
		const deflated = Buffer.from(zlibSync(Buffer.from(data, 'latin1'))).toString('latin1');
		return `${number} 0 obj\n<<${keys} /Filter /FlateDecode /Length ${deflated.length}>>\nstream\n${deflated}\nendstream\nendobj\n`;
	};
	const first = stream(
		1,
		`/Type /ObjStm /N ${members.length} /First ${head.length}`,
		head + content.trimEnd()
	);
	const header = '%PDF-1.7\n';
	const size = 12;
	const entries = Array.from({ length: size }, (_, number) => {
		const index = listed.indexOf(number);
		return number === 1 ? [1, header.length, 0] : index === -1 ? [0, 0, 255] : [2, 1, index];
	});
	const start = header.length + first.length;
	entries[2] = [1, start, 0];
	const table = entries.map((entry) => String.fromCharCode(...entry)).join('');
	const last = stream(2, `/Type /XRef /Size ${size} /W [1 1 1]`, table);
	return Buffer.from(`${header}${first}${last}startxref\n${start}\n%%EOF\n`, 'latin1');
}

describe('what could act in a PDF is found', () => {
	test('nothing in one that shows pages and leads to a source', () => {
		expect(findActiveParts(pdfWith(linkTo(source)))).toEqual([]);
		expect(findActiveParts(pdfWith((doc) => doc.text('(/JS) /Launch << /AA >>', 20, 40)))).toEqual([]);
		expect(findActiveParts(packedPdfWith(linkTo(source)))).toEqual([]);
	});

	test.each<[string, (doc: jsPDF) => void]>([
		['a script', (doc) => doc.addJS('app.alert(1)')],
		['printing by itself', inCatalogue('/Extra << /S /Named /N /Print >>')],
		[
			'a form',
			(doc) => doc.addField(Object.assign(new AcroFormTextField(), { Rect: [1, 1, 9, 9], fieldName: 'x' }))
		],
		['an action of a page or a document', inCatalogue('/AA << /WC << /S /GoTo /D [3 0 R /Fit] >> >>')],
		['another program', inCatalogue('/Extra << /S /Launch /F (x) >>')],
		['another file', inCatalogue('/Extra << /S /GoToR /F (x) >>')],
		['an action of a new kind', inCatalogue('/Extra << /S /Teleport >>')],
		['sending', inCatalogue('/Extra [<< /S /SubmitForm /F (https://example.org) >>]')],
		['an embedded file', inCatalogue('/Names << /EmbeddedFiles << /Names [] >> >>')],
		['media', inCatalogue('/Extra << /Subtype /RichMedia >>')],
		['a name in disguise', inCatalogue('/Extra << /S /J#61vaScript /J#53 (x) >>')],
		['an insecure link', linkTo(source.replace('https:', 'http:'))],
		['a link to elsewhere', linkTo('https://example.org/')],
		['a script as a link', linkTo('javascript:app.alert(1)')],
		['a letter', linkTo('mailto:office@example.org')],
		['an action as an element', inCatalogue('/Extra << /Type /StructElem /S /SubmitForm >>')],
		['an element as an action', inCatalogue('/Extra << /Type /Action /S /Table >>')]
	])('%s', (_, change) => {
		expect(findActiveParts(pdfWith(change))).not.toEqual([]);
		expect(findActiveParts(packedPdfWith(change))).not.toEqual([]);
	});

	test.each<[string, (raw: string) => string]>([
		[
			'an object that the table does not list',
			(raw) => raw.replace('\nxref', '\n99 0 obj\n<< /JS (x) >>\nendobj\nxref')
		],
		['a second value under a key', (raw) => raw.replace('/OpenAction', '/OpenAction null /OpenAction')],
		['a string that never ends', (raw) => raw.replace('/Producer (', '/Producer ((')]
	])('no file that is not well-formed: %s', (_, change) => {
		const raw = Buffer.from(pdfWith(() => undefined)).toString('latin1');
		expect(() => findActiveParts(Buffer.from(change(raw), 'latin1'))).toThrow();
	});

	test('an object stream is read like a file', () => {
		expect(
			findActiveParts(
				objectStream([
					[3, '<</S /GoTo>>'],
					[4, '[/P]']
				])
			)
		).toEqual([]);
		expect(
			findActiveParts(
				objectStream([
					[3, '[/P]'],
					[4, '<</JS (x)>>']
				])
			)
		).toEqual(['object 4: JS x']);
	});

	test.each<[string, () => Buffer]>([
		[
			'an object that the table does not list',
			() =>
				objectStream(
					[
						[3, '[/P]'],
						[4, '[/P]']
					],
					[3]
				)
		],
		[
			'an object at the place of another',
			() =>
				objectStream(
					[
						[3, '[/P]'],
						[4, '[/P]']
					],
					[4, 3]
				)
		],
		['an object that is not there', () => objectStream([[3, '[/P]']], [3, 4])],
		['a second value under a key', () => objectStream([[3, '<</S /GoTo /S /GoTo>>']])],
		['bytes that belong to none', () => objectStream([[3, '[/P] /JS']])]
	])('no object stream that is not well-formed: %s', (_, make) => {
		expect(() => findActiveParts(make())).toThrow();
	});
});
