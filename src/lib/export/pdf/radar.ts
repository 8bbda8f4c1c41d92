import type { Canvas } from '#lib/export/pdf/canvas.ts';
import { drawLines, heightOf, textLines, type Line } from '#lib/export/pdf/lines.ts';
import { COLOURS, TYPE, type TextStyle } from '#lib/export/pdf/look.ts';
import type { StandardRow, Summary } from '#lib/plan/report/model.ts';

export const RADAR = { width: 226, height: 146 } as const;
const RADIUS = 54;
const CENTRE = { x: RADAR.width / 2, y: 76 } as const;
/** Room between the outer ring and a name beside it. */
const NAME_GAP = 5;
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

/** The figure without its caption. */
function drawRadar(
	canvas: Canvas,
	{ standards, scale }: Pick<Summary, 'standards' | 'scale'>,
	x: number,
	y: number
): void {
	const axes = standards.map((standard, k) => {
		const angle = (2 * Math.PI * k) / standards.length - Math.PI / 2;
		return { standard, across: Math.cos(angle), down: Math.sin(angle) };
	});
	const point = (value: number, { across, down }: { across: number; down: number }): [number, number] => [
		x + CENTRE.x + (RADIUS * value * across) / 100,
		y + CENTRE.y + (RADIUS * value * down) / 100
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
		drawName(canvas, axis, x, y);
	}
}

/** Name and score at the end of an axis: above, below or beside the rings. */
function drawName(
	canvas: Canvas,
	{ standard, across, down }: { standard: StandardRow; across: number; down: number },
	x: number,
	y: number
): void {
	const { typesetter } = canvas;
	const endX = x + CENTRE.x + across * RADIUS;
	const endY = y + CENTRE.y + down * RADIUS;
	if (Math.abs(across) < 0.3) {
		const score = ` ${standard.shown}`;
		const scoreWidth = typesetter.width(score, TYPE.tableBold);
		const name = typesetter.clip(standard.name, NAME, RADAR.width - scoreWidth);
		const start = endX - (typesetter.width(name, NAME) + scoreWidth) / 2;
		const baseline = down < 0 ? endY - 6 : endY + 11;
		canvas.drawText(name, start, baseline, NAME);
		canvas.drawText(score, start + typesetter.width(name, NAME), baseline, TYPE.tableBold);
		return;
	}
	const edge = across > 0 ? x + RADAR.width - endX : endX - x;
	const name = typesetter.clip(standard.name, NAME, edge - NAME_GAP);
	const startOf = (text: string, style: TextStyle): number =>
		across > 0 ? endX + NAME_GAP : endX - NAME_GAP - typesetter.width(text, style);
	canvas.drawText(name, startOf(name, NAME), endY - 2, NAME);
	canvas.drawText(standard.shown, startOf(standard.shown, TYPE.tableBold), endY + 9, TYPE.tableBold);
}
