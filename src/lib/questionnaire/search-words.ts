/**
 * Letters with their marks taken off, in lower case: "Évidence" and "evidence" are the same word to a reader.
 * So are "fraternization", as the UN spells it, and "fraternisation", as our texts do.
 */
function plain(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{M}+/gu, '')
		.toLowerCase()
		.replaceAll('iz', 'is');
}

/** A word, and its parts when it is joined by hyphens. */
export interface SearchWord {
	/** The word without its hyphens and apostrophes: "non-fraternisation" and "nonfraternisation" are one word. */
	whole: string;
	/** What stands between the hyphens; one part for most words. */
	parts: readonly string[];
}

const APOSTROPHES = /['\u2019\u02bc`]/g;
// also the soft hyphen, which only shows at the end of a line
const HYPHENS = /[-\u2010\u2011\u00ad]+/;
const BETWEEN_WORDS = /[^\p{L}\p{N}\-\u2010\u2011\u00ad]+/u;

/** The words of a text as they are searched: without case, accents, apostrophes and punctuation. */
export function searchWords(text: string): SearchWord[] {
	return plain(text)
		.replace(APOSTROPHES, '')
		.split(BETWEEN_WORDS)
		.map((word) => word.split(HYPHENS).filter(Boolean))
		.filter((parts) => parts.length > 0)
		.map((parts) => ({ whole: parts.join(''), parts }));
}
