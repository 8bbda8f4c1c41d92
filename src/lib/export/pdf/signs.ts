import type { Canvas } from '#lib/export/pdf/canvas.ts';
import { Element } from '#lib/export/pdf/file/structure.ts';
import { COLOURS, type Colour, type TextStyle } from '#lib/export/pdf/look.ts';
import type { Cells, PlanRow, Sign } from '#lib/plan/report/model.ts';

// Signs say by their shape what they mean; a word always stands near.

const { ink, soft, stop, paper } = COLOURS;
const CELL = { size: 7, step: 10 } as const;
const STATUS_SIZE = 8;

/** The sign of a gate, gap or action with its plan number. A gate nobody answered (`?`) is an outline. */
export function drawSign(
	canvas: Canvas,
	sign: Sign,
	label: string,
	{ x, y, size }: { x: number; y: number; size: number }
): void {
	const isOpenGate = sign === 'gate' && label === '?';
	if (isOpenGate) canvas.polygon(octagon(x, y, size - 1.2), { fill: paper, line: stop, width: 1.2 });
	else if (sign === 'gate') canvas.polygon(octagon(x, y, size), { fill: stop });
	else if (sign === 'now') canvas.rectangle(x, y, size, size, { fill: ink });
	else if (sign === 'next')
		canvas.rectangle(x + 0.6, y + 0.6, size - 1.2, size - 1.2, { fill: paper, line: ink, width: 1.2 });
	else
		canvas.line(
			[
				[x + 2, y + size - 0.5],
				[x + size - 2, y + size - 0.5]
			],
			{ line: ink }
		);
	const isFull = (sign === 'gate' && !isOpenGate) || sign === 'now';
	const centre = isOpenGate ? size / 2 - 0.6 : size / 2;
	drawCentred(canvas, label, x + centre, y + centre, size, isOpenGate ? stop : isFull ? paper : ink);
}

/** A full square with a tick: all gates are ready. */
export function drawTick(canvas: Canvas, x: number, y: number, size: number, isFull = true): void {
	if (isFull) canvas.rectangle(x, y, size, size, { fill: ink });
	canvas.line(
		canvas.upright(x, size, [
			[x + size * 0.22, y + size * 0.52],
			[x + size * 0.43, y + size * 0.73],
			[x + size * 0.8, y + size * 0.28]
		]),
		{ line: isFull ? paper : ink, width: size / 8 }
	);
}

/** A row of cells that fill from the start; dashed ones while an answer is missing. */
export function drawCells(canvas: Canvas, { filled, of }: Cells, x: number, y: number): void {
	for (let i = 0; i < of; i++)
		canvas.rectangle(x + i * CELL.step + 0.4, y + 0.4, CELL.size, CELL.size, {
			fill: filled !== 'open' && i < filled ? ink : paper,
			line: ink,
			width: 0.8,
			...(filled === 'open' && { dashes: [1.6, 1.4] })
		});
}

/** The box of an action's status: empty, half, ticked; a crossed line for a closed gap. */
export function drawStatus(canvas: Canvas, status: PlanRow['status'], x: number, y: number): void {
	const box = { x: x + 0.5, y: y + 0.5, end: x + 0.5 + STATUS_SIZE, foot: y + 0.5 + STATUS_SIZE };
	if (status === 'gap-closed') {
		canvas.line(
			[
				[box.x, y + 4.5],
				[box.end, y + 4.5]
			],
			{ line: ink, width: 1.2 }
		);
		canvas.line(
			[
				[x + 2.5, box.foot],
				[x + 6.5, box.y]
			],
			{ line: ink, width: 1.2 }
		);
		return;
	}
	canvas.rectangle(box.x, box.y, STATUS_SIZE, STATUS_SIZE, {
		fill: status === 'done' ? ink : paper,
		line: ink
	});
	if (status === 'in-progress')
		canvas.polygon(
			[
				[box.x, box.y],
				[box.x, box.foot],
				[box.end, box.foot]
			],
			{ fill: ink }
		);
	if (status === 'done')
		canvas.line(
			canvas.upright(x, 9, [
				[x + 2, y + 4.6],
				[x + 3.9, y + 6.6],
				[x + 7, y + 2.6]
			]),
			{ line: paper, width: 1.3 }
		);
}

/** A box to tick by pen. */
export function drawTickBox(canvas: Canvas, x: number, y: number): void {
	canvas.rectangle(x + 0.5, y + 0.5, 10, 10, { fill: paper, line: ink });
}

/** Four corner strokes: a place for a stamp or a logo. */
export function drawCorners(canvas: Canvas, x: number, y: number, width: number, height: number): void {
	const arm = 8;
	for (const [cornerX, toX] of [
		[x, 1],
		[x + width, -1]
	] as const)
		for (const [cornerY, toY] of [
			[y, 1],
			[y + height, -1]
		] as const)
			canvas.line(
				[
					[cornerX + arm * toX, cornerY],
					[cornerX, cornerY],
					[cornerX, cornerY + arm * toY]
				],
				{ line: soft, width: 0.5 }
			);
}

function drawCentred(canvas: Canvas, text: string, x: number, y: number, size: number, colour: Colour): void {
	if (text === '') return;
	const style: TextStyle = { size: size * 0.5, leading: size, bold: true, colour };
	canvas.as(new Element('P'), () =>
		canvas.drawText(text, x - canvas.typesetter.width(text, style) / 2, y + size * 0.18, style)
	);
}

/** Eight points on the circle in a square of the given size, flat at the top like a stop sign. */
function octagon(x: number, y: number, size: number): [number, number][] {
	const radius = size / 2;
	return Array.from({ length: 8 }, (_, k) => {
		const angle = Math.PI / 8 + (k * Math.PI) / 4;
		return [x + radius + radius * Math.cos(angle), y + radius + radius * Math.sin(angle)];
	});
}
