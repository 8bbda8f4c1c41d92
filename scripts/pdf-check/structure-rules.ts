import { isLanguageTag } from './language.ts';
import { asName, asNumbers, dictAt, textAt } from './objects.ts';
import type { Page, Pdf } from './open-pdf.ts';
import { eachElement, faultUnless, type Rule } from './rule.ts';
import { attribute, STANDARD_ROLES, withDescendants, type StructureElement } from './structure-tree.ts';

/** Rounding of a coordinate, in points. */
const ROUNDING = 0.01;

/** What the structure tree must be for a screen reader. */
export const STRUCTURE_RULES: readonly Rule[] = [
	{
		name: 'The file has a structure tree',
		find: ({ tree }) =>
			faultUnless(
				tree !== undefined && tree.elements.length > 0,
				'The catalog has no StructTreeRoot, or it is empty.'
			)
	},
	{
		name: 'Each element stands once in the tree and names its parent',
		find: (pdf) => [
			...faultUnless(pdf.tree?.hasElementTwice !== true, 'An element is a kid of two others, or of itself.'),
			...eachElement(pdf, ({ dict, parent }) => {
				const wanted = parent?.dict ?? dictAt(pdf.catalog, 'StructTreeRoot');
				return dictAt(dict, 'P') === wanted ? undefined : 'Its P is not the element it is a kid of.';
			})
		]
	},
	{
		name: 'Each role is a standard one or mapped to one',
		find: (pdf) =>
			eachElement(pdf, ({ role }) =>
				STANDARD_ROLES.has(role) ? undefined : `The role ${role} is not known.`
			)
	},
	{
		name: 'Each language of an element is a language tag',
		find: (pdf) =>
			eachElement(pdf, ({ dict }) => {
				const tag = textAt(dict, 'Lang');
				return tag === undefined || isLanguageTag(tag)
					? undefined
					: `Lang is “${tag}”, which is no language tag.`;
			})
	},
	{
		name: 'No element is empty',
		find: (pdf) =>
			eachElement(pdf, ({ role, kids, marked, objects }) =>
				role === 'TD' || kids.length + marked.length + objects.length > 0
					? undefined
					: 'It has no kids and no content.'
			)
	},
	{
		name: 'Headings begin with H1 and skip no level',
		find: (pdf) => {
			let before = 0;
			return eachElement(pdf, ({ role }) => {
				if (!isHeading(role)) return undefined;
				const level = Number(role.slice(1));
				const allowed = before + 1;
				before = level;
				return level <= allowed ? undefined : `It should be H${allowed} at most.`;
			});
		}
	},
	{
		name: 'Each heading has text',
		find: (pdf) =>
			eachElement(pdf, (element) =>
				isHeading(element.role) && !hasText(pdf, element) ? 'It shows no text.' : undefined
			)
	},
	{
		name: 'Each figure has an alternative text',
		find: (pdf) =>
			eachElement(pdf, ({ role, dict }) =>
				role !== 'Figure' || textAt(dict, 'Alt')?.trim() ? undefined : 'It has no Alt, or an empty one.'
			)
	},
	{
		name: 'Each figure says where on its page it is',
		find: (pdf) =>
			eachElement(pdf, (element) => (element.role === 'Figure' ? boxProblem(pdf, element) : undefined))
	},
	{
		name: 'Each header cell says what it heads',
		find: (pdf) =>
			eachElement(pdf, (element) => {
				const scope = asName(attribute(element, 'Scope'));
				if (element.role !== 'TH' || scope === 'Column' || scope === 'Row') return undefined;
				return `Its Scope is ${scope ?? 'missing'}; it should be Column or Row.`;
			})
	}
];

function isHeading(role: string): boolean {
	return /^H[1-6]$/.test(role);
}

/** Whether any of it can be read out. Elements without content, and pages that cannot be read, are other faults. */
function hasText(pdf: Pdf, element: StructureElement): boolean {
	const all = withDescendants(element);
	if (all.some(({ dict }) => textAt(dict, 'ActualText')?.trim() || textAt(dict, 'Alt')?.trim())) return true;
	const pieces = all.flatMap(({ marked }) =>
		marked.map(({ page, mcid }) => pageOf(pdf, page)?.content.marked.get(mcid))
	);
	const known = pieces.filter((piece) => piece !== undefined);
	return known.length === 0 || known.some(({ text }) => text.trim() !== '');
}

function pageOf({ pages }: Pdf, dict: Page['dict'] | undefined): Page | undefined {
	return pages.find((page) => page.dict === dict);
}

function boxProblem(pdf: Pdf, element: StructureElement): string | undefined {
	const box = asNumbers(attribute(element, 'BBox'));
	if (box?.length !== 4) return 'It has no BBox of four numbers.';
	const [left = 0, bottom = 0, right = 0, top = 0] = box;
	if (left >= right || bottom >= top) return `Its BBox ${box.join(' ')} has no inside.`;
	const named =
		dictAt(element.dict, 'Pg') ?? withDescendants(element).flatMap(({ marked }) => marked)[0]?.page;
	const page = pageOf(pdf, named);
	if (page?.box === undefined) return 'It is on no page.';
	const [pageLeft = 0, pageBottom = 0, pageRight = 0, pageTop = 0] = page.box;
	const isInside =
		left >= pageLeft - ROUNDING &&
		bottom >= pageBottom - ROUNDING &&
		right <= pageRight + ROUNDING &&
		top <= pageTop + ROUNDING;
	return isInside ? undefined : `Its BBox ${box.join(' ')} reaches beyond ${page.place}.`;
}
