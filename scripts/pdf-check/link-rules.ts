import { leadsToPage } from './destinations.ts';
import { dictAt, nameAt, textAt } from './objects.ts';
import type { Page, Pdf } from './open-pdf.ts';
import { faultUnless, type Fault, type Rule } from './rule.ts';

/** Links and where they lead. */
export const LINK_RULES: readonly Rule[] = [
	{
		name: 'Each link is an element with its annotation',
		find: (pdf) => {
			if (pdf.tree === undefined) return [];
			const links = pdf.tree.elements.filter(({ role }) => role === 'Link');
			const owned = new Set(links.flatMap(({ objects }) => objects));
			return [
				...links.flatMap(({ path, objects }) =>
					faultUnless(objects.some(isLink), 'It has no OBJR of a link.', path)
				),
				...eachLink(pdf, (link) => (owned.has(link) ? undefined : 'It belongs to no element Link.'))
			];
		}
	},
	{
		name: 'Each link says in words where it leads',
		find: (pdf) =>
			eachLink(pdf, (link) =>
				textAt(link, 'Contents')?.trim() ? undefined : 'It has no Contents, or empty ones.'
			)
	},
	{
		name: 'Each link leads somewhere',
		find: (pdf) =>
			eachLink(pdf, (link) => {
				const leads = textAt(dictAt(link, 'A'), 'URI') !== undefined || leadsToPage(pdf, link);
				return leads ? undefined : 'It has no address, and leads to no page of this file.';
			})
	},
	{
		name: 'Each address is https',
		find: ({ dictionaries }) =>
			dictionaries.flatMap(({ place, dict }) => {
				const address = textAt(dict, 'URI');
				return faultUnless(
					address === undefined || isHttps(address),
					`The address ${address} is not https.`,
					place
				);
			})
	},
	{
		name: 'The tab key follows the structure tree',
		find: ({ pages }) =>
			pages.flatMap(({ place, dict, annotations }) =>
				faultUnless(
					annotations.length === 0 || nameAt(dict, 'Tabs') === 'S',
					'It has annotations, but not Tabs S.',
					place
				)
			)
	}
];

function isLink(annotation: Page['dict']): boolean {
	return nameAt(annotation, 'Subtype') === 'Link';
}

/** One fault for each link of which a sentence is said. */
function eachLink({ pages }: Pdf, say: (link: Page['dict']) => string | undefined): Fault[] {
	return pages.flatMap(({ place, annotations }) =>
		annotations.flatMap((annotation, i) => {
			const detail = isLink(annotation) ? say(annotation) : undefined;
			return detail === undefined ? [] : [{ place: `${place}, annotation ${i + 1}`, detail }];
		})
	);
}

function isHttps(address: string): boolean {
	return URL.canParse(address) && new URL(address).protocol === 'https:';
}
