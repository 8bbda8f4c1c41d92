import { asciiString, number, textString } from '#lib/export/pdf/file/write.ts';

/** Standard structure types (PDF 1.7, section 14.8.4) that the paper uses. */
export type Role =
	| 'Document'
	| 'Sect'
	| 'H1'
	| 'H2'
	| 'H3'
	| 'P'
	| 'L'
	| 'LI'
	| 'Lbl'
	| 'LBody'
	| 'Table'
	| 'THead'
	| 'TBody'
	| 'TR'
	| 'TH'
	| 'TD'
	| 'Figure'
	| 'Link';

/** A rectangle on a page, in points from the lower left corner. */
export interface PageBox {
	page: number;
	left: number;
	bottom: number;
	right: number;
	top: number;
}

/** A link to an address outside of the document. */
export interface LinkAnnotation extends PageBox {
	/** https only. */
	address: string;
	/** What a reader aloud says of it. */
	contents: string;
	element: Element;
}

interface Mark {
	page: number;
	id: number;
}

type Kid = Element | Mark | LinkAnnotation;

/** What may hold its words itself: a paragraph that is alone in one of these says nothing that it does not. */
const HOLDERS: ReadonlySet<Role> = new Set(['TH', 'TD', 'LBody']);

/** A part of the document as a reader aloud meets it: a heading, a paragraph, the cell of a table. */
export class Element {
	readonly role: Role;
	parent: Element | undefined;
	readonly kids: Kid[] = [];
	/** Whether a header cell names its row or its column. */
	readonly scope: 'Row' | 'Column' | undefined;
	/** What a figure shows. */
	readonly alternative: string | undefined;
	/** Where a figure stands; set when it is drawn. */
	box: PageBox | undefined;

	constructor(role: Role, { scope, alternative }: { scope?: 'Row' | 'Column'; alternative?: string } = {}) {
		this.role = role;
		this.scope = scope;
		this.alternative = alternative;
	}

	/** Adds an element at the end of this one. */
	add(kid: Element): void {
		kid.parent = this;
		this.kids.push(kid);
	}
}

/** How the writer of a file gives out numbers of objects and takes their content. */
export interface Objects {
	reserve(): number;
	put(id: number, content: string): void;
	/** The object of a page. */
	page(number: number): number;
}

/** The structure tree of a document: which element each mark on a page belongs to. */
export class Structure {
	readonly root = new Element('Document');
	readonly links: LinkAnnotation[] = [];
	readonly #marks = new Map<number, Element[]>();

	/** The number of a new mark of an element on a page. */
	mark(element: Element, page: number): number {
		const marks = this.#marks.get(page) ?? [];
		this.#marks.set(page, marks);
		const id = marks.push(element) - 1;
		element.kids.push({ page, id });
		return id;
	}

	hasMarks(page: number): boolean {
		return this.#marks.has(page);
	}

	link(annotation: LinkAnnotation): void {
		this.links.push(annotation);
		annotation.element.kids.push(annotation);
	}

	/**
	 * Writes the tree, the links and what leads from marks and links back to the tree (PDF 1.7, section 14.7).
	 * @param linkIds the objects of the links, which their pages name already
	 * @returns the object of the root
	 */
	put(objects: Objects, pages: number, linkIds: readonly number[]): number {
		const rootId = objects.reserve();
		const parentsId = objects.reserve();
		const ids = new Map<Element, number>();
		const written: { element: Element; id: number; kids: readonly Kid[] }[] = [];
		const reserve = (element: Element): void => {
			const id = objects.reserve();
			const only = onlyParagraph(element);
			if (only !== undefined) ids.set(only, id);
			ids.set(element, id);
			const { kids } = only ?? element;
			written.push({ element, id, kids });
			for (const kid of kids) if (kid instanceof Element) reserve(kid);
		};
		reserve(this.root);
		const idOf = (element: Element): number => ids.get(element) ?? rootId;
		const linkIdOf = (link: LinkAnnotation): number => linkIds[this.links.indexOf(link)] ?? rootId;

		for (const { element, id, kids } of written) {
			// marks on the page of the element are numbers, on others they name their page
			const home = kids.find((kid): kid is Mark | LinkAnnotation => !(kid instanceof Element))?.page;
			const parts = kids.map((kid) => {
				if (kid instanceof Element) return `${idOf(kid)} 0 R`;
				const page = `/Pg ${objects.page(kid.page)} 0 R`;
				if ('address' in kid) return `<</Type /OBJR /Obj ${linkIdOf(kid)} 0 R ${page}>>`;
				return kid.page === home ? String(kid.id) : `<</Type /MCR ${page} /MCID ${kid.id}>>`;
			});
			const parent = element.parent === undefined ? rootId : idOf(element.parent);
			objects.put(
				id,
				[
					`<</Type /StructElem /S /${element.role} /P ${parent} 0 R`,
					...(home === undefined ? [] : [`/Pg ${objects.page(home)} 0 R`]),
					...attributesOf(element),
					`/K [${parts.join(' ')}]>>`
				].join(' ')
			);
		}
		const onPages = [...this.#marks]
			.sort(([a], [b]) => a - b)
			.map(([page, elements]) => `${page - 1} [${elements.map((each) => `${idOf(each)} 0 R`).join(' ')}]`);
		const ofLinks = this.links.map((link, k) => {
			const { left, bottom, right, top, address, contents, element } = link;
			objects.put(
				linkIdOf(link),
				`<</Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [${[left, bottom, right, top].map(number).join(' ')}] /StructParent ${pages + k} /Contents ${textString(contents)} /A <</S /URI /URI ${asciiString(address)}>>>>`
			);
			return `${pages + k} ${idOf(element)} 0 R`;
		});
		objects.put(parentsId, `<</Nums [${[...onPages, ...ofLinks].join('\n')}]>>`);
		objects.put(
			rootId,
			`<</Type /StructTreeRoot /K [${idOf(this.root)} 0 R] /ParentTree ${parentsId} 0 R /ParentTreeNextKey ${pages + this.links.length}>>`
		);
		return rootId;
	}
}

/** The paragraph that is all there is in a cell or an entry of a list: it needs no object of its own. */
function onlyParagraph({ role, kids }: Element): Element | undefined {
	const [only] = kids;
	const isAlone = HOLDERS.has(role) && kids.length === 1 && only instanceof Element && only.role === 'P';
	return isAlone ? only : undefined;
}

function* attributesOf({ scope, alternative, box }: Element): Generator<string> {
	if (scope !== undefined) yield `/A <</O /Table /Scope /${scope}>>`;
	if (alternative !== undefined) yield `/Alt ${textString(alternative)}`;
	if (box !== undefined) {
		const { left, bottom, right, top } = box;
		yield `/A <</O /Layout /Placement /Block /BBox [${[left, bottom, right, top].map(number).join(' ')}]>>`;
	}
}
