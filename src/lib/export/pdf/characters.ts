/**
 * Marks without a shape of their own: soft hyphen, joiners, direction marks and isolates, variation selectors.
 * Leaving them out loses nothing that can be seen. Direction overrides are not among them: they would reorder
 * what stands on the screen, so they are shown and reported like any character the fonts lack.
 */
const SHAPELESS = /(?![\u202a-\u202e])\p{Default_Ignorable_Code_Point}/gu;
const LINE_ENDS = /\r\n?|[\u2028\u2029]/g;

/** A text as it is drawn: composed accents, line breaks as `\n`, tabs as spaces, nothing shapeless. */
export function drawnText(text: string): string {
	return text.normalize('NFC').replace(LINE_ENDS, '\n').replace(/\t/g, ' ').replace(SHAPELESS, '');
}
