import { expect, it } from 'vitest';
import { changeOf } from '#lib/assessment/score-change.ts';

const figures = (score: number | null, low: number | null = score, high: number | null = score) => ({
	score,
	low,
	high,
	evidenced: null
});

it.each([
	['up, with nothing open', figures(40), figures(55), { then: 40, now: 55, direction: 'up' }, false],
	['down, with nothing open', figures(55), figures(40), { then: 55, now: 40, direction: 'down' }, false],
	[
		'not at all, with nothing open',
		figures(40.2),
		figures(39.8),
		{ then: 40, now: 40, direction: 'same' },
		false
	],
	[
		'up beyond doubt',
		figures(40, 30, 45),
		figures(55, 46, 60),
		{ then: 40, now: 55, direction: 'up' },
		false
	],
	['up, perhaps', figures(40, 30, 46), figures(55, 46, 60), { then: 40, now: 55, direction: 'up' }, true],
	['down, perhaps', figures(55, 55, 55), figures(40, 20, 60), { then: 55, now: 40, direction: 'down' }, true],
	[
		'nothing one could be sure of',
		figures(40, 30, 50),
		figures(40),
		{ then: 40, now: 40, direction: 'same' },
		true
	]
])('%s', (_name, then, now, change, isUncertain) => {
	expect(changeOf(then, now)).toEqual({ ...change, isUncertain });
});

it('is nothing without both scores', () => {
	expect(changeOf(figures(null), figures(40))).toBeUndefined();
	expect(changeOf(figures(40), figures(null, 0, 100))).toBeUndefined();
});
