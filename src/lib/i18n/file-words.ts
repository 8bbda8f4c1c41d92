import { wordsFrom, type Catalogue } from '#lib/i18n/catalogue.ts';
import type messages from '#lib/i18n/messages/en.files.json';
import type { WordValues } from '#lib/questionnaire/words.ts';

/** Gives a message about files. */
export type FileWords = (key: keyof typeof messages, values?: WordValues) => string;

const catalogues = import.meta.glob<Catalogue>('./messages/*.files.json', { import: 'default' });

/** The messages about saving and opening files, and questionnaires that came in one. */
export async function loadFileWords(language: string): Promise<FileWords> {
	const load = catalogues[`./messages/${language}.files.json`];
	if (load === undefined) throw new Error(`No messages about files in ${language}`);
	return wordsFrom(await load(), language);
}
