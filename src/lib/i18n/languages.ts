/** A language the site speaks. */
export interface Language {
	/** BCP 47 code; also the folder in the address, except for the default language. */
	code: string;
	/** Its own name for itself. */
	name: string;
	direction: 'ltr' | 'rtl';
}

export const DEFAULT_LANGUAGE: Language = { code: 'en', name: 'English', direction: 'ltr' };

/** All languages with a complete message catalogue. A new one is added here and in `messages/`. */
export const LANGUAGES: readonly Language[] = [DEFAULT_LANGUAGE];

/** The language of an address; without or with an unknown code the default one. */
export function languageOf(code: string | undefined): Language {
	return LANGUAGES.find((language) => language.code === code) ?? DEFAULT_LANGUAGE;
}
