import { DEFAULT_LANGUAGE } from '#lib/i18n/languages.ts';

/**
 * Loads texts in a language, in English where the language is missing.
 * @param files what was imported with `import.meta.glob` from questionnaires/
 * @param stem how the names of the wanted files begin there, for example "help." or "icss/"
 */
export async function loadTexts<Text>(
	files: Readonly<Record<string, () => Promise<Text>>>,
	stem: string,
	language: string
): Promise<Text> {
	const fileIn = (code: string) => files[`/questionnaires/${stem}${code}.json`];
	const load = fileIn(language) ?? fileIn(DEFAULT_LANGUAGE.code);
	if (load === undefined) throw new Error(`No texts at questionnaires/${stem}${DEFAULT_LANGUAGE.code}.json`);
	return load();
}
