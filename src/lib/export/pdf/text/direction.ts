import bidiFactory from 'bidi-js';
import { WHOLE_PARTS } from '#lib/export/pdf/text/whole-parts.ts';

/** Order of the words of a paragraph, or of the parts of a page. */
export type Direction = 'ltr' | 'rtl';

const bidi = bidiFactory();

const RTL_LETTER = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]|[\ud802\ud803\ud83a][\udc00-\udfff]/;
/** Letters, digits and signs that may stand on an odd level, or cause it. */
const TURNS =
	/[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff]|[\ud802\ud803\ud83a\ud83b]/;
const STRONG = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]|\p{L}/gu;
/** An isolate that holds no other, and one that does not end. */
const ISOLATE = /[\u2066-\u2068][^\u2066-\u2069]*\u2069/g;
const OPEN_ISOLATE = /[\u2066-\u2068][^]*$/;
const DIGITS_AND_MARKS = /[\u0600-\u0605\u0660-\u0669\u066a-\u066c\u06dd\u06f0-\u06f9]|\p{M}/gu;
/** What would take the order of the whole line: the fonts lack it, so it is a box, and a box orders nothing. */
const OVERRIDES = /[\u202a-\u202e]/g;

/**
 * The direction in which a paragraph is read: the page's when its first letter is, as browsers tell it; else that of
 * most of its letters. On an Arabic page a sentence that begins with `UNICEF` is an Arabic sentence; on an English one
 * a sentence that quotes a long name in Arabic is an English sentence. What stands in isolates does not count.
 */
export function directionOf(text: string, page: Direction): Direction {
	if (page === 'ltr' && !RTL_LETTER.test(text)) return 'ltr';
	const letters = outsideOfIsolates(text).replace(DIGITS_AND_MARKS, '').match(STRONG) ?? [];
	const directions = letters.map((letter): Direction => (RTL_LETTER.test(letter) ? 'rtl' : 'ltr'));
	const others = directions.filter((direction) => direction !== page).length;
	if (directions[0] === page || 2 * others <= directions.length) return page;
	return page === 'ltr' ? 'rtl' : 'ltr';
}

const LEFT_TO_RIGHT_ISOLATE = '\u2066';
const POP_ISOLATE = '\u2069';

function outsideOfIsolates(text: string): string {
	const outside = text.replace(ISOLATE, '');
	return outside === text ? text.replace(OPEN_ISOLATE, '') : outsideOfIsolates(outside);
}

/** A text in which addresses and telephone numbers keep their order in a line from right to left. */
export function withWholeParts(text: string): string {
	if (!RTL_LETTER.test(text)) return text;
	return text.replace(WHOLE_PARTS, (part) => LEFT_TO_RIGHT_ISOLATE + part + POP_ISOLATE);
}

/**
 * The embedding level of each UTF-16 unit of a paragraph (Unicode Standard Annex 9): even ones run from left to right,
 * odd ones from right to left.
 */
export function levelsOf(paragraph: string, direction: Direction): Uint8Array {
	// most paragraphs of most papers: nothing in them could run from right to left
	if (direction === 'ltr' && !TURNS.test(paragraph)) return new Uint8Array(paragraph.length);
	return bidi.getEmbeddingLevels(paragraph.replace(OVERRIDES, '\ufffc'), direction).levels;
}

/** The parts of one line as they stand from left to right (rule L2 of Annex 9). @param line in reading order */
export function inVisualOrder<Part extends { level: number }>(line: readonly Part[]): Part[] {
	const parts = [...line];
	const levels = parts.map(({ level }) => level);
	const highest = Math.max(0, ...levels);
	const lowestOdd = Math.min(highest + 1, ...levels.filter((level) => level % 2 === 1));
	for (let level = highest; level >= lowestOdd; level--)
		for (let from = 0; from < parts.length; from++) {
			let to = from;
			while ((parts[to]?.level ?? -1) >= level) to++;
			if (to > from) parts.splice(from, to - from, ...parts.slice(from, to).reverse());
			from = to;
		}
	return parts;
}
