import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadFaces } from '#lib/export/pdf/faces.ts';
import { TYPE } from '#lib/export/pdf/look.ts';
import { Measure } from '#lib/export/pdf/measure.ts';

const style = TYPE.table;
const measure = new Measure(await loadFaces(['ş']));
const broken = (text: string, width: number): string[] =>
	measure.lines([{ text, style }], width).map((pieces) => pieces.map((piece) => piece.text).join(''));

describe('breaking into lines', () => {
	test('at spaces, hyphens and line ends', () => {
		expect(broken('one two three', measure.width('one two', style))).toEqual(['one two', 'three']);
		expect(broken('well-being', measure.width('being', style))).toEqual(['well-', 'being']);
		expect(broken('one\n\ntwo', 500)).toEqual(['one', '', 'two']);
	});

	test('not at a no-break space', () => {
		expect(broken('in 5\u00a0km', measure.width('5\u00a0km', style))).toEqual(['in', '5\u00a0km']);
	});

	test('no line is wider than allowed and no character is lost', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: 'grapheme', maxLength: 300 }),
				fc.integer({ min: 20, max: 300 }),
				(text, width) => {
					const lines = broken(text, width);
					for (const line of lines) expect(measure.width(line, style)).toBeLessThanOrEqual(width + 1e-6);
					expect(lines.join('').replace(/\s/g, '')).toBe(broken(text, 1e9).join('').replace(/\s/g, ''));
				}
			),
			{ seed: 3 }
		);
	});

	test('two styles stand on one line, the second after the first', () => {
		const [line] = measure.lines(
			[
				{ text: 'Proof: ', style: TYPE.smallSoftBold },
				{ text: 'minutes', style: TYPE.smallSoft }
			],
			500
		);
		expect(line?.map(({ text }) => text)).toEqual(['Proof:', ' minutes']);
		expect(line?.[1]?.x).toBeCloseTo(measure.width('Proof:', TYPE.smallSoftBold));
	});
});

describe('cutting to one line', () => {
	test('keeps what fits and says that something is missing', () => {
		expect(measure.clip('short', style, 500)).toBe('short');
		const width = measure.width('a long na…', style);
		expect(measure.clip('a long name', style, width)).toBe('a long…');
		expect(measure.clip('alongname', style, measure.width('along…', style))).toBe('along…');
		expect(measure.clip('two\nlines', style, 500)).toBe('two lines');
	});
});
