import { baselineOf, ROW_RULE, type Canvas } from '#lib/export/pdf/canvas.ts';
import { drawLines, endLine, fewLines, heightOf, textLines, type Line } from '#lib/export/pdf/lines.ts';
import { COLOURS, TYPE, WIDTH } from '#lib/export/pdf/look.ts';
import { scaleLine, scoreBar } from '#lib/export/pdf/score-bar.ts';
import { drawCells } from '#lib/export/pdf/signs.ts';
import type { Rating } from '#lib/assessment/rating.ts';
import type { Cells, StandardRow, Summary } from '#lib/plan/report/model.ts';

const COLUMNS = { name: 92, rating: 158, bar: 160, shown: 34, answered: WIDTH - 444 } as const;
const BAR = { width: 150, height: 9 } as const;
const CELLS_WIDTH = 34;
const PADDING = 4;
/** A standard's name may take this many lines; a longer one is cut. */
const NAME_LINES = 2;

/** The standards with rating, score and range: the home of the summary's numbers. */
export function standardsTable(canvas: Canvas, summary: Summary): Line[] {
	return [headLine(canvas, summary), ...summary.standards.map((row) => rowLine(canvas, row, summary.scale))];
}

function headLine(canvas: Canvas, { columns, scale }: Summary): Line {
	// 0 and 100 are the ends of the bar
	const limits = scale.filter(({ at }) => at > 0 && at < 100);
	const height = TYPE.smallBold.leading + TYPE.scale.leading + 4.5;
	const style = TYPE.smallBold;
	return {
		height,
		draw: (x, y) => {
			const low = y + TYPE.scale.leading;
			canvas.drawText(columns.standard, x, baselineOf(low, style), style);
			canvas.drawText(columns.rating, x + COLUMNS.name, baselineOf(low, style), style);
			const bar = x + COLUMNS.name + COLUMNS.rating;
			canvas.drawText(columns.score, bar, baselineOf(y - 2, style), style);
			scaleLine(canvas, limits, BAR.width).draw(bar, y + style.leading);
			endLine(canvas, columns.shown, style, COLUMNS.shown).draw(bar + COLUMNS.bar, low);
			endLine(canvas, columns.answered, style, COLUMNS.answered).draw(bar + COLUMNS.bar + COLUMNS.shown, low);
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

function rowLine(canvas: Canvas, row: StandardRow, scale: Summary['scale']): Line {
	const names = fewLines(canvas, row.name, TYPE.tableBold, COLUMNS.name - 8, NAME_LINES);
	const ratingWidth = COLUMNS.rating - CELLS_WIDTH - 8;
	const ratings = [
		...textLines(canvas, row.ratingWord, TYPE.tableBold, ratingWidth),
		...(row.detail === '' ? [] : textLines(canvas, row.detail, TYPE.smallSoft, ratingWidth))
	];
	const bar = scoreBar(canvas, row, scale, BAR);
	const shown = endLine(canvas, row.shown, TYPE.h2, COLUMNS.shown);
	const answered = endLine(canvas, row.answered, TYPE.table, COLUMNS.answered);
	const height = 2 * PADDING + Math.max(heightOf(names), heightOf(ratings), bar.height);
	return {
		height,
		draw: (x, y) => {
			const middle = (line: { height: number }): number => y + (height - line.height) / 2;
			drawLines(names, x, middle({ height: heightOf(names) }));
			const rating = x + COLUMNS.name;
			const cells = RATING_CELLS[row.rating];
			if (cells !== undefined) drawCells(canvas, cells, rating, middle({ height: 8 }));
			drawLines(ratings, rating + CELLS_WIDTH, middle({ height: heightOf(ratings) }));
			const barX = rating + COLUMNS.rating;
			bar.draw(barX, middle({ height: BAR.height }));
			shown.draw(barX + COLUMNS.bar, middle(shown));
			answered.draw(barX + COLUMNS.bar + COLUMNS.shown, middle(answered));
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

/** A rating as cells; a standard that does not apply has none. */
const RATING_CELLS: Readonly<Partial<Record<Rating, Cells>>> = {
	met: { filled: 3, of: 3 },
	'mostly-met': { filled: 2, of: 3 },
	'partly-met': { filled: 1, of: 3 },
	'not-met': { filled: 0, of: 3 },
	incomplete: { filled: 'open', of: 3 },
	'not-assessed': { filled: 'open', of: 3 }
};
