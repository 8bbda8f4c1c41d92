import { baselineOf, ROW_RULE, type Canvas } from '#lib/export/pdf/canvas.ts';
import { Element } from '#lib/export/pdf/file/structure.ts';
import { drawLines, fewLines, gapLine, heightOf, textLines, type Line } from '#lib/export/pdf/lines.ts';
import { PAGE, TYPE, WIDTH } from '#lib/export/pdf/look.ts';
import { overallBlock } from '#lib/export/pdf/overall-block.ts';
import { readinessBox, type PointLines } from '#lib/export/pdf/readiness-box.ts';
import type { Sheet } from '#lib/export/pdf/sheet.ts';
import { drawSign } from '#lib/export/pdf/signs.ts';
import { standardsTable, type StandardsTable } from '#lib/export/pdf/standards-table.ts';
import type { Summary } from '#lib/plan/report/model.ts';

const OTHER = { columnGap: 20, sign: 14, signColumn: 24, padding: 3 } as const;

interface Density {
	points: PointLines;
	otherCritical: 'names' | 'number';
	radar: boolean;
}

const ONLY_NEEDED: PointLines = { today: 0, needed: 2 };
const COMPACT: PointLines = { today: 0, needed: 0 };

/**
 * From the fullest to the barest; the first that fits on the page is drawn. What a blocked gate asks for goes before
 * the names of what is less urgent and before the radar, whose numbers stand in the table.
 */
const DENSITIES: readonly Density[] = [
	{ points: { today: Infinity, needed: Infinity }, otherCritical: 'names', radar: true },
	{ points: { today: Infinity, needed: Infinity }, otherCritical: 'number', radar: true },
	{ points: { today: 1, needed: 2 }, otherCritical: 'names', radar: true },
	{ points: { today: 1, needed: 2 }, otherCritical: 'number', radar: true },
	{ points: ONLY_NEEDED, otherCritical: 'names', radar: true },
	{ points: ONLY_NEEDED, otherCritical: 'number', radar: true },
	{ points: ONLY_NEEDED, otherCritical: 'number', radar: false },
	{ points: COMPACT, otherCritical: 'names', radar: true },
	{ points: COMPACT, otherCritical: 'number', radar: true },
	{ points: COMPACT, otherCritical: 'number', radar: false }
];

/** The summary from top to bottom. */
interface Blocks {
	above: Line[];
	table: StandardsTable;
	below: Line[];
}

/**
 * The summary for the decision: one page, unless it has so many standards that their table goes on over more. What has
 * no room there stands in the plan. Gives way after each try.
 */
export function* drawSummary(sheet: Sheet, summary: Summary): Generator<void> {
	const { canvas } = sheet;
	sheet.startPart(summary.title);
	if (summary.label !== '') drawLabel(canvas, summary);
	const hasGates = summary.readiness.kind === 'blocked';
	const densities = DENSITIES.filter(({ points }) => hasGates || points !== ONLY_NEEDED);
	const table = standardsTable(canvas, summary);
	yield;
	let blocks: Blocks = { above: [], table, below: [] };
	for (const density of densities) {
		blocks = { ...blocksAround(canvas, summary, density), table };
		yield;
		const lines = [...blocks.above, table.head, ...table.rows, ...blocks.below];
		if (heightOf(lines) > sheet.room) continue;
		sheet.y = drawLines(lines, PAGE.left, sheet.y);
		yield;
		return;
	}
	yield* drawOverPages(sheet, blocks);
}

function blocksAround(
	canvas: Canvas,
	summary: Summary,
	{ points, otherCritical, radar }: Density
): Omit<Blocks, 'table'> {
	return {
		above: [
			readinessBox(canvas, summary.readiness, points),
			gapLine(14),
			overallBlock(canvas, summary, radar),
			gapLine(10)
		],
		below: otherLines(canvas, summary.otherCritical, otherCritical)
	};
}

/** Rows stay whole; the head never stands without a row, nor the last row alone on a page. Gives way after each. */
function* drawOverPages(sheet: Sheet, { above, table: { head, rows }, below }: Blocks): Generator<void> {
	const draw = (lines: readonly Line[]): void => {
		sheet.y = drawLines(lines, PAGE.left, sheet.y);
	};
	draw(above);
	sheet.ensure(head.height + heightOf(rows.slice(0, 1)));
	draw([head]);
	for (const [index, row] of rows.entries()) {
		const isBeforeLast = index > 0 && index === rows.length - 2;
		if (sheet.room < heightOf(isBeforeLast ? rows.slice(index) : [row])) {
			sheet.newPage();
			// heard once, at the beginning of the table
			sheet.canvas.as('Pagination', () => draw([head]));
		}
		draw([row]);
		yield;
	}
	sheet.ensure(heightOf(below));
	draw(below);
	yield;
}

/** The label small beside the title. */
function drawLabel(canvas: Canvas, { title, label }: Summary): void {
	const style = TYPE.smallSoft;
	const { typesetter } = canvas;
	const text = typesetter.clip(label, style, WIDTH - typesetter.width(title, TYPE.h1) - 24);
	// on the baseline of the title, which stands 11 below the top of the page
	const baseline = baselineOf(PAGE.top + 11, { size: TYPE.h1.size, leading: typesetter.leading(TYPE.h1) });
	canvas.as(new Element('P'), () =>
		canvas.drawText(text, PAGE.right - typesetter.width(text, style), baseline, style)
	);
}

function otherLines(canvas: Canvas, other: Summary['otherCritical'], mode: Density['otherCritical']): Line[] {
	if (other === undefined) return [];
	if (mode === 'number') return [gapLine(10), ...textLines(canvas, other.short, TYPE.bodyBold, WIDTH)];
	const rows: Line[] = [];
	for (let i = 0; i < other.items.length; i += 2) rows.push(otherRow(canvas, other.items.slice(i, i + 2)));
	return [
		gapLine(10),
		...textLines(canvas, other.title, TYPE.h2, WIDTH, new Element('H3')),
		gapLine(3),
		...rows
	];
}

function otherRow(canvas: Canvas, items: NonNullable<Summary['otherCritical']>['items']): Line {
	const width = (WIDTH - OTHER.columnGap) / 2;
	const style = TYPE.table;
	const height = Math.max(OTHER.sign, canvas.typesetter.leading(style)) + 2 * OTHER.padding;
	return {
		height,
		draw: (x, y) => {
			for (const [k, { number, name }] of items.entries()) {
				const start = x + k * (width + OTHER.columnGap);
				canvas.line(
					[
						[start, y],
						[start + width, y]
					],
					ROW_RULE
				);
				drawSign(canvas, 'now', number, { x: start, y: y + OTHER.padding, size: OTHER.sign });
				const [line] = fewLines(canvas, name, style, width - OTHER.signColumn, 1);
				line?.draw(start + OTHER.signColumn, y + (height - line.height) / 2);
			}
		}
	};
}
