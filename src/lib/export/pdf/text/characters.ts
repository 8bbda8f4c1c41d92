/**
 * Marks without a shape of their own that a line does not need: soft hyphen, variation selectors, tags. Leaving them
 * out loses nothing that can be seen. Joiners stay, because letters change shape at them, and so do direction marks and
 * isolates, because they order the line. Direction overrides stay too, and are shown and reported like any character
 * the fonts lack: they would reorder what stands on the screen.
 */
const SHAPELESS = /(?![\u061c\u200c-\u200f\u202a-\u202e\u2066-\u2069])\p{Default_Ignorable_Code_Point}/gu;
const LINE_ENDS = /\r\n?|[\u2028\u2029]/g;
/** Letters that were joined to look better, as they come out of other PDFs: people search for the letters. */
const JOINED = /[\ufb00-\ufb06]/g;
/** Half a character, which no file can hold: a text cut in the middle of one. */
const HALVES = /\p{Surrogate}/gu;
/** Direction marks and isolates: they order a line and are never drawn. */
const STEERING = /^[\u061c\u200e\u200f\u2066-\u2069]$/;

/** A text as it is drawn: composed accents, joined letters apart, line breaks as `\n`, tabs as spaces, nothing shapeless. */
export function drawnText(text: string): string {
	return text
		.normalize('NFC')
		.replace(LINE_ENDS, '\n')
		.replace(/\t/g, ' ')
		.replace(JOINED, (letters) => letters.normalize('NFKC'))
		.replace(HALVES, '\ufffd')
		.replace(SHAPELESS, '');
}

/** Whether a character only orders the line it stands in. */
export function isSteering(character: string): boolean {
	return STEERING.test(character);
}
