import type { ItemTitles, Origins } from '#lib/questionnaire/cited-sources.ts';
import type { Questionnaire, Source } from '#lib/questionnaire/schema.ts';
import { loadTexts } from '#lib/session/load-texts.ts';
import { loadSources } from '#lib/session/questionnaires.ts';

// imported, never fetched; checked when the site is built, so the type is taken at its word
const frameworkTexts = import.meta.glob<{ items: ItemTitles }>('/questionnaires/frameworks.*.json', {
	import: 'default'
});

/**
 * What the questions of a questionnaire rest on; names of framework items in English where the language is missing.
 * @param own the publications that a questionnaire from a file brings: the list of the site is for those of the site
 */
export async function loadOrigins(
	{ deadlines = [] }: Pick<Questionnaire, 'deadlines'>,
	language: string,
	own: readonly Source[] | undefined
): Promise<Origins> {
	const [sources, { items }] = await Promise.all([
		own ?? loadSources(),
		loadTexts(frameworkTexts, 'frameworks.', language)
	]);
	return { sources, itemTitles: items, deadlines };
}
