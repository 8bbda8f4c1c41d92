import { columnHeads } from '#lib/export/pdf/column-heads.ts';
import { fittingWidth } from '#lib/export/pdf/column-widths.ts';
import { textLines } from '#lib/export/pdf/lines.ts';
import { TYPE, WIDTH } from '#lib/export/pdf/look.ts';
import type { Sheet } from '#lib/export/pdf/sheet.ts';
import { drawSign } from '#lib/export/pdf/signs.ts';
import { drawTable, PADDING } from '#lib/export/pdf/table.ts';
import type { StillToAnswer } from '#lib/plan/report/model.ts';

const SIGN = { column: 26, size: 16 } as const;
/** Widths that suit most papers; both columns grow with their longest word. */
const STANDARD = { least: 92, most: 130 } as const;
const WEIGHT = { least: 91, most: 120 } as const;

/** The questions without an answer, below the plan if that has no action. Gives way after each row. */
export function* drawStillToAnswer(sheet: Sheet, part: StillToAnswer, isPlanEmpty: boolean): Generator<void> {
	const { canvas } = sheet;
	if (isPlanEmpty) sheet.startPartBelow(part.title, part.intro);
	else sheet.startPart(part.title, part.intro);
	// without a gate the column of signs would be empty
	const sign = part.rows.some(({ isGate }) => isGate) ? SIGN.column : 0;
	const standards = [part.columns.standard, ...part.rows.map((row) => row.standard)];
	const standard = fittingWidth(canvas, standards, STANDARD);
	const weights = [part.columns.weight, ...part.rows.flatMap((row) => [row.weight, row.due ?? ''])];
	const weight = fittingWidth(canvas, weights, WEIGHT);
	const columns = [sign, standard, WIDTH - sign - standard - weight, weight];
	const [, standardText = 0, questionText = 0, weightText = 0] = columns.map((width) => width - PADDING.end);
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
			textLines(canvas, row.standard, TYPE.table, standardText),
			[
				...textLines(canvas, row.name, TYPE.tableBold, questionText),
				...textLines(canvas, row.question, TYPE.table, questionText),
				...(row.needed === undefined ? [] : textLines(canvas, row.needed, TYPE.smallSoft, questionText))
			],
			[
				...textLines(canvas, row.weight, TYPE.table, weightText),
				...(row.due === undefined ? [] : textLines(canvas, row.due, TYPE.table, weightText))
			]
		])
	});
}
