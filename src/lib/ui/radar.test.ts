import { describe, expect, it } from 'vitest';
import type { Figures } from '#lib/assessment/score.ts';
import { drawRadar } from '#lib/ui/radar.ts';

const settled = (score: number, evidenced = score): Figures => ({
	score,
	low: score,
	high: score,
	evidenced
});
const unanswered: Figures = { score: null, low: 0, high: 100, evidenced: null };
const outOfScope: Figures = { score: null, low: null, high: null, evidenced: null };
const linesIn = (path: string) => path.split('M').length - 1;

describe('drawRadar', () => {
	it('points four standards to the corners, clockwise from the top start', () => {
		const { axes } = drawRadar([settled(0), settled(0), settled(0), settled(0)]);
		expect(axes.map(({ end }) => [end.x, end.y])).toEqual([
			[6, 6],
			[314, 6],
			[314, 314],
			[6, 314]
		]);
	});

	it('starts any other number at the top', () => {
		const [first] = drawRadar(Array.from({ length: 15 }, () => settled(50))).axes;
		expect(first?.end).toEqual({ x: 160, y: 26 });
	});

	it('puts 0 into the middle and 100 on the outer ring', () => {
		const { scorePoints, evidencedPoints, axes } = drawRadar([settled(100, 0), settled(50), settled(50)]);
		expect(scorePoints[0]).toEqual(axes[0]?.end);
		expect(evidencedPoints[0]).toEqual({ x: 160, y: 160 });
	});

	it.each([
		['is closed when every standard has a score', [settled(10), settled(20), settled(30), settled(40)], 4, 4],
		['stays open beside one without', [settled(10), unanswered, settled(30), settled(40)], 2, 3],
		['has no line between lonely scores', [settled(10), unanswered, settled(30), outOfScope], 0, 2]
	])('the outline %s', (_name, standards, lines, points) => {
		const radar = drawRadar(standards);
		expect(linesIn(radar.score)).toBe(lines);
		expect(radar.scorePoints).toHaveLength(points);
		expect(radar.axes.filter(({ hasScore }) => hasScore)).toHaveLength(points);
	});

	it.each([
		['nowhere when nothing is open', [settled(10), settled(20), settled(30)], 0],
		['on both sides of an open standard', [settled(10), unanswered, settled(30), settled(40)], 2],
		['not beside a standard out of scope', [settled(10), unanswered, outOfScope, settled(40)], 1]
	])('the range lies %s', (_name, standards, bands) => {
		expect(linesIn(drawRadar(standards).range)).toBe(bands);
	});
});
