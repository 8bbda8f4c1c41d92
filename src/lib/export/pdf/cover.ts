import { ROW_RULE, type Canvas } from '#lib/export/pdf/canvas.ts';
import { Element } from '#lib/export/pdf/file/structure.ts';
import { entryLines } from '#lib/export/pdf/entries.ts';
import {
	drawLines,
	fewLines,
	gapLine,
	heightOf,
	listEntry,
	spanLines,
	textLines,
	type Line
} from '#lib/export/pdf/lines.ts';
import { COLOURS, PAGE, TEXT_WIDTH, TYPE, WIDTH } from '#lib/export/pdf/look.ts';
import type { Sheet } from '#lib/export/pdf/sheet.ts';
import { drawCorners, drawSign } from '#lib/export/pdf/signs.ts';
import type { Report } from '#lib/plan/report/model.ts';

const TITLE_TOP = 222;
/** Between the upper and the lower half. */
const LEAST_GAP = 20;
const COLUMNS = 4;
const COLUMN_GAP = 12;
const COLUMN_WIDTH = (WIDTH - COLUMN_GAP * (COLUMNS - 1)) / COLUMNS;
const NAME_LINES = 2;
const FRAME = { side: 10, top: 8 } as const;
const STOP_SIGN = 26;
const STOP_COLUMN = 36;

/** The first page. Its lower half is set from the foot upwards; the title gives way if both are long. */
export function* drawCover(
	{ canvas }: Sheet,
	{ title, cover }: Pick<Report, 'title' | 'cover'>
): Generator<void> {
	drawCorners(canvas, PAGE.left, PAGE.top, 170, 56);
	const claim = textLines(canvas, cover.claim, TYPE.smallSoft, WIDTH);
	const lower = [
		...(cover.stop === undefined ? [] : [stopFrame(canvas, cover.stop), gapLine(14)]),
		...entryLines(canvas, cover.entries),
		gapLine(14),
		safetyFrame(canvas, cover.safety),
		gapLine(10),
		...claim
	];
	yield;
	const lowerTop = PAGE.bottom - heightOf(lower);
	const name = [
		...textLines(canvas, title, TYPE.coverTitle, TEXT_WIDTH, new Element('H1')),
		...(cover.label === ''
			? []
			: [gapLine(14), ...textLines(canvas, cover.label, TYPE.coverLabel, TEXT_WIDTH)])
	];
	const bars = [gapLine(44), ...standardBars(canvas, cover.standards)];
	yield;
	// where not all standards have room none stands here: the summary names each
	const room = lowerTop - LEAST_GAP - PAGE.top - heightOf(name);
	const upper = heightOf(bars) <= room ? [...name, ...bars] : name;
	drawLines(upper, PAGE.left, Math.min(TITLE_TOP, lowerTop - LEAST_GAP - heightOf(upper)));
	canvas.line(
		[
			[PAGE.left, lowerTop],
			[PAGE.right, lowerTop]
		],
		ROW_RULE
	);
	drawLines(lower, PAGE.left, lowerTop);
	yield;
}

/** The one thing of the result that stands here: whoever holds only this page must know it. */
function stopFrame(canvas: Canvas, { count, heading, text }: NonNullable<Report['cover']['stop']>): Line {
	const inner = WIDTH - 2 * FRAME.side - STOP_COLUMN;
	const lines = [
		...textLines(canvas, heading, { ...TYPE.readiness, colour: COLOURS.stop }, inner, new Element('H2')),
		...textLines(canvas, text, TYPE.body, inner)
	];
	const height = Math.max(heightOf(lines), STOP_SIGN) + 2 * FRAME.top;
	return {
		height,
		draw: (x, y) => {
			canvas.rectangle(x, y, WIDTH, height, { line: COLOURS.stop, width: 1.5 });
			drawSign(canvas, 'gate', count, { x: x + FRAME.side, y: y + FRAME.top, size: STOP_SIGN });
			drawLines(lines, x + FRAME.side + STOP_COLUMN, y + FRAME.top);
		}
	};
}

function safetyFrame(canvas: Canvas, { lead, text }: Report['cover']['safety']): Line {
	const lines = spanLines(
		canvas,
		[
			{ text: `${lead} `, style: TYPE.bodyBold },
			{ text, style: TYPE.body }
		],
		WIDTH - 2 * FRAME.side
	);
	const height = heightOf(lines) + 2 * FRAME.top;
	return {
		height,
		draw: (x, y) => {
			canvas.rectangle(x, y, WIDTH, height, { line: COLOURS.ink });
			drawLines(lines, x + FRAME.side, y + FRAME.top);
		}
	};
}

/** The standards side by side, each under a bar; four in a row. */
function standardBars(canvas: Canvas, standards: Report['cover']['standards']): Line[] {
	const list = new Element('L');
	const rows: Line[] = [];
	for (let start = 0; start < standards.length; start += COLUMNS) {
		const columns = standards
			.slice(start, start + COLUMNS)
			.map(({ number, name }) =>
				listEntry(canvas, list, [
					...textLines(canvas, number, TYPE.body, COLUMN_WIDTH),
					...fewLines(canvas, name, TYPE.bodyBold, COLUMN_WIDTH, NAME_LINES)
				])
			);
		rows.push({
			height: 11 + Math.max(...columns.map((column) => heightOf(column))) + 8,
			draw: (x, y) => {
				for (const [k, column] of columns.entries()) {
					const left = x + k * (COLUMN_WIDTH + COLUMN_GAP);
					canvas.rectangle(left, y, COLUMN_WIDTH, 5, { fill: COLOURS.accent });
					drawLines(column, left, y + 11);
				}
			}
		});
	}
	return rows;
}
