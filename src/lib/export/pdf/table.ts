import { ROW_RULE } from '#lib/export/pdf/canvas.ts';
import { drawLines, heightOf, type Line } from '#lib/export/pdf/lines.ts';
import { PAGE, WIDTH } from '#lib/export/pdf/look.ts';
import type { Sheet } from '#lib/export/pdf/sheet.ts';

/** Cells by column, each a list of lines. The first cell is repeated where a row goes on over a page. */
export type Row = readonly (readonly Line[])[];

export interface TableGroup {
	/** Band and column heads; drawn again on each page, then marked as continued. */
	head: (isContinued: boolean) => Line[];
	rows: readonly Row[];
}

export const PADDING = { top: 3.5, bottom: 4.5, end: 8 } as const;
/** A row that is higher than this may be split by line. */
const HALF_PAGE = (PAGE.bottom - PAGE.top) / 2;
/** Less of a split row than this is not worth starting on a page. */
const LEAST_PART = 60;

/**
 * Draws a table over as many pages as it needs and gives way after each row. Rows stay whole unless they are
 * higher than half a page; a group's head never stands without a row, nor its last row alone on a page.
 * @param columns widths; cells already leave room at their end
 */
export function* drawTable(
	sheet: Sheet,
	columns: readonly number[],
	groups: readonly TableGroup[]
): Generator<void> {
	for (const group of groups) {
		const head = group.head(false);
		const first = group.rows[0];
		if (first === undefined) continue;
		sheet.ensure(heightOf(head) + Math.min(rowHeight(first), HALF_PAGE));
		sheet.y = drawLines(head, PAGE.left, sheet.y);
		const goOn = (): void => {
			sheet.newPage();
			sheet.y = drawLines(group.head(true), PAGE.left, sheet.y);
		};
		for (const [index, row] of group.rows.entries()) {
			const last = index === group.rows.length - 2 ? group.rows[index + 1] : undefined;
			const height = rowHeight(row);
			// only short rows are kept together, so that no page is left half empty for it
			const together = height + (last === undefined ? 0 : rowHeight(last));
			const wanted = index > 0 && together <= HALF_PAGE ? together : height;
			if (sheet.room < wanted && height <= HALF_PAGE) goOn();
			let rest: Row | undefined = row;
			while (rest !== undefined) {
				if (sheet.room < Math.min(rowHeight(rest), LEAST_PART)) goOn();
				rest = drawRow(sheet, columns, rest);
				if (rest !== undefined) goOn();
			}
			yield;
		}
	}
}

function rowHeight(row: Row): number {
	return PADDING.top + Math.max(...row.map((cell) => heightOf(cell))) + PADDING.bottom;
}

/** Draws as much of a row as fits on the page and gives what is left of it. */
function drawRow(sheet: Sheet, columns: readonly number[], row: Row): Row | undefined {
	const top = sheet.y + PADDING.top;
	const room = sheet.room - PADDING.top - PADDING.bottom;
	let foot = top;
	let x: number = PAGE.left;
	const rest: (readonly Line[])[] = [];
	for (const [column, cell] of row.entries()) {
		const fitting = linesWithin(cell, room);
		foot = Math.max(foot, drawLines(cell.slice(0, fitting), x, top));
		rest.push(cell.slice(fitting));
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
	return rest.some((cell) => cell.length > 0) ? [row[0] ?? [], ...rest.slice(1)] : undefined;
}

/** How many lines of a cell fit into a height; at least one, so that every row comes to an end. */
function linesWithin(cell: readonly Line[], height: number): number {
	let sum = 0;
	const over = cell.findIndex((line) => (sum += line.height) > height);
	return over === -1 ? cell.length : Math.max(1, over);
}
