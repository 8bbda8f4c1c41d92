import { columnHeads } from '#lib/export/pdf/column-heads.ts';
import { textLines } from '#lib/export/pdf/lines.ts';
import { TYPE, WIDTH } from '#lib/export/pdf/look.ts';
import type { Sheet } from '#lib/export/pdf/sheet.ts';
import { drawSign } from '#lib/export/pdf/signs.ts';
import { drawTable, PADDING } from '#lib/export/pdf/table.ts';
import type { StillToAnswer } from '#lib/plan/report/model.ts';

const SIGN = { column: 26, size: 16 } as const;

/** The questions without an answer, below the plan if that has no action. Gives way after each row. */
export function* drawStillToAnswer(sheet: Sheet, part: StillToAnswer, isPlanEmpty: boolean): Generator<void> {
	const { canvas } = sheet;
	if (isPlanEmpty) sheet.startPartBelow(part.title, part.intro);
	else sheet.startPart(part.title, part.intro);
	// without a gate the column of signs would be empty
	const sign = part.rows.some(({ isGate }) => isGate) ? SIGN.column : 0;
	const columns = [sign, 92, WIDTH - sign - 92 - 91, 91];
	const [, standard = 0, question = 0, weight = 0] = columns.map((width) => width - PADDING.end);
	yield* drawTable(sheet, columns, {
		head: columnHeads(canvas, columns, [
			'',
			part.columns.standard,
			part.columns.question,
			part.columns.weight
		]),
		rows: part.rows.map((row) => () => [
			row.isGate
				? [
						{
							height: SIGN.size,
							draw: (x, y) => drawSign(canvas, 'gate', '?', { x, y: y + 1, size: SIGN.size })
						}
					]
				: [],
			textLines(canvas, row.standard, TYPE.table, standard),
			[
				...textLines(canvas, row.name, TYPE.tableBold, question),
				...textLines(canvas, row.question, TYPE.table, question),
				...(row.needed === undefined ? [] : textLines(canvas, row.needed, TYPE.smallSoft, question))
			],
			[
				...textLines(canvas, row.weight, TYPE.table, weight),
				...(row.due === undefined ? [] : textLines(canvas, row.due, TYPE.table, weight))
			]
		])
	});
}
