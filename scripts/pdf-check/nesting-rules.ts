import type { Pdf } from './open-pdf.ts';
import { eachElement, type Fault, type Rule } from './rule.ts';
import { span, type StructureElement } from './structure-tree.ts';

const TABLE_PARTS = ['Table', 'THead', 'TBody', 'TFoot'];
/** Roles that stand in some others only. */
const PARENTS: Readonly<Record<string, readonly string[]>> = {
	THead: ['Table'],
	TBody: ['Table'],
	TFoot: ['Table'],
	TR: TABLE_PARTS,
	TH: ['TR'],
	TD: ['TR'],
	LI: ['L'],
	LBody: ['LI']
};
/** Roles that hold some others only. */
const KIDS: Readonly<Record<string, readonly string[]>> = {
	Table: ['THead', 'TBody', 'TFoot', 'TR', 'Caption'],
	THead: ['TR'],
	TBody: ['TR'],
	TFoot: ['TR'],
	TR: ['TH', 'TD'],
	L: ['LI', 'Caption'],
	LI: ['Lbl', 'LBody']
};

/** How tables and lists are put together. */
export const NESTING_RULES: readonly Rule[] = [
	{ name: 'Rows stand in tables', find: (pdf) => misplaced(pdf, ['TR', 'THead', 'TBody', 'TFoot']) },
	{ name: 'Cells stand in rows', find: (pdf) => misplaced(pdf, ['TH', 'TD']) },
	{
		name: 'Tables hold rows and rows hold cells, nothing else',
		find: (pdf) => strangers(pdf, [...TABLE_PARTS, 'TR'])
	},
	{
		name: 'The rows of a table have the same number of cells',
		find: (pdf) =>
			eachElement(pdf, (element) => {
				const widths = element.role === 'Table' ? rowWidths(element) : [];
				return new Set(widths).size < 2 ? undefined : `Its rows have ${widths.join(', ')} cells.`;
			})
	},
	{
		name: 'Lists are made of entries with a body',
		find: (pdf) => [
			...misplaced(pdf, ['LI', 'LBody']),
			...strangers(pdf, ['L', 'LI']),
			...eachElement(pdf, ({ role, kids }) =>
				role !== 'LI' || kids.filter((kid) => kid.role === 'LBody').length === 1
					? undefined
					: 'It needs one LBody.'
			)
		]
	}
];

/** Elements of these roles that stand in others than they may. */
function misplaced(pdf: Pdf, roles: readonly string[]): Fault[] {
	return eachElement(pdf, ({ role, parent }) =>
		!roles.includes(role) || PARENTS[role]?.includes(parent?.role ?? '')
			? undefined
			: `It stands in ${parent?.role ?? 'the root'}.`
	);
}

/** Elements in these roles that do not belong there; what is misplaced by its own role is another fault. */
function strangers(pdf: Pdf, roles: readonly string[]): Fault[] {
	return eachElement(pdf, ({ role, parent }) => {
		const allowed = roles.includes(parent?.role ?? '') ? KIDS[parent?.role ?? ''] : undefined;
		return allowed === undefined || allowed.includes(role) || role in PARENTS
			? undefined
			: `It stands in ${parent?.role}.`;
	});
}

/** Cells of each row of a table; one that spans rows counts in each of them. */
function rowWidths(table: StructureElement): number[] {
	let open: { columns: number; rows: number }[] = [];
	return table.kids
		.flatMap((part) => (part.role === 'TR' ? [part] : part.kids.filter(({ role }) => role === 'TR')))
		.map((row) => {
			open = open.flatMap(({ columns, rows }) => (rows > 1 ? [{ columns, rows: rows - 1 }] : []));
			open.push(...row.kids.map((cell) => ({ columns: span(cell, 'ColSpan'), rows: span(cell, 'RowSpan') })));
			return open.reduce((sum, { columns }) => sum + columns, 0);
		});
}
