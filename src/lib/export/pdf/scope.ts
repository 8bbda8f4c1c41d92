import { columnHeads } from '#lib/export/pdf/column-heads.ts';
import { gapLine, spanLines, textLines } from '#lib/export/pdf/lines.ts';
import { PAGE, TYPE, WIDTH } from '#lib/export/pdf/look.ts';
import type { Sheet } from '#lib/export/pdf/sheet.ts';
import { drawTable, PADDING } from '#lib/export/pdf/table.ts';
import type { ScopePart } from '#lib/plan/report/model.ts';

const COLUMNS = [330, WIDTH - 330] as const;
/** Below another part only where its head and a few rows have room. */
const LEAST_ROOM = 150;

/** The answers about the organisation, and what they left out. Gives way after each row. */
export function* drawScope(sheet: Sheet, part: ScopePart): Generator<void> {
	const { canvas } = sheet;
	if (sheet.room < LEAST_ROOM) sheet.startPart(part.title, part.intro);
	else sheet.startPartBelow(part.title, part.intro);
	const [question, answer] = COLUMNS;
	yield* drawTable(sheet, COLUMNS, {
		head: columnHeads(canvas, COLUMNS, Object.values(part.columns)),
		rows: part.rows.map((row) => () => [
			textLines(canvas, row.question, TYPE.table, question - PADDING.end),
			textLines(canvas, row.answer, TYPE.tableBold, answer - PADDING.end)
		])
	});
	for (const { lead, text } of part.notes) {
		const lines = [
			gapLine(8),
			...spanLines(
				canvas,
				[
					{ text: `${lead} `, style: TYPE.tableBold },
					{ text, style: TYPE.table }
				],
				WIDTH
			)
		];
		for (const line of lines) {
			sheet.ensure(line.height);
			line.draw(PAGE.left, sheet.y);
			sheet.y += line.height;
		}
		yield;
	}
}
