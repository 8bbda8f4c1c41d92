import type { PDFDict } from '@cantoo/pdf-lib';
import { asDict, asList, numberAt } from './objects.ts';
import type { Page, Pdf } from './open-pdf.ts';
import type { PageContent } from './page-content.ts';
import { faultUnless, type Fault, type Rule } from './rule.ts';
import type { StructureElement, StructureTree } from './structure-tree.ts';

/** What the pages draw, and how that and the structure tree name each other. */
export const CONTENT_RULES: readonly Rule[] = [
	{
		name: 'The content of each page can be read',
		find: ({ pages }) =>
			pages.flatMap(({ place, content: { problem } }) =>
				faultUnless(problem === undefined, `It ${problem}.`, place)
			)
	},
	{
		name: 'What opens on a page is closed there',
		find: (pdf) => said(pdf, ({ unbalanced }) => unbalanced)
	},
	{
		name: 'All content is tagged or an artifact',
		find: (pdf) =>
			said(pdf, ({ untagged }) =>
				untagged.length === 0
					? []
					: [`${untagged.length} times it paints without a tag: ${[...new Set(untagged)].join(', ')}.`]
			)
	},
	{
		name: 'Artifacts and tagged content lie apart',
		find: (pdf) => said(pdf, ({ mixed }) => mixed)
	},
	{
		name: 'Each MCID of a page belongs to one element and is used once',
		find: (pdf) =>
			withTree(pdf, (tree) =>
				readable(pdf).flatMap(({ place, dict, content }) => {
					const owners = ownersOf(tree, dict);
					return [...content.marked].flatMap(([mcid, { times }]) => {
						const count = owners.get(mcid)?.length ?? 0;
						return [
							...faultUnless(times === 1, `MCID ${mcid} is used ${times} times.`, place),
							...faultUnless(count === 1, `MCID ${mcid} belongs to ${count} elements.`, place)
						];
					});
				})
			)
	},
	{
		name: 'Each MCID of an element is on its page',
		find: (pdf) =>
			withTree(pdf, ({ elements }) =>
				elements.flatMap(({ path, marked }) =>
					marked.flatMap(({ page: dict, mcid }) => {
						const page = pdf.pages.find((each) => each.dict === dict);
						const isThere =
							page !== undefined && (page.content.problem !== undefined || page.content.marked.has(mcid));
						return faultUnless(isThere, `MCID ${mcid} is not on ${page?.place ?? 'any page'}.`, path);
					})
				)
			)
	},
	{
		name: 'Parent tree and structure tree say the same',
		find: (pdf) =>
			withTree(pdf, (tree) => [
				...readable(pdf).flatMap((page) => pageParentFaults(tree, page)),
				...pdf.pages.flatMap((page) => annotationParentFaults(tree, page)),
				...parentKeyFaults(tree, pdf.pages)
			])
	}
];

function readable({ pages }: Pdf): Page[] {
	return pages.filter(({ content }) => content.problem === undefined);
}

/** A fault for each sentence about the content of a page. */
function said(pdf: Pdf, say: (content: PageContent) => readonly string[]): Fault[] {
	return readable(pdf).flatMap(({ place, content }) => say(content).map((detail) => ({ place, detail })));
}

/** Without a tree nothing can disagree with it; that it is missing is another fault. */
function withTree({ tree }: Pdf, find: (tree: StructureTree) => Fault[]): Fault[] {
	return tree === undefined ? [] : find(tree);
}

/** The elements that each MCID of a page belongs to. */
function ownersOf({ elements }: StructureTree, page: PDFDict): Map<number, StructureElement[]> {
	const owners = new Map<number, StructureElement[]>();
	for (const element of elements) {
		for (const { mcid } of element.marked.filter((piece) => piece.page === page))
			owners.set(mcid, [...(owners.get(mcid) ?? []), element]);
	}
	return owners;
}

function pageParentFaults(tree: StructureTree, { place, dict, content }: Page): Fault[] {
	const key = numberAt(dict, 'StructParents');
	if (key === undefined) return faultUnless(content.marked.size === 0, 'It has no StructParents.', place);
	const parents = asList(tree.parents.get(key));
	if (parents === undefined) return faultUnless(false, `The parent tree has no list ${key}.`, place);
	const owners = ownersOf(tree, dict);
	const mcids = new Set([...content.marked.keys(), ...parents.keys()]);
	return [...mcids].flatMap((mcid) => {
		const parent = asDict(parents[mcid]);
		const mine = owners.get(mcid);
		const isSame =
			mine === undefined
				? // content of no element is another fault
					parent === undefined || content.marked.has(mcid)
				: mine.some((owner) => owner.dict === parent);
		return faultUnless(
			isSame,
			`The parent tree names another element for MCID ${mcid} than the structure tree.`,
			place
		);
	});
}

function annotationParentFaults(tree: StructureTree, { place, annotations }: Page): Fault[] {
	return annotations.flatMap((annotation, i) => {
		const owner = tree.elements.find(({ objects }) => objects.includes(annotation));
		const key = numberAt(annotation, 'StructParent');
		const parent = key === undefined ? undefined : asDict(tree.parents.get(key));
		// an annotation of no element is another fault
		const isSame = owner === undefined || owner.dict === parent;
		return faultUnless(
			isSame,
			'The parent tree does not lead to the element of this annotation.',
			`${place}, annotation ${i + 1}`
		);
	});
}

/** Keys of the parent tree that nothing names, that two things name, or that the next one would get. */
function parentKeyFaults({ parents, nextParentKey }: StructureTree, pages: readonly Page[]): Fault[] {
	const used = pages.flatMap(({ dict, annotations }) => [
		numberAt(dict, 'StructParents'),
		...annotations.map((annotation) => numberAt(annotation, 'StructParent'))
	]);
	return [...parents.keys()].flatMap((key) => {
		const count = used.filter((each) => each === key).length;
		const isFree = nextParentKey !== undefined && Number(key) >= nextParentKey;
		return [
			...faultUnless(count === 1, `Key ${key} is named by ${count} pages and annotations.`, 'parent tree'),
			...faultUnless(!isFree, `Key ${key} is not below ParentTreeNextKey.`, 'parent tree')
		];
	});
}
