import type { Canvas } from '#lib/export/pdf/canvas.ts';
import { drawLines, heightOf, textLines, type Line } from '#lib/export/pdf/lines.ts';
import { COLOURS, TYPE, type TextStyle } from '#lib/export/pdf/look.ts';
import type { StandardRow, Summary } from '#lib/plan/report/model.ts';

export const RADAR = { width: 226, height: 146 } as const;
/** Of more standards the names beside the rings would overlap. */
export const MOST_AXES = 8;
/** The outer ring; it gives way to long words beside it. */
const RADIUS = { most: 54, least: 42 } as const;
const CENTRE = { x: RADAR.width / 2, y: 76 } as const;
/** Room between the outer ring and a name beside it. */
const NAME_GAP = 5;
/** A name beside the rings may take this many lines; a longer one is cut. */
const NAME_LINES = 2;
const NAME: TextStyle = { ...TYPE.scale, colour: COLOURS.ink };

/** One axis for each standard, clockwise from the top; the rings are the rating limits. */
export function radar(
	canvas: Canvas,
	{ standards, scale }: Pick<Summary, 'standards' | 'scale'>,
	caption: string
): Line {
	const captionLines = textLines(canvas, caption, TYPE.smallSoft, RADAR.width);
	return {
		height: RADAR.height + heightOf(captionLines),
		draw: (x, y) => {
			const numbers = standards.map(({ name, shown }) => `${name}: ${shown}`).join('; ');
			canvas.figure(`${caption} ${numbers}`, { x, y, ...RADAR }, () =>
				drawRadar(canvas, { standards, scale }, x, y)
			);
			drawLines(captionLines, x, y + RADAR.height);
		}
	};
}

/** Where the axis of a standard points: parts of the radius to the end side and down. */
interface Axis {
	standard: StandardRow;
	across: number;
	down: number;
}

/** The figure without its caption. */
function drawRadar(
	canvas: Canvas,
	{ standards, scale }: Pick<Summary, 'standards' | 'scale'>,
	x: number,
	y: number
): void {
	const axes = standards.map((standard, k): Axis => {
		const angle = (2 * Math.PI * k) / standards.length - Math.PI / 2;
		return { standard, across: Math.cos(angle), down: Math.sin(angle) };
	});
	const radius = radiusBeside(canvas, axes);
	const point = (value: number, { across, down }: Axis): [number, number] => [
		x + CENTRE.x + (radius * value * across) / 100,
		y + CENTRE.y + (radius * value * down) / 100
	];
	const shape = (value: (row: StandardRow) => number | null): [number, number][] =>
		axes.map((axis) => point(value(axis.standard) ?? 0, axis));
	canvas.polygon(
		shape(({ score }) => score),
		{ fill: COLOURS.tint }
	);
	for (const { at } of scale)
		if (at > 0)
			canvas.polygon(
				shape(() => at),
				at === 100 ? { line: COLOURS.soft, width: 0.8 } : { line: COLOURS.rule, width: 0.5 }
			);
	for (const axis of axes)
		canvas.line([point(0, axis), point(100, axis)], { line: COLOURS.rule, width: 0.5 });
	canvas.polygon(
		shape(({ low }) => low),
		{ line: COLOURS.accent, width: 0.8, dashes: [2, 1.6] }
	);
	canvas.polygon(
		shape(({ score }) => score),
		{ line: COLOURS.accent, width: 1.8 }
	);
	for (const axis of axes) {
		const [markX, markY] = point(axis.standard.score ?? 0, axis);
		canvas.rectangle(markX - 2.2, markY - 2.2, 4.4, 4.4, { fill: COLOURS.accent });
		drawName(canvas, axis, { x, end: point(100, axis) });
	}
}

const isBeside = ({ across }: Axis): boolean => Math.abs(across) >= 0.3;

/** How large the rings may be so that no word beside them is broken. */
function radiusBeside({ typesetter }: Canvas, axes: readonly Axis[]): number {
	const rooms = axes.filter(isBeside).map(({ standard, across }) => {
		const room = RADAR.width / 2 - NAME_GAP - Math.ceil(typesetter.longestWord(standard.name, NAME));
		return room / Math.abs(across);
	});
	return Math.max(RADIUS.least, Math.min(RADIUS.most, ...rooms));
}

/** Name and score at the end of an axis: above, below or beside the rings. */
function drawName(
	canvas: Canvas,
	axis: Axis,
	{ x, end: [endX, endY] }: { x: number; end: readonly [number, number] }
): void {
	const { typesetter } = canvas;
	const { standard, across, down } = axis;
	if (!isBeside(axis)) {
		const score = ` ${standard.shown}`;
		const scoreWidth = typesetter.width(score, TYPE.tableBold);
		const name = typesetter.clip(standard.name, NAME, RADAR.width - scoreWidth);
		const start = endX - (typesetter.width(name, NAME) + scoreWidth) / 2;
		const baseline = down < 0 ? endY - 6 : endY + 11;
		canvas.drawText(name, start, baseline, NAME);
		canvas.drawText(score, start + typesetter.width(name, NAME), baseline, TYPE.tableBold);
		return;
	}
	const room = (across > 0 ? x + RADAR.width - endX : endX - x) - NAME_GAP;
	const startOf = (width: number): number => (across > 0 ? endX + NAME_GAP : endX - NAME_GAP - width);
	const text = typesetter.clip(standard.name, NAME, room, NAME_LINES);
	const lines = typesetter.lines([{ text, style: NAME }], room);
	for (const [k, line] of lines.entries()) {
		const baseline = endY - 2 - (lines.length - 1 - k) * line.leading;
		canvas.drawLine({ ...line, start: 0 }, startOf(line.width), baseline);
	}
	const scoreWidth = typesetter.width(standard.shown, TYPE.tableBold);
	canvas.drawText(standard.shown, startOf(scoreWidth), endY + 9, TYPE.tableBold);
}
