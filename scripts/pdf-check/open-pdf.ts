import {
	PDFArray,
	PDFDict,
	PDFDocument,
	PDFPageLeaf,
	PDFStream,
	type PDFObject,
	PDFName
} from '@cantoo/pdf-lib';
import { readFont, type Font } from './font.ts';
import {
	asDict,
	asList,
	asName,
	asNumbers,
	asText,
	dictAt,
	entry,
	listAt,
	nameAt,
	numberAt,
	streamBytes,
	treeEntries
} from './objects.ts';
import { readPageContent, type PageContent } from './page-content.ts';
import { readStructureTree, type StructureTree } from './structure-tree.ts';

export interface Page {
	/** For a maintainer to find it, for example `page 3`. */
	place: string;
	dict: PDFDict;
	/** Left, bottom, right and top edge; undefined when the page has no size. */
	box: number[] | undefined;
	annotations: PDFDict[];
	content: PageContent;
}

/** A file with everything the rules ask about. */
export interface Pdf {
	/** The line a file begins with, for example `%PDF-1.7`. */
	header: string;
	catalog: PDFDict;
	info: PDFDict | undefined;
	/** The metadata of the catalog as text. */
	xmp: string | undefined;
	pages: Page[];
	fonts: Font[];
	tree: StructureTree | undefined;
	/** Every dictionary of the file, and the object it lies in. */
	dictionaries: { place: string; dict: PDFDict }[];
	/** Whether it leads to a page of this file. */
	isDestination(target: PDFObject | undefined): boolean;
}

type Opened = { ok: true; value: Pdf } | { ok: false; problem: 'unreadable' | 'encrypted'; detail: string };

/** Reads a whole file. What is encrypted is not read: every text in it would be wrong. */
export async function openPdf(bytes: Uint8Array): Promise<Opened> {
	try {
		const document = await PDFDocument.load(bytes, {
			updateMetadata: false,
			throwOnInvalidObject: true,
			ignoreEncryption: true
		});
		if (document.isEncrypted) {
			return { ok: false, problem: 'encrypted', detail: 'The trailer names an encryption dictionary.' };
		}
		return { ok: true, value: readPdf(bytes, document) };
	} catch (error) {
		return {
			ok: false,
			problem: 'unreadable',
			detail: error instanceof Error ? error.message : String(error)
		};
	}
}

function readPdf(bytes: Uint8Array, document: PDFDocument): Pdf {
	const { catalog, context } = document;
	const objects = context.enumerateIndirectObjects();
	const numbers = new Map(objects.map(([{ objectNumber }, object]) => [asDict(object), objectNumber]));
	const leaves: PDFPageLeaf[] = [];
	catalog.Pages().traverse((node) => {
		if (node instanceof PDFPageLeaf) leaves.push(node);
	});
	const fonts = new Map<PDFDict, Font>();
	const structure = dictAt(catalog, 'StructTreeRoot');
	const xmp = streamBytes(entry(catalog, 'Metadata'));
	const pages = leaves.map((leaf, i) => readPage(leaf, `page ${i + 1}`, fonts));
	return {
		header: /^.*/.exec(Buffer.from(bytes.subarray(0, 20)).toString('latin1'))?.[0] ?? '',
		catalog,
		info: asDict(context.lookup(context.trailerInfo.Info)),
		xmp: xmp && new TextDecoder().decode(xmp),
		pages,
		fonts: [...fonts.values()],
		tree: structure && readStructureTree(structure, (dict) => numbers.get(dict)),
		dictionaries: objects.flatMap(([{ objectNumber }, object]) =>
			dictionariesIn(object).map((dict) => ({ place: `object ${objectNumber}`, dict }))
		),
		isDestination: (target) => isDestination(target, catalog, new Set(leaves))
	};
}

function readPage(leaf: PDFPageLeaf, place: string, fonts: Map<PDFDict, Font>): Page {
	const inherited = (key: string): PDFObject | undefined => leaf.getInheritableAttribute(PDFName.of(key));
	const resources = asDict(leaf.context.lookup(inherited('Resources')));
	const named = dictAt(resources, 'Font');
	for (const key of named?.keys() ?? []) {
		const dict = dictAt(named, key.decodeText());
		if (dict !== undefined && !fonts.has(dict)) fonts.set(dict, readFont(dict, `font ${key.decodeText()}`));
	}
	const streams = entry(leaf, 'Contents');
	const bytes = (asList(streams) ?? [streams]).flatMap((stream) => [
		streamBytes(stream) ?? new Uint8Array(),
		Buffer.from('\n')
	]);
	return {
		place,
		dict: leaf,
		box: asNumbers(leaf.context.lookup(inherited('CropBox') ?? inherited('MediaBox'))),
		annotations: listAt(leaf, 'Annots').flatMap((annotation) => asDict(annotation) ?? []),
		content: readPageContent(Buffer.concat(bytes), {
			font: (name) => fonts.get(dictAt(named, name) as PDFDict),
			mcid: (name) => numberAt(dictAt(resources, 'Properties', name), 'MCID'),
			isForm: (name) => nameAt(dictAt(resources, 'XObject', name), 'Subtype') === 'Form'
		})
	};
}

/** The dictionaries within an object, without those of other objects it refers to. */
function dictionariesIn(object: PDFObject | undefined): PDFDict[] {
	if (object instanceof PDFArray) return object.asArray().flatMap(dictionariesIn);
	const dict = object instanceof PDFStream ? object.dict : object;
	return dict instanceof PDFDict ? [dict, ...dict.values().flatMap(dictionariesIn)] : [];
}

function isDestination(
	target: PDFObject | undefined,
	catalog: PDFDict,
	pages: ReadonlySet<PDFDict>
): boolean {
	const name = asText(target) ?? asName(target);
	const named =
		name === undefined
			? target
			: (treeEntries(dictAt(catalog, 'Names', 'Dests'), 'Names').get(name) ??
				entry(dictAt(catalog, 'Dests'), name));
	const page = asDict(asList(named instanceof PDFDict ? entry(named, 'D') : named)?.[0]);
	return page !== undefined && pages.has(page);
}
