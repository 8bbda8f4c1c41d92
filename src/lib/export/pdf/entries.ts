import { ROW_RULE, type Canvas } from '#lib/export/pdf/canvas.ts';
import { fittingWidth } from '#lib/export/pdf/column-widths.ts';
import { Element } from '#lib/export/pdf/file/structure.ts';
import { drawLines, gapLine, heightOf, linesInside, textLines, type Line } from '#lib/export/pdf/lines.ts';
import { TYPE, WIDTH } from '#lib/export/pdf/look.ts';
import { PADDING as TABLE_PADDING } from '#lib/export/pdf/table.ts';
import type { Entry } from '#lib/plan/report/model.ts';

/** Width that suits most names; it grows with their longest word. */
const NAME = { least: 144, most: 230 } as const;
/** Room to write in. */
const PEN_HEIGHT = 16;
const PADDING = 4;

/** Names and values as a table with a rule below each; a value that is null leaves its line to the pen. */
export function entryLines(canvas: Canvas, entries: readonly Entry[]): Line[] {
	const names = entries.map(({ name }) => name);
	const nameWidth = fittingWidth(canvas, names, NAME, TYPE.bodySoft);
	return linesInside(
		canvas,
		new Element('Table'),
		entries.map((entry) => entryLine(canvas, entry, nameWidth))
	);
}

function entryLine(canvas: Canvas, { name, value }: Entry, nameWidth: number): Line {
	const row = new Element('TR');
	const [head, cell] = [new Element('TH', { scope: 'Row' }), new Element('TD')];
	const names = textLines(canvas, name, TYPE.bodySoft, nameWidth - TABLE_PADDING.end, head);
	const values =
		value === null ? [gapLine(PEN_HEIGHT)] : textLines(canvas, value, TYPE.body, WIDTH - nameWidth, cell);
	const height = 2 * PADDING + Math.max(heightOf(names), heightOf(values));
	return {
		height,
		draw: (x, y) => {
			canvas.inside(row, () => {
				drawLines(names, x, y + PADDING);
				canvas.as(cell, () => drawLines(values, x + nameWidth, y + PADDING));
			});
			canvas.line(
				[
					[x, y + height],
					[x + WIDTH, y + height]
				],
				ROW_RULE
			);
		}
	};
}
