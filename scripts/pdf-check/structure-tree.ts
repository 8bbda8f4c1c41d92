import { PDFArray, type PDFDict, type PDFObject } from '@cantoo/pdf-lib';
import { asDict, asList, asNumber, dictAt, entry, nameAt, numberAt, treeEntries } from './objects.ts';

/** An element of the structure tree. */
export interface StructureElement {
	dict: PDFDict;
	/** The standard role; the name it has in the file when that stands for none. */
	role: string;
	/** Where it stands, for a maintainer to find it: its role and place among its like at each step down. */
	path: string;
	parent: StructureElement | undefined;
	kids: StructureElement[];
	/** Pieces of pages that belong to it. */
	marked: { page: PDFDict | undefined; mcid: number }[];
	/** Objects that belong to it: the annotations of links. */
	objects: PDFDict[];
}

export interface StructureTree {
	/** In reading order. */
	elements: StructureElement[];
	/** What pages and annotations name as their elements. */
	parents: ReadonlyMap<string | number, PDFObject | undefined>;
	/** The first key that the next page or annotation would get. */
	nextParentKey: number | undefined;
	/** Whether an element is its own ancestor, or has two parents. */
	hasElementTwice: boolean;
}

/** Roles of PDF 1.7, 14.8.4. */
export const STANDARD_ROLES: ReadonlySet<string> = new Set(
	(
		'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl ' +
		'LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby Warichu RB RT ' +
		'RP WT WP Figure Formula Form'
	).split(' ')
);

export function readStructureTree(
	root: PDFDict,
	objectNumber: (dict: PDFDict) => number | undefined
): StructureTree {
	const tree: StructureTree = {
		elements: [],
		parents: treeEntries(dictAt(root, 'ParentTree'), 'Nums'),
		nextParentKey: numberAt(root, 'ParentTreeNextKey'),
		hasElementTwice: false
	};
	const roleMap = dictAt(root, 'RoleMap');
	const seen = new Set<PDFDict>();

	function readKids(
		kids: PDFObject | undefined,
		parent: StructureElement | undefined,
		page: PDFDict | undefined
	): void {
		for (const kid of kids instanceof PDFArray ? (asList(kids) ?? []) : [kids]) {
			const mcid = asNumber(kid);
			const dict = asDict(kid);
			if (mcid !== undefined) parent?.marked.push({ page, mcid });
			else if (dict === undefined) continue;
			else if (nameAt(dict, 'Type') === 'MCR')
				parent?.marked.push({ page: dictAt(dict, 'Pg') ?? page, mcid: numberAt(dict, 'MCID') ?? -1 });
			else if (nameAt(dict, 'Type') === 'OBJR') {
				const object = dictAt(dict, 'Obj');
				if (object !== undefined) parent?.objects.push(object);
			} else readElement(dict, parent, page);
		}
	}

	function readElement(dict: PDFDict, parent: StructureElement | undefined, page: PDFDict | undefined): void {
		if (seen.has(dict)) {
			tree.hasElementTwice = true;
			return;
		}
		seen.add(dict);
		const role = standardRole(nameAt(dict, 'S') ?? '', roleMap);
		const like = (parent?.kids ?? []).filter((kid) => kid.role === role).length;
		const step = parent === undefined ? role : `${parent.path.replace(/ \(.*/, '')} > ${role} ${like + 1}`;
		const path = `${step} (object ${objectNumber(dict) ?? 'without number'})`;
		const element = { dict, role, path, parent, kids: [], marked: [], objects: [] };
		parent?.kids.push(element);
		tree.elements.push(element);
		readKids(entry(dict, 'K'), element, dictAt(dict, 'Pg') ?? page);
	}

	readKids(entry(root, 'K'), undefined, undefined);
	return tree;
}

function standardRole(role: string, roleMap: PDFDict | undefined): string {
	let found: string | undefined = role;
	for (
		const seen = new Set<string>();
		found !== undefined && !seen.has(found);
		found = nameAt(roleMap, found)
	) {
		if (STANDARD_ROLES.has(found)) return found;
		seen.add(found);
	}
	return role;
}

/** The element and all that stand below it. */
export function withDescendants(element: StructureElement): StructureElement[] {
	return [element, ...element.kids.flatMap(withDescendants)];
}

/** An attribute of an element, such as the scope of a header cell. */
export function attribute(element: StructureElement, name: string): PDFObject | undefined {
	const held = entry(element.dict, 'A');
	return [held, ...(asList(held) ?? [])].map((attributes) => entry(asDict(attributes), name)).find(Boolean);
}

/** How many columns or rows a cell covers. */
export function span(element: StructureElement, name: 'ColSpan' | 'RowSpan'): number {
	return asNumber(attribute(element, name)) ?? 1;
}
