/** As much as a sentence can hold of a name or a text that may be as long as its file. */
const LONGEST = 100;

/** A text as it can stand in a sentence: its beginning, when it is long. */
export function brief(text: string): string {
	return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
