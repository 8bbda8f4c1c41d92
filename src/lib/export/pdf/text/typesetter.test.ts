import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { TYPE } from '#lib/export/pdf/look.ts';
import { Face } from '#lib/export/pdf/text/face.ts';
import { loadFaces } from '#lib/export/pdf/text/faces.ts';
import { Typesetter, type TextLine } from '#lib/export/pdf/text/typesetter.ts';

const style = TYPE.table;
const faces = await loadFaces(['şقक']);
const english = new Typesetter(faces, 'en');
const arabic = new Typesetter(faces, 'ar');

/** What stands on a line, from left to right, letter by letter. */
const shown = ({ runs }: TextLine): string =>
	runs.flatMap(({ clusters }) => clusters.map(({ text }) => text)).join('');
const broken = (text: string, width: number): string[] => english.lines([{ text, style }], width).map(shown);

describe('breaking into lines', () => {
	test('at spaces, hyphens and line ends', () => {
		expect(broken('one two three', english.width('one two', style))).toEqual(['one two', 'three']);
		expect(broken('well-being', english.width('being', style) + 1)).toEqual(['well-', 'being']);
		expect(broken('one\n\ntwo', 500)).toEqual(['one', '', 'two']);
	});

	test('not at a no-break space', () => {
		expect(broken('in 5\u00a0km', english.width('5\u00a0km', style))).toEqual(['in', '5\u00a0km']);
	});

	test('no line is wider than allowed and no character is lost', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: 'grapheme', maxLength: 300 }),
				fc.integer({ min: 20, max: 300 }),
				(text, width) => {
					const lines = english.lines([{ text, style }], width);
					for (const line of lines)
						// a single letter may be wider than a column: there is nothing to cut
						if (line.runs.flatMap(({ clusters }) => clusters).length > 1)
							expect(line.width).toBeLessThanOrEqual(width + 1e-6);
					const letters = (texts: string[]): string =>
						[...texts.join('')]
							.filter((each) => each !== ' ')
							.sort()
							.join('');
					expect(letters(lines.map(shown))).toBe(letters(broken(text, 1e9)));
				}
			),
			{ seed: 3 }
		);
	});

	test('two styles stand on one line, the second after the first', () => {
		const [line] = english.lines(
			[
				{ text: 'Proof: ', style: TYPE.smallSoftBold },
				{ text: 'minutes', style: TYPE.smallSoft }
			],
			500
		);
		expect(line?.runs.map((run) => run.style.bold)).toEqual([true, true, false]);
		expect(line?.width).toBeCloseTo(
			english.width('Proof: x', TYPE.smallSoftBold) -
				english.width('x', TYPE.smallSoftBold) +
				english.width('minutes', TYPE.smallSoft)
		);
	});
});

describe('cutting', () => {
	test('keeps what fits on one line and says that something is missing', () => {
		expect(english.clip('short', style, 500)).toBe('short');
		const width = english.width('a long na…', style);
		expect(english.clip('a long name', style, width)).toBe('a long…');
		expect(english.clip('alongname', style, english.width('along…', style))).toBe('along…');
		expect(english.clip('two\nlines', style, 500)).toBe('two lines');
	});

	test('fills as many lines as it may', () => {
		const width = english.width('one two', style);
		expect(english.clip('one two three four five', style, width, 2)).toBe('one two three…');
	});
});

describe('a very long word', () => {
	/** One that knows no word yet. */
	const fresh = (language = 'en'): Typesetter => new Typesetter(faces, language);
	/** All that HarfBuzz reads while something is done, in UTF-16 units. */
	function readWhile(work: () => void): number {
		const shape = vi.spyOn(Face.prototype, 'shape');
		work();
		return shape.mock.calls.reduce((sum, [text]) => sum + text.length, 0);
	}

	afterEach(() => {
		vi.restoreAllMocks();
	});

	test.each([
		['Latin', 'en', 'abcdefghijklmnopqrstuvwxyz'],
		['Arabic', 'ar', 'تدريبالموظفينقبلالمغادرة'],
		['Indian', 'en', 'र्क्षिहिंदीपढ़ाईद्वारा'],
		['joined Latin', 'en', 'ffi']
	])('of %s letters is read a few times at most', (_, language, letters) => {
		const word = letters.repeat(Math.ceil(5000 / letters.length)).slice(0, 5000);
		const typesetter = fresh(language);
		expect(
			readWhile(() => {
				for (const line of typesetter.lines([{ text: word, style }], 60))
					expect(line.width).toBeLessThanOrEqual(60);
			})
		).toBeLessThan(8 * word.length);
	});

	test('fills each line', () => {
		const lines = fresh().lines([{ text: 'iiiiiWWWWW'.repeat(100), style }], 60);
		const widest = english.width('W', style);
		for (const line of lines.slice(0, -1)) expect(line.width).toBeGreaterThan(60 - widest - 1);
	});

	test('is cut with an ellipsis without trying long texts', () => {
		const word = 'abcdefghij'.repeat(500);
		const typesetter = fresh();
		let text = '';
		const read = readWhile(() => {
			text = typesetter.clip(word, style, 60, 2);
		});
		expect(read).toBeLessThan(8 * word.length);
		const fits = (shown: string): boolean => typesetter.lines([{ text: shown, style }], 60).length <= 2;
		expect(fits(text)).toBe(true);
		expect(fits(`${word.slice(0, text.length)}…`)).toBe(false);
	});
});

describe('a line from right to left', () => {
	test('stands in visual order, with words and numbers of the other direction inside', () => {
		const [line] = arabic.lines([{ text: 'تدريب UNICEF رقم 42', style }], 500);
		expect(line && shown(line)).toBe('42 مقر UNICEF بيردت');
	});

	test('has the boxes of what no face has in the same order', () => {
		const [line] = arabic.lines([{ text: 'مع שלום', style }], 500);
		expect(line && shown(line)).toBe('םולש عم');
	});

	test('keeps a telephone number and an address in order', () => {
		const [line] = arabic.lines([{ text: 'اتصل +211 920 000 111', style }], 500);
		expect(line && shown(line).startsWith('+211 920 000 111')).toBe(true);
	});

	test('a paragraph of another direction is read in its own, and its lines end together', () => {
		const text = 'تدريب الموظفين قبل المغادرة إلى الميدان';
		const lines = english.lines([{ text, style }], english.width(text, style) / 2);
		expect(lines.length).toBeGreaterThan(1);
		const ends = lines.map(({ start, width }) => start + width);
		expect(Math.max(...ends) - Math.min(...ends)).toBeCloseTo(0);
		expect(arabic.lines([{ text, style }], 90).every(({ start }) => start === 0)).toBe(true);
	});

	test('a foreign note does not change the order of the words before it', () => {
		// brackets are named as they were typed; the font shows them turned around
		const [line] = english.lines(
			[
				{ text: 'Note: ', style: TYPE.smallBold },
				{ text: 'تدريب الموظفين (UNICEF).', style }
			],
			500
		);
		expect(line && shown(line)).toBe('Note: .)UNICEF( نيفظوملا بيردت');
	});
});

describe('a letter with its marks', () => {
	test('is one cluster, however many glyphs it has', () => {
		const [line] = english.lines([{ text: 'र्क्षि', style }], 500);
		expect(line?.runs.flatMap(({ clusters }) => clusters.map(({ text }) => text))).toEqual(['र्क्षि']);
	});

	test('that no face has is a box with its own text', () => {
		const [line] = english.lines([{ text: 'a😀b', style }], 500);
		const boxes = line?.runs.flatMap(({ clusters }) => clusters.filter(({ glyphs }) => glyphs[0]?.id === 0));
		expect(boxes?.map(({ text }) => text)).toEqual(['😀']);
		expect(line?.width).toBeGreaterThan(english.width('ab', style));
	});

	test('needs more room between lines in scripts with marks above and below', () => {
		const leading = (text: string): number => english.lines([{ text, style }], 500)[0]?.leading ?? 0;
		expect(leading('plain')).toBe(style.leading);
		expect(leading('क')).toBeGreaterThanOrEqual(1.5 * style.size);
		expect(arabic.leading(style)).toBeGreaterThanOrEqual(1.5 * style.size);
	});
});
