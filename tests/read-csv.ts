/**
 * Reads CSV as spreadsheets do: a field that begins with a quotation mark ends at the next lone one, and what follows
 * up to the separator still belongs to it. With the comma this is RFC 4180.
 * @param separator what the reader splits at: the comma, or what the reader's own settings say
 */
export function readCsv(csv: string, separator = ','): string[][] {
	const text = csv.replace(/^\ufeff/, '');
	const rows: string[][] = [[]];
	let at = 0;
	while (at < text.length) {
		let cell = '';
		if (text[at] === '"') {
			for (at += 1; at < text.length; at += 1) {
				if (text[at] === '"' && text[(at += 1)] !== '"') break;
				cell += text[at];
			}
		}
		while (at < text.length && text[at] !== separator && text[at] !== '\r' && text[at] !== '\n')
			cell += text[at++];
		rows.at(-1)?.push(cell);
		if (text[at] === separator) {
			at += 1;
			continue;
		}
		at += text.startsWith('\r\n', at) ? 2 : 1;
		if (at < text.length) rows.push([]);
	}
	return rows;
}
