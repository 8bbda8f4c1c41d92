import type { Canvas } from '#lib/export/pdf/canvas.ts';
import { drawLines, heightOf, textLines, type Line } from '#lib/export/pdf/lines.ts';
import { COLOURS, TYPE, WIDTH } from '#lib/export/pdf/look.ts';
import { PADDING } from '#lib/export/pdf/table.ts';

/** The head of a table: names of the columns at its foot, an ink rule below. */
export function columnHeads(canvas: Canvas, columns: readonly number[], names: readonly string[]): Line {
	const cells = names.map((name, k) =>
		name === '' ? [] : textLines(canvas, name, TYPE.smallBold, (columns[k] ?? 0) - PADDING.end)
	);
	const tallest = Math.max(...cells.map((cell) => heightOf(cell)));
	const height = PADDING.top + tallest + PADDING.bottom;
	return {
		height,
		draw: (x, y) => {
			let start = x;
			for (const [k, cell] of cells.entries()) {
				drawLines(cell, start, y + PADDING.top + tallest - heightOf(cell));
				start += columns[k] ?? 0;
			}
			canvas.line(
				[
					[x, y + height],
					[x + WIDTH, y + height]
				],
				{ line: COLOURS.ink }
			);
		}
	};
}
