import type { Canvas } from '#lib/export/pdf/canvas.ts';
import { columnHeads } from '#lib/export/pdf/column-heads.ts';
import { Element } from '#lib/export/pdf/file/structure.ts';
import { gapLine, spanLines, textLines, type Line } from '#lib/export/pdf/lines.ts';
import { TYPE, WIDTH } from '#lib/export/pdf/look.ts';
import type { Sheet } from '#lib/export/pdf/sheet.ts';
import { drawCells } from '#lib/export/pdf/signs.ts';
import { drawTable, PADDING, type Row } from '#lib/export/pdf/table.ts';
import type { Annex, AnnexRow } from '#lib/plan/report/model.ts';

const COLUMNS = [34, 220, 117, WIDTH - 371] as const;
const CELLS_WIDTH = 34;

/** All answers with their evidence, by standard. Gives way after each row. */
export function* drawAnnex(sheet: Sheet, annex: Annex): Generator<void> {
	const { canvas } = sheet;
	sheet.startPart(annex.title, annex.intro);
	for (const standard of annex.standards) {
		yield* drawTable(sheet, COLUMNS, {
			title: (isContinued) =>
				textLines(
					canvas,
					isContinued ? `${standard.name} ${standard.continued}` : standard.name,
					TYPE.band,
					WIDTH,
					new Element('H3')
				),
			head: columnHeads(canvas, COLUMNS, Object.values(annex.columns)),
			rows: standard.rows.map((row) => () => annexCells(canvas, row))
		});
		sheet.y += 10;
	}
}

function annexCells(canvas: Canvas, row: AnnexRow): Row {
	const [, question, answer, evidence] = COLUMNS;
	const answers = textLines(
		canvas,
		row.answer,
		row.isOpen ? TYPE.smallBold : TYPE.small,
		answer - CELLS_WIDTH - PADDING.end
	);
	return [
		textLines(canvas, row.item, TYPE.small, COLUMNS[0]),
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
