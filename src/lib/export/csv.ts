// Rule: OWASP, "CSV Injection" (https://owasp.org/www-community/attacks/CSV_Injection), and ASVS 5.0, 1.2.10.

/** What begins a formula, also in full width or small; `|` and `%` lead to other programs by DDE. */
const LEADS = '=+\\-@|%＝＋－＠｜％﹦﹢﹣﹫−';
/** What a reader may leave out on its way to the beginning of a cell: blanks, what cannot be seen, quotes. */
const PASSED_OVER = '\\s\\p{C}\\p{Z}"\'`‘’“”';
/** Where a reader that expects another separator than the comma begins a cell in the middle of a text. */
const BREAKS = ';\\t\\r\\n';

const CELL_START = new RegExp(`^(?:\\p{Cc}|[${PASSED_OVER}]*[${LEADS}])`, 'u');
const INNER_START = new RegExp(`([${BREAKS}])(?=(?:(?![${BREAKS}])[${PASSED_OVER}])*[${LEADS}])`, 'gu');

/** Tells spreadsheets that the text is UTF-8: without it some read it as the old code page of the system. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * A table as CSV (RFC 4180): comma, CRLF, texts in quotes, UTF-8 with a byte order mark.
 *
 * No text can become a formula: one that begins like a formula gets an apostrophe before it. So does a part of a text
 * that follows a semicolon, a tab or a line end, since a spreadsheet set to another language begins a cell there.
 * @param rows texts as people wrote them; numbers, finite, are the tool's own and stay numbers
 */
export function csvFrom(rows: readonly (readonly (string | number)[])[]): string {
	return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cellFrom).join(',')}\r\n`).join('');
}

function cellFrom(value: string | number): string {
	return typeof value === 'number' ? String(value) : `"${defused(value).replace(/"/g, '""')}"`;
}

function defused(text: string): string {
	return (CELL_START.test(text) ? "'" : '') + text.replace(INNER_START, "$1'");
}
