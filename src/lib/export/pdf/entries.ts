import { ROW_RULE, type Canvas } from '#lib/export/pdf/canvas.ts';
import { Element } from '#lib/export/pdf/file/structure.ts';
import { drawLines, gapLine, heightOf, linesInside, textLines, type Line } from '#lib/export/pdf/lines.ts';
import { TYPE, WIDTH } from '#lib/export/pdf/look.ts';
import type { Entry } from '#lib/plan/report/model.ts';

const NAME_WIDTH = 144;
/** Room to write in. */
const PEN_HEIGHT = 16;
const PADDING = 4;

/** Names and values as a table with a rule below each; a value that is null leaves its line to the pen. */
export function entryLines(canvas: Canvas, entries: readonly Entry[]): Line[] {
	const table = new Element('Table');
	return linesInside(
		canvas,
		table,
		entries.map((entry) => entryLine(canvas, entry))
	);
}

function entryLine(canvas: Canvas, { name, value }: Entry): Line {
	const row = new Element('TR');
	const [head, cell] = [new Element('TH', { scope: 'Row' }), new Element('TD')];
	const names = textLines(canvas, name, TYPE.bodySoft, NAME_WIDTH - 8, head);
	const values =
		value === null ? [gapLine(PEN_HEIGHT)] : textLines(canvas, value, TYPE.body, WIDTH - NAME_WIDTH, cell);
	const height = 2 * PADDING + Math.max(heightOf(names), heightOf(values));
	return {
		height,
		draw: (x, y) => {
			canvas.inside(row, () => {
				drawLines(names, x, y + PADDING);
				canvas.as(cell, () => drawLines(values, x + NAME_WIDTH, y + PADDING));
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
