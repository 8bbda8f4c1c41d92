import { ROW_RULE, type Canvas } from '#lib/export/pdf/canvas.ts';
import { Element } from '#lib/export/pdf/file/structure.ts';
import { drawLines, gapLine, heightOf, listEntry, textLines, type Line } from '#lib/export/pdf/lines.ts';
import { TYPE, WIDTH } from '#lib/export/pdf/look.ts';
import { MOST_AXES, radar, RADAR } from '#lib/export/pdf/radar.ts';
import { scaleLine, scoreBar } from '#lib/export/pdf/score-bar.ts';
import type { Summary } from '#lib/plan/report/model.ts';

const COLUMN_GAP = 20;
const NUMBER_GAP = 14;
const BAR_HEIGHT = 12;

/**
 * Overall score with its range and what it rests on; beside it the radar, if wanted, every standard has a score and
 * their names have room.
 */
export function overallBlock(canvas: Canvas, summary: Summary, hasRadar: boolean): Line {
	const isShown = hasRadar && summary.standards.length <= MOST_AXES;
	const figure = isShown && summary.radar ? radar(canvas, summary, summary.radar.caption) : undefined;
	const width = figure === undefined ? WIDTH : WIDTH - RADAR.width - COLUMN_GAP;
	const { overall } = summary;
	const lines = [
		// without a score the sentences say so; a big dash would look like a result
		...(overall.score === null
			? textLines(canvas, overall.sentences, TYPE.body, width)
			: [numberLine(canvas, overall, width)]),
		gapLine(5),
		scaleLine(canvas, summary.scale, width),
		gapLine(1),
		scoreBar(canvas, overall, summary.scale, { width, height: BAR_HEIGHT }),
		gapLine(6),
		countsLine(canvas, summary.counts, width)
	];
	return {
		height: Math.max(heightOf(lines), figure?.height ?? 0),
		draw: (x, y) => {
			drawLines(lines, x, y);
			figure?.draw(x + WIDTH - RADAR.width, y);
		}
	};
}

function numberLine(canvas: Canvas, { shown, unit, sentences }: Summary['overall'], width: number): Line {
	const numberWidth = Math.max(
		canvas.typesetter.width(shown, TYPE.overall),
		canvas.typesetter.width(unit, TYPE.table)
	);
	const number = [
		...textLines(canvas, shown, TYPE.overall, width),
		...textLines(canvas, unit, TYPE.table, width)
	];
	const beside = textLines(canvas, sentences, TYPE.table, width - numberWidth - NUMBER_GAP);
	const height = Math.max(heightOf(number), heightOf(beside));
	return {
		height,
		draw: (x, y) => {
			drawLines(number, x, y);
			drawLines(beside, x + numberWidth + NUMBER_GAP, y + (height - heightOf(beside)) / 2);
		}
	};
}

/** The four counts side by side. */
function countsLine(canvas: Canvas, counts: Summary['counts'], width: number): Line {
	const columnWidth = width / Math.max(1, counts.length);
	const list = new Element('L');
	const columns = counts.map(({ value, name }) =>
		listEntry(canvas, list, [
			...textLines(canvas, value, TYPE.count, columnWidth),
			...textLines(canvas, name, TYPE.smallSoft, columnWidth - 6)
		])
	);
	return {
		height: 5 + Math.max(...columns.map((column) => heightOf(column))),
		draw: (x, y) => {
			canvas.line(
				[
					[x, y],
					[x + width, y]
				],
				ROW_RULE
			);
			for (const [k, column] of columns.entries()) drawLines(column, x + k * columnWidth, y + 5);
		}
	};
}
