const FROM_RIGHT_TO_LEFT = /^(ar|ckb|dv|fa|he|prs|ps|sd|ug|ur|yi)(-|$)/;

/** The direction of texts in a language, which may be one that the site does not speak. */
export function directionOfLanguage(language: string): 'ltr' | 'rtl' {
	return FROM_RIGHT_TO_LEFT.test(language) ? 'rtl' : 'ltr';
}

/** A text that does not change the order of the words around it, whatever it is written in. */
export function isolated(text: string): string {
	const [FIRST_STRONG_ISOLATE, POP_ISOLATE] = ['\u2068', '\u2069'];
	return FIRST_STRONG_ISOLATE + text + POP_ISOLATE;
}
