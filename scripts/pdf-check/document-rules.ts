import { PDFBool, type PDFDict } from '@cantoo/pdf-lib';
import { isGoTo, leadsToPage, outlineEntries } from './destinations.ts';
import { isLanguageTag, isRightToLeft } from './language.ts';
import { asList, dictAt, entry, nameAt, textAt } from './objects.ts';
import { faultUnless, type Rule } from './rule.ts';

/** Actions of PDF 1.7 and 2.0, 12.6.4, other than GoTo and URI. */
const ACTIONS = new Set(
	(
		'GoToR GoToE GoToDp Launch Thread Sound Movie Hide Named SubmitForm ResetForm ImportData JavaScript ' +
		'SetOCGState Rendition Trans GoTo3DView RichMediaExecute'
	).split(' ')
);
const ACTIVE_KEYS = [
	'JavaScript',
	'JS',
	'EmbeddedFiles',
	'AcroForm',
	'AA',
	'XFA',
	'RichMediaContent',
	'Collection'
];
const ACTIVE_KINDS = new Set([
	'Filespec',
	'EmbeddedFile',
	'Widget',
	'RichMedia',
	'FileAttachment',
	'Screen',
	'Movie',
	'Sound',
	'3D'
]);

/** What the file says about itself as a whole. */
export const DOCUMENT_RULES: readonly Rule[] = [
	{
		name: 'The file is PDF 1.7',
		find: ({ header, catalog }) => {
			const version = nameAt(catalog, 'Version') ?? header.replace('%PDF-', '');
			return faultUnless(
				header === '%PDF-1.7' && version === '1.7',
				`It begins with ${header}, and is PDF ${version}.`
			);
		}
	},
	{
		name: 'The file has XMP metadata',
		find: ({ xmp }) => faultUnless(xmp !== undefined, 'The catalog has no stream Metadata.')
	},
	{
		name: 'The metadata say PDF/UA-1',
		find: ({ xmp }) =>
			faultUnless(
				xmp === undefined || /pdfuaid:part(>|=["'])1\b/.test(xmp),
				'The metadata have no pdfuaid:part 1.'
			)
	},
	{
		name: 'The metadata have a title',
		find: ({ xmp }) =>
			faultUnless(
				xmp === undefined || Boolean(xmpTitle(xmp)?.trim()),
				'The metadata have no dc:title, or an empty one.'
			)
	},
	{
		name: 'Both titles are the same',
		find: ({ xmp = '', info }) => {
			const [inside, outside] = [xmpTitle(xmp), textAt(info, 'Title')];
			return faultUnless(
				inside === undefined || inside === outside,
				`dc:title is “${inside}”, Info has “${outside}”.`
			);
		}
	},
	{
		name: 'The window shows the title',
		find: ({ catalog }) =>
			faultUnless(
				isTrue(dictAt(catalog, 'ViewerPreferences'), 'DisplayDocTitle'),
				'DisplayDocTitle is not true.'
			)
	},
	{
		name: 'The file says that it is tagged',
		find: ({ catalog }) => faultUnless(isTrue(dictAt(catalog, 'MarkInfo'), 'Marked'), 'Marked is not true.')
	},
	{
		name: 'No tags are suspect',
		find: ({ catalog }) => faultUnless(!isTrue(dictAt(catalog, 'MarkInfo'), 'Suspects'), 'Suspects is true.')
	},
	{
		name: 'The document names its language',
		find: ({ catalog }) => {
			const tag = textAt(catalog, 'Lang') ?? '';
			return faultUnless(isLanguageTag(tag), `Lang is “${tag}”, which is no language tag.`);
		}
	},
	{
		name: 'Pages follow each other as the language runs',
		find: ({ catalog }) => {
			const tag = textAt(catalog, 'Lang') ?? '';
			if (!isLanguageTag(tag)) return [];
			const wanted = isRightToLeft(tag) ? 'R2L' : 'L2R';
			const direction = nameAt(dictAt(catalog, 'ViewerPreferences'), 'Direction') ?? 'L2R';
			return faultUnless(
				direction === wanted,
				`Direction is ${direction}; for “${tag}” it should be ${wanted}.`
			);
		}
	},
	{
		name: 'The file has an outline',
		find: (pdf) =>
			faultUnless(outlineEntries(pdf).length > 0, 'The catalog has no Outlines, or they are empty.')
	},
	{
		name: 'Each outline entry has a title and leads to a page',
		find: (pdf) =>
			outlineEntries(pdf).flatMap((item, i) => {
				const title = textAt(item, 'Title')?.trim();
				const place = `outline entry ${i + 1}${title ? ` “${title}”` : ''}`;
				return [
					...faultUnless(Boolean(title), 'It has no title.', place),
					...faultUnless(leadsToPage(pdf, item), 'It leads to no page of this file.', place)
				];
			})
	},
	{
		name: 'The file opens at one of its pages',
		find: (pdf) => {
			const open = entry(pdf.catalog, 'OpenAction');
			const leads =
				asList(open) === undefined ? isGoTo(pdf, dictAt(pdf.catalog, 'OpenAction')) : pdf.isDestination(open);
			return faultUnless(open === undefined || leads, 'OpenAction does not lead to a page of this file.');
		}
	},
	{
		name: 'Nothing runs, sends, plays or lies hidden in the file',
		find: ({ dictionaries }) =>
			dictionaries.flatMap(({ place, dict }) =>
				activeParts(dict).map((part) => ({ place, detail: `It has ${part}.` }))
			)
	},
	{
		name: 'No page is empty',
		find: ({ pages }) =>
			pages.length === 0
				? faultUnless(false, 'It has no pages.')
				: pages.flatMap(({ place, content }) =>
						faultUnless(content.problem !== undefined || !content.isEmpty, 'It paints nothing.', place)
					)
	}
];

function isTrue(dict: PDFDict | undefined, key: string): boolean {
	const value = entry(dict, key);
	return value instanceof PDFBool && value.asBoolean();
}

/** The first language of dc:title. */
function xmpTitle(xmp: string): string | undefined {
	const title = /<dc:title\b[^>]*>([^]*?)<\/dc:title>/.exec(xmp)?.[1] ?? '';
	return /<rdf:li\b[^>]*>([^<]*)</
		.exec(title)?.[1]
		?.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&apos;', "'")
		.replaceAll('&amp;', '&');
}

function activeParts(dict: PDFDict): string[] {
	const kinds = ['Type', 'Subtype'].map((key) => nameAt(dict, key) ?? '');
	const action = nameAt(dict, 'S') ?? '';
	return [
		...ACTIVE_KEYS.filter((key) => entry(dict, key) !== undefined).map((key) => `an entry ${key}`),
		...kinds.filter((kind) => ACTIVE_KINDS.has(kind)).map((kind) => `the kind ${kind}`),
		...(ACTIONS.has(action) ? [`an action ${action}`] : [])
	];
}
