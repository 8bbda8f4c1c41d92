import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shownScore } from '#lib/assessment/rating.ts';
import { showPoints } from '#lib/ui/shown-points.ts';

const inTenths = (values: readonly number[]) => values.reduce((sum, each) => sum + Math.round(each * 10), 0);

it.each([
	[[100 / 3, 100 / 3, 100 / 3], 100, [33.4, 33.3, 33.3], 100],
	[[27.27, 54.19], 81.46, [27.2, 54.2], 81.4], // 81.5 would contradict the 81 that is shown
	[[0, 50], 50, [0, 50], 50],
	[[], 0, [], 0]
])('shows %j with the sum %d as %j with the sum %d', (points, score, shown, total) => {
	expect(showPoints(points, score)).toEqual({ points: shown, total });
});

it('adds up to the total, and the total rounds to the score that is shown', () => {
	const weighted = fc.array(
		fc.record({ weight: fc.constantFrom(1, 2, 3), earned: fc.constantFrom(0, 1 / 3, 0.5, 2 / 3, 1) }),
		{ minLength: 1, maxLength: 40 }
	);
	fc.assert(
		fc.property(weighted, (indicators) => {
			const base = indicators.reduce((sum, { weight }) => sum + weight, 0);
			const points = indicators.map(({ weight, earned }) => (100 * weight * earned) / base);
			const score = points.reduce((sum, each) => sum + each, 0);
			const shown = showPoints(points, score);
			expect(inTenths(shown.points)).toBe(inTenths([shown.total]));
			expect(shownScore(shown.total)).toBe(shownScore(score));
			shown.points.forEach((each, index) => {
				expect(Math.abs(each - (points[index] ?? NaN))).toBeLessThan(0.1 + 1e-6);
			});
		})
	);
});
