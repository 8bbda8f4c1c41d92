import { ROW_RULE } from '#lib/export/pdf/canvas.ts';
import { entryLines } from '#lib/export/pdf/entries.ts';
import { drawLines, gapLine, heightOf, spanLines } from '#lib/export/pdf/lines.ts';
import { PAGE, TYPE, WIDTH } from '#lib/export/pdf/look.ts';
import type { Sheet } from '#lib/export/pdf/sheet.ts';
import type { Method } from '#lib/plan/report/model.ts';

const COLUMN_GAP = 24;
const COLUMN_WIDTH = (WIDTH - COLUMN_GAP) / 2;

/** How the numbers came about: half a page that stays whole, in two columns, and the control table. */
export function drawMethod(sheet: Sheet, method: Method): void {
	const { canvas } = sheet;
	const paragraphs = method.paragraphs.map(({ lead, text }) => [
		...spanLines(
			canvas,
			[
				{ text: `${lead} `, style: TYPE.tableBold },
				{ text, style: TYPE.table }
			],
			COLUMN_WIDTH
		),
		gapLine(5)
	]);
	const half = Math.ceil(paragraphs.length / 2);
	const columns = [paragraphs.slice(0, half).flat(), paragraphs.slice(half).flat()];
	const entries = entryLines(canvas, method.entries);
	const textHeight = Math.max(...columns.map((lines) => heightOf(lines)));
	const height = canvas.typesetter.leading(TYPE.h2) + 22 + textHeight + 8 + heightOf(entries);
	if (sheet.room < height) sheet.startPart(method.title);
	else sheet.startPartBelow(method.title);
	for (const [k, lines] of columns.entries())
		drawLines(lines, PAGE.left + k * (COLUMN_WIDTH + COLUMN_GAP), sheet.y);
	sheet.y += textHeight + 8;
	canvas.line(
		[
			[PAGE.left, sheet.y],
			[PAGE.right, sheet.y]
		],
		ROW_RULE
	);
	sheet.y = drawLines(entries, PAGE.left, sheet.y);
}
