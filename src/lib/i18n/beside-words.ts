import { wordsFrom, type Catalogue } from '#lib/i18n/catalogue.ts';
import type messages from '#lib/i18n/messages/en.beside.json';
import type { WordValues } from '#lib/questionnaire/words.ts';

/** Gives a message of what stands beside every page. */
export type BesideWords = (key: keyof typeof messages, values?: WordValues) => string;

const catalogues = import.meta.glob<Catalogue>('./messages/*.beside.json', { import: 'default' });

/** The messages of what stands beside every page once it is alive: the lock, the cover, news of the site. */
export async function loadBesideWords(language: string): Promise<BesideWords> {
	const load = catalogues[`./messages/${language}.beside.json`];
	if (load === undefined) throw new Error(`No messages beside the pages in ${language}`);
	return wordsFrom(await load(), language);
}
