import { ROW_RULE, type Canvas } from '#lib/export/pdf/canvas.ts';
import { columnHeads } from '#lib/export/pdf/column-heads.ts';
import { fittingWidth } from '#lib/export/pdf/column-widths.ts';
import { Element } from '#lib/export/pdf/file/structure.ts';
import { drawLines, gapLine, heightOf, listEntry, textLines, type Line } from '#lib/export/pdf/lines.ts';
import { COLOURS, PAGE, TYPE, WIDTH } from '#lib/export/pdf/look.ts';
import type { Sheet } from '#lib/export/pdf/sheet.ts';
import { drawTickBox } from '#lib/export/pdf/signs.ts';
import { drawTable, PADDING } from '#lib/export/pdf/table.ts';
import type { Decision, Report, Reviews } from '#lib/plan/report/model.ts';

const FRAME = { side: 12, top: 9, bottom: 12 } as const;
const INNER = WIDTH - 2 * FRAME.side;
const TICK_COLUMN = 20;
const SIGNATURES = { gap: 24, height: 36 } as const;
/** Lines for the pen are this far apart, in tables and under the notes. */
const PEN_LEADING = 22;
const LEAST_NOTE_LINES = 4;
/** Widths that suit most papers; they grow with the longest word and leave room for the pen. */
const REVIEW = { name: { least: 170, most: 200 }, day: { least: 110, most: 140 } } as const;

/** Decision, reviews and notes: what people write on the printed paper. */
export function* drawDecision(sheet: Sheet, report: Report): Generator<void> {
	const { canvas } = sheet;
	const { decision, reviews } = report;
	const box = decisionBox(canvas, decision);
	const followsPlan = report.stillToAnswer === undefined && report.plan.groups.length > 0;
	if (followsPlan || sheet.room < canvas.typesetter.leading(TYPE.h2) + 22 + box.height)
		sheet.startPart(decision.title);
	else sheet.startPartBelow(decision.title);
	sheet.y = drawLines([box], PAGE.left, sheet.y) + 14;
	yield;
	yield* drawReviews(sheet, reviews);
	drawNotes(sheet, reviews);
}

/** Choices and signatures in one frame that never splits. */
function decisionBox(canvas: Canvas, decision: Decision): Line {
	const list = new Element('L');
	const choices = decision.choices.map((choice): Line => {
		const lines = listEntry(canvas, list, textLines(canvas, choice, TYPE.body, INNER - TICK_COLUMN));
		return {
			height: heightOf(lines) + 8,
			draw: (x, y) => {
				drawTickBox(canvas, x, y + 5.5);
				drawLines(lines, x + TICK_COLUMN, y + 4);
			}
		};
	});
	const lines = [...choices, gapLine(12), signaturesLine(canvas, decision)];
	const height = FRAME.top + heightOf(lines) + FRAME.bottom;
	return {
		height,
		draw: (x, y) => {
			canvas.rectangle(x, y, WIDTH, height, { line: COLOURS.ink });
			drawLines(lines, x + FRAME.side, y + FRAME.top);
		}
	};
}

function signaturesLine(canvas: Canvas, { signatures, signature, dateAndPlace }: Decision): Line {
	const width = (INNER - SIGNATURES.gap * (signatures.length - 1)) / signatures.length;
	const columns = signatures.map((role) => [
		...textLines(canvas, role, TYPE.bodyBold, width),
		...[signature, dateAndPlace].map((word) => penLine(canvas, word, width))
	]);
	return {
		height: Math.max(...columns.map((column) => heightOf(column))),
		draw: (x, y) => {
			for (const [k, column] of columns.entries()) drawLines(column, x + k * (width + SIGNATURES.gap), y);
		}
	};
}

/** A line to write on, with a small word on it. */
function penLine(canvas: Canvas, word: string, width: number): Line {
	const [label] = textLines(canvas, word, TYPE.smallSoft, width);
	return {
		height: SIGNATURES.height,
		draw: (x, y) => {
			label?.draw(x, y + SIGNATURES.height - 13);
			canvas.line(
				[
					[x, y + SIGNATURES.height],
					[x + width, y + SIGNATURES.height]
				],
				{ line: COLOURS.ink, width: 0.75 }
			);
		}
	};
}

function* drawReviews(sheet: Sheet, reviews: Reviews): Generator<void> {
	const { canvas } = sheet;
	const columns = reviewWidths(canvas, reviews);
	const [nameWidth = 0, plannedWidth = 0] = columns.map((width) => width - PADDING.end);
	const head = columnHeads(canvas, columns, Object.values(reviews.columns));
	sheet.ensure(canvas.typesetter.leading(TYPE.h2) + head.height + reviews.rows.length * PEN_LEADING);
	sheet.heading(reviews.title);
	yield* drawTable(sheet, columns, {
		head,
		rows: reviews.rows.map(({ name, planned }) => () => [
			textLines(canvas, name, TYPE.table, nameWidth),
			planned === '' ? [] : textLines(canvas, planned, TYPE.table, plannedWidth),
			// room for the pen
			[gapLine(PEN_LEADING - 8)],
			[]
		])
	});
}

function reviewWidths(canvas: Canvas, { columns, rows }: Reviews): number[] {
	const name = fittingWidth(canvas, [columns.review, ...rows.map((row) => row.name)], REVIEW.name);
	const planned = fittingWidth(canvas, [columns.planned, ...rows.map((row) => row.planned)], REVIEW.day);
	const done = fittingWidth(canvas, [columns.done], REVIEW.day);
	return [name, planned, done, WIDTH - name - planned - done];
}

/** Ruled lines down to the foot of the page. */
function drawNotes(sheet: Sheet, { notes, notesHint }: Reviews): void {
	const { canvas } = sheet;
	sheet.y += 14;
	const { typesetter } = canvas;
	const headHeight = typesetter.leading(TYPE.h2) + typesetter.leading(TYPE.smallSoft);
	sheet.ensure(headHeight + LEAST_NOTE_LINES * PEN_LEADING);
	sheet.heading(notes);
	sheet.y = drawLines(textLines(canvas, notesHint, TYPE.smallSoft, WIDTH), PAGE.left, sheet.y);
	while (sheet.room >= PEN_LEADING) {
		sheet.y += PEN_LEADING;
		canvas.line(
			[
				[PAGE.left, sheet.y],
				[PAGE.right, sheet.y]
			],
			ROW_RULE
		);
	}
}
