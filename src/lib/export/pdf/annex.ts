import type { Canvas } from '#lib/export/pdf/canvas.ts';
import { columnHeads } from '#lib/export/pdf/column-heads.ts';
import { fittingWidth } from '#lib/export/pdf/column-widths.ts';
import { Element } from '#lib/export/pdf/file/structure.ts';
import { gapLine, spanLines, textLines, type Line } from '#lib/export/pdf/lines.ts';
import { TYPE, WIDTH } from '#lib/export/pdf/look.ts';
import type { Sheet } from '#lib/export/pdf/sheet.ts';
import { drawCells } from '#lib/export/pdf/signs.ts';
import { drawTable, PADDING, type Row } from '#lib/export/pdf/table.ts';
import type { Annex, AnnexRow } from '#lib/plan/report/model.ts';

/** Room for the number of a question. */
const ITEM_WIDTH = 34;
/** Width that suits most papers; it grows with the longest word of an answer. */
const ANSWER = { least: 83, most: 116 } as const;
const CELLS_WIDTH = 34;
/** Part of the rest that the question takes; the evidence has the other part. */
const QUESTION_SHARE = 0.632;

/** All answers with their evidence, by standard. Gives way after each row. */
export function* drawAnnex(sheet: Sheet, annex: Annex): Generator<void> {
	const { canvas } = sheet;
	sheet.startPart(annex.title, annex.intro);
	const columns = columnWidths(canvas, annex);
	for (const standard of annex.standards) {
		yield* drawTable(sheet, columns, {
			title: (isContinued) =>
				textLines(
					canvas,
					isContinued ? `${standard.name} ${standard.continued}` : standard.name,
					TYPE.band,
					WIDTH,
					new Element('H3')
				),
			head: columnHeads(canvas, columns, Object.values(annex.columns)),
			rows: standard.rows.map((row) => () => annexCells(canvas, row, columns))
		});
		sheet.y += 10;
	}
}

function columnWidths(canvas: Canvas, { columns, standards }: Annex): number[] {
	const rows = standards.flatMap((standard) => standard.rows);
	const words = [columns.answer, ...rows.map((row) => row.answer)];
	const answer = CELLS_WIDTH + fittingWidth(canvas, words, ANSWER);
	const rest = WIDTH - ITEM_WIDTH - answer;
	return [ITEM_WIDTH, rest * QUESTION_SHARE, answer, rest * (1 - QUESTION_SHARE)];
}

function annexCells(canvas: Canvas, row: AnnexRow, columns: readonly number[]): Row {
	const [item = 0, question = 0, answer = 0, evidence = 0] = columns;
	const answers = textLines(
		canvas,
		row.answer,
		row.isOpen ? TYPE.smallBold : TYPE.small,
		answer - CELLS_WIDTH - PADDING.end
	);
	return [
		textLines(canvas, row.item, TYPE.small, item),
		spanLines(
			canvas,
			[
				{ text: row.question, style: TYPE.small },
				{ text: row.flag === '' ? '' : ` ${row.flag}`, style: TYPE.smallBold }
			],
			question - PADDING.end
		),
		answers.map((line, k): Line => ({
			height: line.height,
			draw: (x, y) => {
				if (k === 0 && row.cells !== undefined) drawCells(canvas, row.cells, x, y + 1);
				line.draw(x + CELLS_WIDTH, y);
			}
		})),
		row.evidence.flatMap((text, k) => [
			...(k === 0 ? [] : [gapLine(2)]),
			...textLines(canvas, text, TYPE.small, evidence)
		])
	];
}
