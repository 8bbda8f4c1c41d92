const LANGUAGES = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** Scripts of today that run from right to left. */
const RIGHT_TO_LEFT = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);

/** Whether it is a BCP 47 tag of a language that has a name. */
export function isLanguageTag(tag: string): boolean {
	try {
		return LANGUAGES.of(new Intl.Locale(tag).language) !== undefined;
	} catch {
		return false;
	}
}

/** Whether a language is written from right to left; the tag must be one. */
export function isRightToLeft(tag: string): boolean {
	return RIGHT_TO_LEFT.has(new Intl.Locale(tag).maximize().script ?? '');
}
