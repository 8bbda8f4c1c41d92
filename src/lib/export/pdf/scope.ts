import { columnHeads } from '#lib/export/pdf/column-heads.ts';
import { fittingWidth } from '#lib/export/pdf/column-widths.ts';
import { gapLine, spanLines, textLines } from '#lib/export/pdf/lines.ts';
import { PAGE, TYPE, WIDTH } from '#lib/export/pdf/look.ts';
import type { Sheet } from '#lib/export/pdf/sheet.ts';
import { drawTable, PADDING } from '#lib/export/pdf/table.ts';
import type { ScopePart } from '#lib/plan/report/model.ts';

/** Width that suits most answers; it grows with their longest word. */
const ANSWER = { least: 169, most: 250 } as const;
/** Below another part only where its head and a few rows have room. */
const LEAST_ROOM = 150;

/** The answers about the organisation, and what they left out. Gives way after each row. */
export function* drawScope(sheet: Sheet, part: ScopePart): Generator<void> {
	const { canvas } = sheet;
	if (sheet.room < LEAST_ROOM) sheet.startPart(part.title, part.intro);
	else sheet.startPartBelow(part.title, part.intro);
	const answers = [part.columns.answer, ...part.rows.map((row) => row.answer)];
	const answer = fittingWidth(canvas, answers, ANSWER);
	const question = WIDTH - answer;
	yield* drawTable(sheet, [question, answer], {
		head: columnHeads(canvas, [question, answer], Object.values(part.columns)),
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
