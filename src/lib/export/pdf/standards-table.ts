import { ROW_RULE, type Canvas } from '#lib/export/pdf/canvas.ts';
import { fittingWidth } from '#lib/export/pdf/column-widths.ts';
import { Element } from '#lib/export/pdf/file/structure.ts';
import {
	drawLines,
	endLine,
	fewLines,
	gapLine,
	heightOf,
	linesInside,
	textLines,
	type Line
} from '#lib/export/pdf/lines.ts';
import { COLOURS, TYPE, WIDTH, type TextStyle } from '#lib/export/pdf/look.ts';
import { scaleLine, scoreBar } from '#lib/export/pdf/score-bar.ts';
import { drawCells } from '#lib/export/pdf/signs.ts';
import type { Rating } from '#lib/assessment/rating.ts';
import type { Cells, StandardRow, Summary } from '#lib/plan/report/model.ts';

/** What columns have at least, and at most; those without a limit have the room that their words need. */
const COLUMNS = {
	name: { least: 92, most: 130 },
	bar: { most: 160, least: 110 },
	rating: 140,
	shown: 34,
	answered: 55
} as const;
const BAR_GAP = 10;
const BAR_HEIGHT = 9;
const CELLS_WIDTH = 34;
const PADDING = 4;
/** Between columns whose texts end at the end side. */
const END_GAP = 10;
/** A standard's name may take this many lines; a longer one is cut. */
const NAME_LINES = 2;

export interface StandardsTable {
	/** Drawn again as part of the page where the table goes on over one. */
	head: Line;
	rows: Line[];
}

/** The standards with rating, score and range: the home of the summary's numbers. */
export function standardsTable(canvas: Canvas, summary: Summary): StandardsTable {
	const [table, head, body] = [new Element('Table'), new Element('THead'), new Element('TBody')];
	const widths = columnWidths(canvas, summary);
	const rows = summary.standards.map((row) => rowLine(canvas, row, summary.scale, widths));
	const headLines = linesInside(canvas, head, [headLine(canvas, summary, widths)]);
	const [first = gapLine(0)] = linesInside(canvas, table, headLines);
	return { head: first, rows: linesInside(canvas, table, linesInside(canvas, body, rows)) };
}

interface Widths {
	name: number;
	rating: number;
	bar: number;
	shown: number;
	answered: number;
}

/** The words at the end have the room they need; the bar gives way to them, then the rating. */
function columnWidths(canvas: Canvas, { columns, standards }: Summary): Widths {
	const { typesetter } = canvas;
	const fitting = (least: number, style: TextStyle, texts: string[]): number => {
		const widest = Math.max(
			typesetter.width(texts[0] ?? '', TYPE.smallBold),
			...texts.slice(1).map((text) => typesetter.width(text, style))
		);
		return Math.max(least, widest + END_GAP);
	};
	const shown = fitting(COLUMNS.shown, TYPE.h2, [columns.shown, ...standards.map((row) => row.shown)]);
	const answered = fitting(COLUMNS.answered, TYPE.table, [
		columns.answered,
		...standards.map((row) => row.answered)
	]);
	const names = [columns.standard, ...standards.map((row) => row.name)];
	const name = fittingWidth(canvas, names, COLUMNS.name);
	const rest = WIDTH - name - shown - answered;
	const bar = Math.min(COLUMNS.bar.most, Math.max(COLUMNS.bar.least, rest - COLUMNS.rating));
	return { name, rating: rest - bar, bar, shown, answered };
}

function headLine(canvas: Canvas, { columns, scale }: Summary, widths: Widths): Line {
	// 0 and 100 are the ends of the bar
	const limits = scale.filter(({ at }) => at > 0 && at < 100);
	const style = TYPE.smallBold;
	const head = (): Element => new Element('TH', { scope: 'Column' });
	const scaleFigures = scaleLine(canvas, limits, widths.bar - BAR_GAP);
	const starts = [columns.standard, columns.rating, columns.score].map((text) => {
		const [line = gapLine(0)] = textLines(canvas, text, style, WIDTH, head());
		return line;
	});
	const [standard = gapLine(0), rating = gapLine(0), score = gapLine(0)] = starts;
	const ends = [
		endLine(canvas, columns.shown, style, widths.shown, head()),
		endLine(canvas, columns.answered, style, widths.answered, head())
	];
	const [shown = gapLine(0), answered = gapLine(0)] = ends;
	const low = scaleFigures.height;
	const height = low + Math.max(...starts.map((line) => line.height)) + 4.5;
	const row = new Element('TR');
	return {
		height,
		draw: (x, y) => {
			const bar = x + widths.name + widths.rating;
			canvas.inside(row, () => {
				standard.draw(x, y + low);
				rating.draw(x + widths.name, y + low);
				score.draw(bar, y - 2);
				scaleFigures.draw(bar, y + score.height);
				shown.draw(bar + widths.bar, y + low);
				answered.draw(bar + widths.bar + widths.shown, y + low);
			});
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

function rowLine(canvas: Canvas, row: StandardRow, scale: Summary['scale'], widths: Widths): Line {
	const names = fewLines(canvas, row.name, TYPE.tableBold, widths.name - 8, NAME_LINES);
	const ratingWidth = widths.rating - CELLS_WIDTH - 8;
	const ratings = [
		...textLines(canvas, row.ratingWord, TYPE.tableBold, ratingWidth),
		...(row.detail === '' ? [] : textLines(canvas, row.detail, TYPE.smallSoft, ratingWidth))
	];
	const bar = scoreBar(canvas, row, scale, { width: widths.bar - BAR_GAP, height: BAR_HEIGHT });
	const shown = endLine(canvas, row.shown, TYPE.h2, widths.shown);
	const answered = endLine(canvas, row.answered, TYPE.table, widths.answered);
	const height = 2 * PADDING + Math.max(heightOf(names), heightOf(ratings), bar.height);
	const element = new Element('TR');
	return {
		height,
		draw: (x, y) => {
			const middle = (line: { height: number }): number => y + (height - line.height) / 2;
			const cell = (draw: () => void): void => canvas.inside(new Element('TD'), draw);
			const rating = x + widths.name;
			const barX = rating + widths.rating;
			canvas.inside(element, () => {
				cell(() => drawLines(names, x, middle({ height: heightOf(names) })));
				cell(() => {
					const cells = RATING_CELLS[row.rating];
					if (cells !== undefined) drawCells(canvas, cells, rating, middle({ height: 8 }));
					drawLines(ratings, rating + CELLS_WIDTH, middle({ height: heightOf(ratings) }));
				});
				// the bar shows the number that stands beside it
				cell(() => bar.draw(barX, middle({ height: BAR_HEIGHT })));
				cell(() => shown.draw(barX + widths.bar, middle(shown)));
				cell(() => answered.draw(barX + widths.bar + widths.shown, middle(answered)));
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

/** A rating as cells; a standard that does not apply has none. */
const RATING_CELLS: Readonly<Partial<Record<Rating, Cells>>> = {
	met: { filled: 3, of: 3 },
	'mostly-met': { filled: 2, of: 3 },
	'partly-met': { filled: 1, of: 3 },
	'not-met': { filled: 0, of: 3 },
	incomplete: { filled: 'open', of: 3 },
	'not-assessed': { filled: 'open', of: 3 }
};
