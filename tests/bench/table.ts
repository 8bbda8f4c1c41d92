import { keepsLimit, type Figure, type Target } from './figure.ts';

const TARGETS: Target[] = ['site', 'floor', 'peer'];

/** The figures as a table in text: target, site, floor, peer, how far from the peer, verdict. */
export function formatTable(figures: readonly Figure[]): string {
	const head = ['', 'target', ...TARGETS, 'peer ÷ site', '', ''];
	const rows: string[][] = [];
	let part = '';
	for (const figure of figures) {
		if (figure.part !== part) rows.push([`── ${figure.part}`]);
		part = figure.part;
		rows.push(cellsOf(figure));
	}
	const widths = head.map((title, column) =>
		Math.max(title.length, ...rows.filter((row) => row.length > 1).map((row) => row[column]?.length ?? 0))
	);
	const line = (cells: string[]): string =>
		cells
			.map((cell, column) =>
				column === 0 || column > 5 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)
			)
			.join('  ')
			.trimEnd();
	return [line(head), ...rows.map((row) => (row.length === 1 ? (row[0] ?? '') : line(row)))].join('\n');
}

function cellsOf(figure: Figure): string[] {
	const { name, unit, limit, atLeast, values, note = '' } = figure;
	const kept = keepsLimit(figure);
	const ratio = values.site && values.peer ? (values.peer / values.site).toFixed(1) : '';
	return [
		name,
		limit === undefined ? '' : `${atLeast ? '≥' : '≤'} ${shown(limit)} ${unit}`.trim(),
		...TARGETS.map((target) =>
			values[target] === undefined ? '–' : `${shown(values[target])} ${unit}`.trim()
		),
		ratio,
		kept === undefined ? '' : kept ? 'kept' : 'MISSED',
		note
	];
}

function shown(value: number): string {
	if (Number.isInteger(value)) return String(value);
	return value.toFixed(Math.abs(value) < 10 ? 2 : 1);
}
