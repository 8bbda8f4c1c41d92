import { wordsFrom, type Catalogue } from '#lib/i18n/catalogue.ts';
import type messages from '#lib/i18n/messages/en.late.json';
import type { WordValues } from '#lib/questionnaire/words.ts';

/** Gives a message of a part that loads late. */
export type LateWords = (key: keyof typeof messages, values?: WordValues) => string;

const catalogues = import.meta.glob<Catalogue>('./messages/*.late.json', { import: 'default' });

/**
 * The messages of parts that load only when somebody asks for them: the help about keys, and where a question comes
 * from. Every page can show them, and none has to carry them.
 */
export async function loadLateWords(language: string): Promise<LateWords> {
	const load = catalogues[`./messages/${language}.late.json`];
	if (load === undefined) throw new Error(`No late messages in ${language}`);
	return wordsFrom(await load(), language);
}
