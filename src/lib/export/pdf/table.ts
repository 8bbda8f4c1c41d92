import { ROW_RULE, type Canvas } from '#lib/export/pdf/canvas.ts';
import { Element } from '#lib/export/pdf/file/structure.ts';
import { drawLines, heightOf, type Line } from '#lib/export/pdf/lines.ts';
import { PAGE, WIDTH } from '#lib/export/pdf/look.ts';
import type { Sheet } from '#lib/export/pdf/sheet.ts';

/** Cells by column, each a list of lines. Where a row goes on over a page the first cell is repeated, if it was whole. */
export type Row = readonly (readonly Line[])[];

export interface TableGroup {
	/** What stands above the column heads; drawn again on each page, then marked as continued. */
	title?: (isContinued: boolean) => Line[];
	/** Column heads, drawn again on each page. */
	head: Line;
	/** Each row is set when its turn comes. */
	rows: readonly (() => Row)[];
}

export const PADDING = { top: 3.5, bottom: 4.5, end: 8 } as const;
/** A row that is higher than this may be split by line. */
const HALF_PAGE = (PAGE.bottom - PAGE.top) / 2;
/** Less of a split row than this is not worth starting on a page. */
const LEAST_PART = 60;

/** A row while it is drawn: what is left of it, and the elements that all its parts belong to. */
interface OpenRow {
	row: Element;
	cells: readonly Element[];
	rest: Row;
	/** Whether it began on a page before. */
	isContinued: boolean;
	/** The first cell, when all of it is drawn. */
	repeated?: readonly Line[];
}

/**
 * Draws a table over as many pages as it needs and gives way after each row. Rows stay whole unless they are
 * higher than half a page; a group's head never stands without a row, nor its last row alone on a page.
 * @param columns widths; cells already leave room at their end
 */
export function* drawTable(
	sheet: Sheet,
	columns: readonly number[],
	{ title = () => [], head, rows }: TableGroup
): Generator<void> {
	const { canvas } = sheet;
	let next = rows[0]?.();
	if (next === undefined) return;
	const [table, body] = [new Element('Table'), new Element('TBody')];
	const above = title(false);
	sheet.ensure(heightOf(above) + head.height + Math.min(rowHeight(next), HALF_PAGE));
	sheet.y = drawLines(above, PAGE.left, sheet.y);
	canvas.inside(table, () =>
		canvas.inside(new Element('THead'), () =>
			canvas.inside(new Element('TR'), () => {
				sheet.y = drawLines([head], PAGE.left, sheet.y);
			})
		)
	);
	const goOn = (): void => {
		sheet.newPage();
		// heard once, at the beginning of the table
		canvas.as('Pagination', () => {
			sheet.y = drawLines([...title(true), head], PAGE.left, sheet.y);
		});
	};
	for (let index = 0; next !== undefined; index++) {
		const row: Row = next;
		next = rows[index + 1]?.();
		const last = index === rows.length - 2 ? next : undefined;
		const height = rowHeight(row);
		// only short rows are kept together, so that no page is left half empty for it
		const together = height + (last === undefined ? 0 : rowHeight(last));
		const wanted = index > 0 && together <= HALF_PAGE ? together : height;
		if (sheet.room < wanted && height <= HALF_PAGE) goOn();
		let open: OpenRow | undefined = {
			row: new Element('TR'),
			cells: row.map(() => new Element('TD')),
			rest: row,
			isContinued: false
		};
		while (open !== undefined) {
			if (sheet.room < Math.min(rowHeight(open.rest), LEAST_PART)) goOn();
			open = drawRow(sheet, columns, open, (draw) => canvas.inside(table, () => canvas.inside(body, draw)));
			if (open === undefined) break;
			goOn();
			yield;
		}
		yield;
	}
}

function rowHeight(row: Row): number {
	return PADDING.top + Math.max(...row.map((cell) => heightOf(cell))) + PADDING.bottom;
}

/** Draws as much of a row as fits on the page and gives what is left of it. */
function drawRow(
	sheet: Sheet,
	columns: readonly number[],
	open: OpenRow,
	inBody: (draw: () => void) => void
): OpenRow | undefined {
	const top = sheet.y + PADDING.top;
	const room = sheet.room - PADDING.top - PADDING.bottom;
	let foot = top;
	let x: number = PAGE.left;
	const rest: (readonly Line[])[] = [];
	for (const [column, lines] of open.rest.entries()) {
		const repeated = column === 0 ? open.repeated : undefined;
		const shown = repeated ?? lines;
		const fitting = linesWithin(shown, room);
		const draw = (): void => {
			foot = Math.max(foot, drawLines(shown.slice(0, fitting), x, top));
		};
		if (repeated !== undefined) sheet.canvas.as('Pagination', draw);
		else inBody(() => inCell(sheet.canvas, open, column, draw));
		rest.push(lines.slice(fitting));
		x += columns[column] ?? 0;
	}
	sheet.y = foot + PADDING.bottom;
	sheet.canvas.line(
		[
			[PAGE.left, sheet.y],
			[PAGE.left + WIDTH, sheet.y]
		],
		ROW_RULE
	);
	if (rest.every((lines) => lines.length === 0)) return undefined;
	const isWhole = !open.isContinued && rest[0]?.length === 0;
	return { ...open, rest, isContinued: true, ...(isWhole && { repeated: open.rest[0] ?? [] }) };
}

function inCell(canvas: Canvas, { row, cells }: OpenRow, column: number, draw: () => void): void {
	const cell = cells[column];
	if (cell !== undefined) canvas.inside(row, () => canvas.inside(cell, draw));
}

/** How many lines of a cell fit into a height; at least one, so that every row comes to an end. */
function linesWithin(cell: readonly Line[], height: number): number {
	let sum = 0;
	const over = cell.findIndex((line) => (sum += line.height) > height);
	return over === -1 ? cell.length : Math.max(1, over);
}
