import type { Canvas } from '#lib/export/pdf/canvas.ts';
import { Element } from '#lib/export/pdf/file/structure.ts';
import { gapLine, listEntry, spanLines, textLines, type Line } from '#lib/export/pdf/lines.ts';
import { COLOURS, PAGE, TYPE, WIDTH, type Colour } from '#lib/export/pdf/look.ts';
import { columnHeads } from '#lib/export/pdf/column-heads.ts';
import { fittingWidth } from '#lib/export/pdf/column-widths.ts';
import type { Sheet } from '#lib/export/pdf/sheet.ts';
import { drawSign, drawStatus } from '#lib/export/pdf/signs.ts';
import { drawTable, PADDING, type Row } from '#lib/export/pdf/table.ts';
import type { PlanGroup, PlanPart, PlanRow } from '#lib/plan/report/model.ts';

const SIGN_SIZE = 18;
const LEGEND = { sign: 14, gap: 5, between: 16 } as const;
/** Widths that hold most words; role, due and status grow with their longest word. */
const LEAST = { number: 26, role: 65, due: 42, status: 48 } as const;
/** Part of the rest that the gap takes; the action has the other part. A blocked gate says what it asks for as well. */
const GAP_SHARE = { gates: 0.48, none: 0.44 } as const;
/** A word longer than this is broken, or the action would have no room. */
const WIDEST = 96;
const BANDS: Readonly<Record<PlanGroup['id'], { fill: Colour; text: Colour; rules: boolean }>> = {
	now: { fill: COLOURS.ink, text: COLOURS.paper, rules: false },
	next: { fill: COLOURS.tint, text: COLOURS.ink, rules: true },
	later: { fill: COLOURS.paper, text: COLOURS.ink, rules: true },
	closed: { fill: COLOURS.paper, text: COLOURS.ink, rules: true }
};

/** The action plan: legend and a table in groups, most urgent first. Gives way after each row. */
export function* drawPlan(sheet: Sheet, plan: PlanPart): Generator<void> {
	const { canvas } = sheet;
	sheet.startPart(plan.title, plan.intro);
	drawLegend(sheet, plan.legend);
	const columns = columnWidths(canvas, plan);
	for (const group of plan.groups) {
		sheet.y += 10;
		yield* drawTable(sheet, columns, {
			title: (isContinued) => [bandLine(canvas, group, isContinued)],
			head: columnHeads(canvas, columns, Object.values(plan.columns)),
			rows: group.rows.map((row) => () => planCells(canvas, row, columns))
		});
	}
}

/** Every sign that occurs, with its word. */
function drawLegend(sheet: Sheet, legend: PlanPart['legend']): void {
	const { canvas } = sheet;
	if (legend.length === 0) return;
	const style = TYPE.small;
	const list = new Element('L');
	let x: number = PAGE.left;
	for (const entry of legend) {
		const width = LEGEND.sign + LEGEND.gap + canvas.typesetter.width(entry.word, style);
		if (x > PAGE.left && x + width > PAGE.right) {
			x = PAGE.left;
			sheet.y += LEGEND.sign + 3;
		}
		if ('sign' in entry) drawSign(canvas, entry.sign, '', { x, y: sheet.y, size: LEGEND.sign });
		else drawStatus(canvas, entry.status, x + 4, sheet.y + 2.5);
		const [word] = listEntry(canvas, list, textLines(canvas, entry.word, style, WIDTH));
		word?.draw(x + LEGEND.sign + LEGEND.gap, sheet.y + (LEGEND.sign - word.height) / 2);
		x += width + LEGEND.between;
	}
	sheet.y += LEGEND.sign;
}

function columnWidths(canvas: Canvas, { columns, groups }: PlanPart): number[] {
	const rows = groups.flatMap((group) => group.rows);
	const fitting = (least: number, texts: string[]): number =>
		fittingWidth(canvas, texts, { least, most: WIDEST });
	const role = fitting(LEAST.role, [columns.role, ...rows.map((row) => row.role)]);
	const due = fitting(LEAST.due, [columns.due, ...rows.flatMap((row) => [row.due, row.overdue ?? ''])]);
	const status = fitting(LEAST.status, [columns.status, ...rows.map((row) => row.statusWord)]);
	const rest = WIDTH - LEAST.number - role - due - status;
	const share = rows.some(({ needed }) => needed !== undefined) ? GAP_SHARE.gates : GAP_SHARE.none;
	return [LEAST.number, rest * share, rest * (1 - share), role, due, status];
}

function bandLine(canvas: Canvas, group: PlanGroup, isContinued: boolean): Line {
	const height = canvas.typesetter.leading(TYPE.band) + 7;
	const { fill, text, rules } = BANDS[group.id];
	return {
		height,
		draw: (x, y) => {
			canvas.rectangle(x, y, WIDTH, height, { fill });
			if (rules)
				for (const at of [y + 0.5, y + height - 0.5])
					canvas.line(
						[
							[x, at],
							[x + WIDTH, at]
						],
						{ line: COLOURS.ink }
					);
			const rest = `  –  ${isContinued ? group.continued : group.meaning}`;
			const [line] = spanLines(
				canvas,
				[
					{ text: group.name, style: { ...TYPE.band, colour: text } },
					{ text: rest, style: { ...TYPE.bandMeaning, colour: text } }
				],
				WIDTH - 16,
				new Element('H3')
			);
			line?.draw(x + 8, y + 3.5);
		}
	};
}

function planCells(canvas: Canvas, row: PlanRow, columns: readonly number[]): Row {
	const [, gap = 0, action = 0, role = 0, due = 0, status = 0] = columns.map((width) => width - PADDING.end);
	const lines = (text: string, style: (typeof TYPE)[keyof typeof TYPE], width: number): Line[] =>
		text === '' ? [] : textLines(canvas, text, style, width);
	return [
		[
			{
				height: SIGN_SIZE,
				draw: (x, y) => drawSign(canvas, row.sign, row.number, { x, y: y + 1, size: SIGN_SIZE })
			}
		],
		[
			...lines(row.standard, TYPE.smallSoft, gap),
			...lines(row.name, TYPE.tableBold, gap),
			...lines(row.today, TYPE.table, gap),
			...(row.needed === undefined ? [] : [gapLine(2), ...lines(row.needed, TYPE.small, gap)])
		],
		[
			...lines(row.action, TYPE.table, action),
			...row.details.flatMap(({ lead, text }) => [
				gapLine(2),
				...spanLines(
					canvas,
					[
						{ text: `${lead} `, style: TYPE.smallSoftBold },
						{ text, style: TYPE.smallSoft }
					],
					action
				)
			])
		],
		lines(row.role, TYPE.table, role),
		[...lines(row.due, TYPE.table, due), ...lines(row.overdue ?? '', TYPE.tableBold, due)],
		[
			{ height: 13, draw: (x, y) => drawStatus(canvas, row.status, x, y + 2) },
			...lines(row.statusWord, TYPE.table, status)
		]
	];
}
