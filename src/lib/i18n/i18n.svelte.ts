import { getContext, setContext } from 'svelte';
import type questions from '#lib/i18n/messages/en.json';
import type data from '#lib/i18n/messages/en.data.json';
import type frameworks from '#lib/i18n/messages/en.frameworks.json';
import type keeping from '#lib/i18n/messages/en.keeping.json';
import type guide from '#lib/i18n/messages/en.guide.json';
import type pages from '#lib/i18n/messages/en.pages.json';
import { wordsFrom, type Catalogue } from '#lib/i18n/catalogue.ts';
import { formatFor, type Format } from '#lib/i18n/format.ts';
import { languageOf, type Language } from '#lib/i18n/languages.ts';
import type { WordValues } from '#lib/questionnaire/words.ts';

export type MessageKey =
	| keyof typeof questions
	| keyof typeof pages
	| keyof typeof guide
	| keyof typeof data
	| keyof typeof frameworks
	| keyof typeof keeping;

/** What every component reads: the language, its messages and its formats. */
export interface I18n {
	readonly language: Language;
	readonly format: Format;
	t(key: MessageKey, values?: WordValues): string;
}

const KEY = Symbol('i18n');

/** Makes a language known to all components below. Called once, in the root layout; follows its language. */
export function provideI18n(current: () => { messages: Catalogue; language: string }): I18n {
	const words = $derived(wordsFrom(current().messages, current().language));
	const language = $derived(languageOf(current().language));
	const format = $derived(formatFor(current().language));
	return setContext<I18n>(KEY, {
		get language() {
			return language;
		},
		get format() {
			return format;
		},
		t: (key, values) => words(key, values)
	});
}

/** The language of the page, for any component. */
export function useI18n(): I18n {
	return getContext<I18n>(KEY);
}
