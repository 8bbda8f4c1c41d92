import { jsPDF } from 'jspdf';
import { Font, type FontParts } from '#lib/export/pdf/file/font.ts';
import { packed } from '#lib/export/pdf/file/pack.ts';
import { Structure } from '#lib/export/pdf/file/structure.ts';
import { asciiString, binaryText, xmlText } from '#lib/export/pdf/file/write.ts';
import type { Direction } from '#lib/export/pdf/text/direction.ts';
import type { Faces } from '#lib/export/pdf/text/faces.ts';
import type { Report } from '#lib/plan/report/model.ts';

/** Any value does; a random one, which is the default, would make each file different. */
const FILE_ID = '0'.repeat(32);

/** What jsPDF offers to those who add to it, which its types leave out. */
interface Internal {
	events: {
		subscribe(
			topic: string,
			listener: (event: { font: JsPdfFont; pageNumber: number; objId: number }) => void
		): void;
	};
	write(text: string): void;
	newObject(): number;
	newObjectDeferred(): number;
	newObjectDeferredBegin(id: number, isOffsetNeeded: boolean): void;
	putStream(stream: {
		data: string;
		objectId: number;
		additionalKeyValues: { key: string; value: string | number }[];
	}): void;
	getFont(): JsPdfFont;
	/** What is drawn on each page, by its number. */
	pages: string[][];
}

interface JsPdfFont {
	id: string;
	objectNumber: number;
	isAlreadyPutted: boolean;
}

/** Measures of Noto Sans in thousandths of the type size, for programs that put another font in its place. */
const [ASCENT, DESCENT, CAP_HEIGHT] = [1069, -293, 714];

/** The two weights: each takes the place of a font that jsPDF knows, and is written anew. */
const WEIGHTS = { regular: 'normal', bold: 'bold' } as const;
export type Weight = keyof typeof WEIGHTS;

/**
 * An A4 document with title, language, structure and two fonts. jsPDF keeps pages, objects, outline and metadata; text,
 * shapes and tags come in as PDF operators. Nothing in it is random or tells the time.
 */
export class PdfDocument {
	readonly structure = new Structure();
	readonly fonts: Readonly<Record<Weight, Font>>;
	readonly #doc: jsPDF;
	readonly #internal: Internal;
	readonly #pageIds = new Map<number, number>();
	readonly #fontParts = new Map<string, FontParts>();
	/** What went wrong first while the file was written: jsPDF itself goes on. */
	#failure: unknown;

	constructor(
		report: Pick<Report, 'title' | 'language' | 'madeOn' | 'madeWith'>,
		faces: Faces,
		direction: Direction
	) {
		const doc = new jsPDF({ unit: 'pt', format: 'a4', putOnlyUsedFonts: true });
		this.#doc = doc;
		this.#internal = doc.internal as unknown as Internal;
		(doc as unknown as { __private__: { setPdfVersion(version: string): void } }).__private__.setPdfVersion(
			'1.7'
		);
		doc.setFileId(FILE_ID);
		// a Date would be written in the zone of the device
		doc.setCreationDate(`D:${report.madeOn.replaceAll('-', '')}000000+00'00'`);
		doc.setProperties({ title: report.title, creator: report.madeWith });
		const [{ regular, bold }] = faces;
		this.fonts = {
			regular: new Font(this.#take('regular'), 'NotoSans-Regular', regular),
			bold: new Font(this.#take('bold'), 'NotoSans-Bold', bold)
		};
		// jsPDF's own setLanguage leaves out languages it does not know
		const language = report.language.replace(/[^A-Za-z0-9-]/g, '');
		this.#subscribe(report.title, language, direction);
	}

	get pageCount(): number {
		return this.#doc.getNumberOfPages();
	}

	/** Number of the page that is drawn on. */
	get page(): number {
		return this.#doc.getCurrentPageInfo().pageNumber;
	}

	set page(number: number) {
		this.#doc.setPage(number);
	}

	addPage(): void {
		this.#doc.addPage();
	}

	/** Puts operators on the current page. */
	write(operators: string): void {
		this.#internal.write(operators);
	}

	/** An entry of the outline that leads to the current page. */
	addToOutline(title: string): void {
		this.#doc.outline.add(null, title, { pageNumber: this.page });
	}

	/** The finished file. Gives way between fonts and between parts that are packed. */
	*bytes(): Generator<void, Uint8Array<ArrayBuffer>> {
		for (const font of Object.values(this.fonts)) {
			this.#fontParts.set(font.resource, font.parts());
			yield;
		}
		const bytes = new Uint8Array(this.#doc.output('arraybuffer'));
		if (this.#failure !== undefined) throw this.#failure;
		yield;
		const clean = withoutProducer(bytes);
		yield;
		return yield* packed(clean);
	}

	/** Makes jsPDF believe that text used one of its fonts, so that it asks for it and lists it. */
	#take(weight: Weight): string {
		this.#doc.setFont('helvetica', WEIGHTS[weight]);
		const page = this.#internal.pages[this.page] ?? [];
		const before = page.length;
		this.#doc.text('x', 0, 0);
		page.length = before;
		return this.#internal.getFont().id;
	}

	#subscribe(title: string, language: string, direction: Direction): void {
		const { events, write, newObjectDeferred, newObjectDeferredBegin } = this.#internal;
		const on: typeof events.subscribe = (topic, listener) =>
			events.subscribe(topic, (event) => {
				try {
					listener(event);
				} catch (error) {
					this.#failure ??= error;
				}
			});
		const put = (id: number, content: string): void => {
			newObjectDeferredBegin(id, true);
			write(content);
			write('endobj');
		};
		const linkIds: number[] = [];
		let structureId = 0;
		let metadataId = 0;
		on('putPage', ({ pageNumber, objId }) => {
			this.#pageIds.set(pageNumber, objId);
			if (this.structure.hasMarks(pageNumber)) write(`/StructParents ${pageNumber - 1}`);
			const own: number[] = [];
			for (const [k, { page }] of this.structure.links.entries())
				if (page === pageNumber) own.push((linkIds[k] = newObjectDeferred()));
			if (own.length > 0) write(`/Annots [${own.map((id) => `${id} 0 R`).join(' ')}] /Tabs /S`);
		});
		on('putFont', ({ font }) => {
			const parts = this.#fontParts.get(font.id);
			if (parts !== undefined) this.#putFont(font, parts);
		});
		on('postPutResources', () => {
			structureId = this.structure.put(
				{ reserve: newObjectDeferred, put, page: (number) => this.#pageIds.get(number) ?? 0 },
				this.pageCount,
				linkIds
			);
			metadataId = this.#putStream(xmp(title, language), [
				{ key: 'Type', value: '/Metadata' },
				{ key: 'Subtype', value: '/XML' }
			]);
		});
		on('putCatalog', () => {
			write(`/Lang ${asciiString(language)}`);
			write('/MarkInfo <</Marked true>>');
			write(`/StructTreeRoot ${structureId} 0 R`);
			write(`/Metadata ${metadataId} 0 R`);
			write(`/ViewerPreferences <</DisplayDocTitle true${direction === 'rtl' ? ' /Direction /R2L' : ''}>>`);
		});
	}

	/** A font whose codes are two bytes (PDF 1.7, section 9.7). */
	#putFont(font: JsPdfFont, { name, program, glyphs, toUnicode, widths, box }: FontParts): void {
		const file = this.#putStream(binaryText(program), [{ key: 'Length1', value: program.length }]);
		const map = this.#putStream(binaryText(glyphs));
		const unicode = this.#putStream(toUnicode);
		const descriptor = this.#putObject(
			`<</Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [${box}] /ItalicAngle 0 /Ascent ${ASCENT} /Descent ${DESCENT} /CapHeight ${CAP_HEIGHT} /StemV 80 /FontFile2 ${file} 0 R>>`
		);
		const descendant = this.#putObject(
			`<</Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /FontDescriptor ${descriptor} 0 R /DW 1000 /W [0 [${widths}]] /CIDToGIDMap ${map} 0 R>>`
		);
		font.objectNumber = this.#putObject(
			`<</Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [${descendant} 0 R] /ToUnicode ${unicode} 0 R>>`
		);
		font.isAlreadyPutted = true;
	}

	#putObject(content: string): number {
		const id = this.#internal.newObject();
		this.#internal.write(content);
		this.#internal.write('endobj');
		return id;
	}

	#putStream(data: string, additionalKeyValues: { key: string; value: string | number }[] = []): number {
		const objectId = this.#internal.newObject();
		this.#internal.putStream({ data, objectId, additionalKeyValues });
		this.#internal.write('endobj');
		return objectId;
	}
}

/** Title, language and the claim to follow PDF/UA-1, as XMP. */
function xmp(title: string, language: string): string {
	const text = [
		'<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
		'<x:xmpmeta xmlns:x="adobe:ns:meta/">',
		'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
		'<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">',
		'<pdfuaid:part>1</pdfuaid:part>',
		`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${xmlText(title)}</rdf:li></rdf:Alt></dc:title>`,
		`<dc:language><rdf:Bag><rdf:li>${language}</rdf:li></rdf:Bag></dc:language>`,
		'</rdf:Description></rdf:RDF></x:xmpmeta>',
		'<?xpacket end="w"?>'
	].join('\n');
	return binaryText(new TextEncoder().encode(text));
}

/** A file without the name and version of the library that wrote it. */
function withoutProducer(bytes: Uint8Array): Uint8Array {
	const producer = `/Producer (jsPDF ${jsPDF.version})`;
	const at = lastIndexOf(bytes, producer);
	if (at === -1) throw new Error('jsPDF names itself in another way than before');
	// of the same length, since the file lists where its parts begin
	bytes.set(new TextEncoder().encode('/Producer ()'.padEnd(producer.length)), at);
	return bytes;
}

function lastIndexOf(bytes: Uint8Array, text: string): number {
	const wanted = new TextEncoder().encode(text);
	for (let at = bytes.length - wanted.length; at >= 0; at--)
		if (wanted.every((byte, k) => bytes[at + k] === byte)) return at;
	return -1;
}
