/**
 * The roles of a table whose rows become cards on narrow screens: some browsers drop the built-in ones as soon as
 * a table is shown in another way, so they are written out.
 */
export const TABLE_ROLES = {
	table: 'table',
	group: 'rowgroup',
	row: 'row',
	columnHeader: 'columnheader',
	rowHeader: 'rowheader',
	cell: 'cell'
} as const;
