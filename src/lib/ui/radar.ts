import type { Figures } from '#lib/assessment/score.ts';
import { RATING_LIMITS } from '#lib/assessment/rating.ts';

/** Side of the square the chart is drawn in, in units of its own. */
export const RADAR_SIDE = 320;

const CENTRE = RADAR_SIDE / 2;

interface Point {
	x: number;
	y: number;
}

/** The drawing of a radar chart: points and path data in a square of `RADAR_SIDE`. */
export interface Radar {
	axes: { end: Point; number: Point; hasScore: boolean }[];
	/** One ring for each rating limit and one for 100, with the place of its number. */
	rings: { value: number; path: string; label: Point }[];
	/** From the lowest to the highest possible score; empty when nothing is open. */
	range: string;
	/** Outline of the scores; it stays open beside a standard without one. */
	score: string;
	evidenced: string;
	scorePoints: Point[];
	evidencedPoints: Point[];
}

/**
 * Places three or more standards on a radar chart, the first at the top, the others clockwise. Four of them point
 * to the corners, where their names have room.
 */
export function drawRadar(standards: readonly Figures[]): Radar {
	const count = standards.length;
	const isSquare = count === 4;
	const radius = isSquare ? Math.SQRT2 * (CENTRE - 6) : CENTRE - 26;
	const at = (axis: number, value: number): Point => {
		const angle = (axis / count) * 2 * Math.PI - (isSquare ? 0.75 : 0.5) * Math.PI;
		const distance = (radius * value) / 100;
		return { x: round(CENTRE + distance * Math.cos(angle)), y: round(CENTRE + distance * Math.sin(angle)) };
	};
	const ends = standards.map((_, axis) => axis);
	const pointsOf = (figure: 'score' | 'evidenced') =>
		standards.map((each, axis) => (each[figure] === null ? undefined : at(axis, each[figure])));
	const score = pointsOf('score');
	const evidenced = pointsOf('evidenced');
	const lowest = Math.floor(count / 2);
	return {
		axes: standards.map((each, axis) => ({
			end: at(axis, 100),
			number: at(axis, 100 * (1 + 15 / radius)),
			hasScore: each.score !== null
		})),
		rings: [...Object.values(RATING_LIMITS), 100].map((value) => ({
			value,
			path: closed(ends.map((axis) => at(axis, value))),
			// between the two lowest axes, where nothing else stands
			label: midway(at(lowest, value), at((lowest + 1) % count, value))
		})),
		range: standards.map((each, axis) => bandTo(axis, each, standards[(axis + 1) % count])).join(''),
		score: outline(score),
		evidenced: outline(evidenced),
		scorePoints: score.filter((point) => point !== undefined),
		evidencedPoints: evidenced.filter((point) => point !== undefined)
	};

	/** The part of the range between a standard and the next one; empty where neither can move. */
	function bandTo(axis: number, here: Figures, next: Figures | undefined): string {
		if (here.low === null || here.high === null || !next || next.low === null || next.high === null)
			return '';
		if (here.low === here.high && next.low === next.high) return '';
		const after = (axis + 1) % count;
		return closed([at(axis, here.low), at(axis, here.high), at(after, next.high), at(after, next.low)]);
	}
}

/** A line round through all points, with a break wherever one is missing. */
function outline(points: readonly (Point | undefined)[]): string {
	return points
		.map((from, index) => {
			const to = points[(index + 1) % points.length];
			return from && to ? `M${from.x} ${from.y}L${to.x} ${to.y}` : '';
		})
		.join('');
}

function closed(points: readonly Point[]): string {
	return `M${points.map(({ x, y }) => `${x} ${y}`).join('L')}Z`;
}

function midway(a: Point, b: Point): Point {
	return { x: round((a.x + b.x) / 2), y: round((a.y + b.y) / 2) };
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}
