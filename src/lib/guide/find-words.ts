import type { Glossary, GlossaryTerm } from '#lib/guide/glossary.ts';

/** A word of the glossary with its id, which is also its anchor on the page. */
export interface Word extends GlossaryTerm {
	id: string;
}

/** Letters without accents, signs and case, so that "Off limits" finds "off-limits". */
function plain(text: string): string {
	return text
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Other forms of a word that a reader is glad of: those that only add an ending to another one are left out. */
export function shownForms({ term, also }: GlossaryTerm): string[] {
	const forms = [term, ...also].map(plain);
	return also.filter((form) => !forms.some((each) => each !== plain(form) && plain(form).startsWith(each)));
}

/** All words of the glossary in the order of the alphabet. */
export function sortWords({ language, terms }: Glossary): Word[] {
	const order = new Intl.Collator(language);
	return Object.entries(terms)
		.map(([id, term]) => ({ id, ...term }))
		.sort((a, b) => order.compare(a.term, b.term));
}

/**
 * Words that hold what somebody types: in the word or another form of it, else in the meaning.
 * @returns the words in their order; those found by name stand before those found by meaning
 */
export function findWords(words: readonly Word[], typed: string): Word[] {
	const wanted = plain(typed);
	if (wanted === '') return [...words];
	const byName = words.filter(({ term, also }) =>
		[term, ...also].some((form) => plain(form).includes(wanted))
	);
	const byMeaning = words.filter((word) => !byName.includes(word) && plain(word.meaning).includes(wanted));
	return [...byName, ...byMeaning];
}
