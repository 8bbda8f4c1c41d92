import { describe, expect, test } from 'vitest';
import {
	directionOf,
	inVisualOrder,
	levelsOf,
	withWholeParts,
	type Direction
} from '#lib/export/pdf/text/direction.ts';

describe('directionOf', () => {
	test.each<[string, string, Direction, Direction]>([
		['most letters are Arabic', 'تدريب الموظفين: UNICEF', 'ltr', 'rtl'],
		['a sentence that begins with another word', 'UNICEF: تدريب الموظفين', 'rtl', 'rtl'],
		['the first letter is the page’s, whatever it quotes', 'Note: نموذج نموذج نموذج', 'ltr', 'ltr'],
		['most letters are Latin', 'Training of وحدة staff', 'rtl', 'ltr'],
		['as many of each: that of the page', 'ab تد', 'rtl', 'rtl'],
		['as many of each: that of the page', 'ab تد', 'ltr', 'ltr'],
		['no letters: that of the page', '21/50 (٤٢٪) – ۳', 'rtl', 'rtl'],
		['Arabic digits are no letters', 'page ٣٣٣٣٣٣ ۴۴۴۴۴', 'rtl', 'ltr'],
		['marks are no letters', 'abc ت\u064e\u0651\u064e\u0651\u064e\u0651', 'rtl', 'ltr'],
		['what is isolated does not count', 'Form \u2067نموذج نموذج نموذج\u2069', 'rtl', 'ltr'],
		['nor what is isolated in it', '\u2067نموذج \u2066+1\u2069 نموذج\u2069 Form', 'rtl', 'ltr'],
		['an isolate without end neither', 'Form \u2067نموذج نموذج نموذج', 'rtl', 'ltr'],
		['Hebrew, Thaana and N’Ko count too', 'שלום ab', 'ltr', 'rtl'],
		['other scripts run from left to right', 'क्षेत्र መረጃ 儿童 تد', 'rtl', 'ltr']
	])('%s: %s', (_, text, page, direction) => {
		expect(directionOf(text, page)).toBe(direction);
	});
});

test('addresses and telephone numbers are isolated where letters run from right to left', () => {
	expect(withWholeParts('call +211 920 000 111')).toBe('call +211 920 000 111');
	expect(withWholeParts('اتصل +211 920 000 111')).toBe('اتصل \u2066+211 920 000 111\u2069');
});

/** The characters of a line from left to right. */
function visual(text: string, direction: Direction): string {
	const levels = levelsOf(text, direction);
	const parts = Array.from(text, (character, k) => ({ character, level: levels[k] ?? 0 }));
	return inVisualOrder(parts)
		.map(({ character }) => character)
		.join('');
}

describe('the examples of Unicode Standard Annex 9', () => {
	// there capital letters stand for those from right to left; brackets are turned around where they are drawn
	const arabic = (text: string): string =>
		text.replace(/[A-Z]/g, (letter) => String.fromCharCode(0x5d0 + letter.charCodeAt(0) - 65));
	test.each<[string, string, Direction]>([
		['car means CAR.', 'car means RAC.', 'ltr'],
		['<car MEANS CAR.=', '=.RAC SNAEM car<', 'rtl'],
		['he said “car MEANS CAR.”', 'he said “car RAC SNAEM.”', 'ltr'],
		['SMITH (fabrikam ARABIC) HEBREW', 'WERBEH )CIBARA fabrikam( HTIMS', 'rtl'],
		['ARABIC (car) 123', '123 )car( CIBARA', 'rtl'],
		['ARABIC 123, 456', '456 ,123 CIBARA', 'rtl'],
		['ARABIC 1,234.5', '1,234.5 CIBARA', 'rtl'],
		['a BC 12 D e', 'a D 12 CB e', 'ltr'],
		['a \u2067B c\u2069 d', 'a \u2067c B\u2069 d', 'ltr'],
		['A \u2066b (c) D\u2069 E', 'E \u2069b (c) D\u2066 A', 'rtl']
	])('%s', (text, shown, direction) => {
		expect(visual(arabic(text), direction)).toBe(arabic(shown));
	});
});

test('overrides and embeddings order nothing', () => {
	expect(visual('ab\u202ecd\u202c ef', 'ltr')).toBe('ab\u202ecd\u202c ef');
	expect(visual('\u202dאב', 'rtl')).toBe('בא\u202d');
	expect([...levelsOf('a\u202bb\u202cc', 'ltr')]).toEqual([0, 0, 0, 0, 0]);
});

test('inVisualOrder turns around each level within the one below', () => {
	const ordered = (levels: number[]): number[] =>
		inVisualOrder(levels.map((level, id) => ({ level, id }))).map(({ id }) => id);
	expect(ordered([])).toEqual([]);
	expect(ordered([0, 0, 2])).toEqual([0, 1, 2]);
	expect(ordered([1, 1, 1])).toEqual([2, 1, 0]);
	expect(ordered([0, 1, 2, 2, 1, 0])).toEqual([0, 4, 2, 3, 1, 5]);
	expect(ordered([1, 2, 3, 3, 2, 1])).toEqual([5, 1, 3, 2, 4, 0]);
});
