import type { Canvas } from '#lib/export/pdf/canvas.ts';
import { Element } from '#lib/export/pdf/file/structure.ts';
import { drawLines, heightOf, textLines, type Line } from '#lib/export/pdf/lines.ts';
import { COLOURS, TYPE, WIDTH } from '#lib/export/pdf/look.ts';
import { PADDING } from '#lib/export/pdf/table.ts';

/** The head of a table: names of the columns at its foot, an ink rule below. */
export function columnHeads(canvas: Canvas, columns: readonly number[], names: readonly string[]): Line {
	const cells = names.map((name, k) => {
		// a column without a name has an empty cell there: each row of a table has as many
		const cell = name === '' ? new Element('TD') : new Element('TH', { scope: 'Column' });
		const width = (columns[k] ?? 0) - PADDING.end;
		return { cell, lines: name === '' ? [] : textLines(canvas, name, TYPE.smallBold, width, cell) };
	});
	const tallest = Math.max(...cells.map(({ lines }) => heightOf(lines)));
	const height = PADDING.top + tallest + PADDING.bottom;
	return {
		height,
		draw: (x, y) => {
			let start = x;
			for (const [k, { cell, lines }] of cells.entries()) {
				canvas.as(cell, () => drawLines(lines, start, y + PADDING.top + tallest - heightOf(lines)));
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
