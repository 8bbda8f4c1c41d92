import { shownScore } from '#lib/assessment/rating.ts';

/**
 * Points as they are shown, with one decimal, so that the reader can add them up: they give exactly the total,
 * and the total rounds to the whole number that is shown as the score.
 * @param points unrounded, none negative
 * @param score their sum, 0–100
 */
export function showPoints(points: readonly number[], score: number): { points: number[]; total: number } {
	// a score of 81.46 is shown as 81, so its total must not be shown as 81.5
	const tenths = Math.min(Math.round(score * 10), shownScore(score) * 10 + 4);
	// a sum of thirds can fall a hair below the tenth it means
	const whole = points.map((each) => Math.floor(each * 10 + 1e-6));
	const missing = Math.max(0, tenths - whole.reduce((sum, each) => sum + each, 0));
	// what flooring lost goes to those that lost most
	const raised = new Set(
		points
			.map((each, index) => ({ index, lost: each * 10 - (whole[index] ?? 0) }))
			.sort((a, b) => b.lost - a.lost)
			.slice(0, missing)
			.map(({ index }) => index)
	);
	return {
		points: whole.map((each, index) => (each + (raised.has(index) ? 1 : 0)) / 10),
		total: tenths / 10
	};
}
