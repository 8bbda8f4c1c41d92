import { describe, expect, it } from 'vitest';
import { rateStandard, shownScore } from '#lib/assessment/rating.ts';

const complete = { inScope: 4, answered: 4, scored: 4 };

describe('rateStandard', () => {
	it.each([
		[100, 'met'],
		[90, 'met'],
		[90 - 1e-12, 'met'], // a sum of thirds that means 90
		[89.9, 'mostly-met'],
		[70, 'mostly-met'],
		[69.9, 'partly-met'],
		[40, 'partly-met'],
		[39.9, 'not-met'],
		[0, 'not-met']
	] as const)('a score of %d is %s', (score, rating) => {
		expect(rateStandard(complete, score, false)).toBe(rating);
	});

	it.each([
		[95, 'partly-met'],
		[75, 'partly-met'],
		[40, 'partly-met'],
		[39.9, 'not-met']
	] as const)('a score of %d with a critical gap is %s', (score, rating) => {
		expect(rateStandard(complete, score, true)).toBe(rating);
	});

	it('says out of scope when nothing is in scope or nothing of it applies', () => {
		expect(rateStandard({ inScope: 0, answered: 0, scored: 0 }, null, false)).toBe('out-of-scope');
		expect(rateStandard({ inScope: 3, answered: 3, scored: 0 }, null, false)).toBe('out-of-scope');
	});

	it('says not assessed before the first answer', () => {
		expect(rateStandard({ inScope: 3, answered: 0, scored: 0 }, null, false)).toBe('not-assessed');
	});

	it('says incomplete until the last answer, whatever the score', () => {
		expect(rateStandard({ inScope: 3, answered: 2, scored: 2 }, 100, false)).toBe('incomplete');
		expect(rateStandard({ inScope: 3, answered: 2, scored: 0 }, null, false)).toBe('incomplete');
	});
});

describe('shownScore', () => {
	it.each([
		[0, 0],
		[0.49, 0],
		[0.5, 1], // halves go up, also from even numbers
		[1.5, 2],
		[2.5, 3],
		[62.5, 63],
		[66.66666666666667, 67],
		[12.499999999999998, 13], // 12.5 written as a sum of floating-point thirds
		[99.4, 99],
		[100, 100]
	])('%d is shown as %i', (score, shown) => {
		expect(shownScore(score)).toBe(shown);
	});
});
