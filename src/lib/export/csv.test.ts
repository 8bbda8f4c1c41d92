import { describe, expect, test } from 'vitest';
import { csvFrom } from '#lib/export/csv.ts';
import { HOSTILE_STRINGS } from '../../../tests/hostile-strings.ts';
import { readCsv } from '../../../tests/read-csv.ts';

const LEADS = [...'=+-@|%＝＋－＠｜％﹦﹢﹣﹫−'];
const PASSED_OVER = [
	'',
	' ',
	'   ',
	'"',
	"'",
	'“',
	'\t',
	'\r',
	'\n',
	'\0',
	'\u001f',
	'\u00a0',
	'\u200b',
	'\ufeff'
];
const FORMULAS = LEADS.flatMap((lead) => PASSED_OVER.map((before) => `${before}${lead}1+1`));

/** Whether a spreadsheet could take a cell for a formula, also one that first drops what cannot be seen. */
const isFormula = (cell: string): boolean => /^[=+\-@|%]/.test(bare(cell));
const bare = (cell: string): string =>
	cell
		.normalize('NFKC')
		.replace(/^[\s\p{C}"“]+/u, '')
		.replace(/^−/, '-');

describe('a table as CSV', () => {
	test('is UTF-8 with a mark, has CRLF after each row, texts in quotes and numbers bare', () => {
		expect(
			csvFrom([
				['No.', 'Rôle “x”'],
				[1, 'say "no", then\nleave'],
				[-2.5, '']
			])
		).toBe('\ufeff"No.","Rôle “x”"\r\n1,"say ""no"", then\nleave"\r\n-2.5,""\r\n');
		expect(csvFrom([])).toBe('\ufeff');
	});

	test('gives back every text that is no formula, whatever it holds', () => {
		const texts = ['', 'a,b', '"', '""', 'a\r\nb', 'x = 1 + 1', '1-2', 'a;b', '2027-03-31', '–', '☂', 'a\tb'];
		expect(readCsv(csvFrom([texts, ['next']]))).toEqual([texts, ['next']]);
	});
});

describe('no cell can become a formula', () => {
	test('from its first character on, with anything before it that a reader may leave out', () => {
		for (const formula of FORMULAS) {
			const [[cell = ''] = []] = readCsv(csvFrom([[formula]]));
			expect(cell, JSON.stringify(formula)).toBe(`'${cell.slice(1)}`);
			expect(isFormula(cell), JSON.stringify(formula)).toBe(false);
		}
	});

	test.each(['\t', '\r', '\n', '\0', '\u0085'])('nor one that begins with the character %j', (control) => {
		const [[cell = ''] = []] = readCsv(csvFrom([[`${control}text`]]));
		expect(cell[0]).toBe("'");
	});

	test('nor in the middle of a text, where a spreadsheet of another language splits at ; or tab', () => {
		const breaks = [';', '\t', '\r', '\n', '\r\n', '"\r\n', '";', ';;', '";"'];
		for (const separator of [',', ';', '\t'])
			for (const formula of FORMULAS)
				for (const broken of breaks) {
					const rows = readCsv(csvFrom([[1, 'first', `x${broken}${formula}`, 'last']]), separator);
					expect(rows.flat().filter(isFormula), JSON.stringify([separator, broken, formula])).toEqual([]);
				}
	});

	test('a hostile text stays whole but for the apostrophes', () => {
		const cells = readCsv(csvFrom(HOSTILE_STRINGS.map((text) => [text]))).map(([cell = '']) => cell);
		expect(cells.filter(isFormula)).toEqual([]);
		expect(cells.map((cell) => cell.replaceAll("'", ''))).toEqual(
			HOSTILE_STRINGS.map((text) => text.replaceAll("'", ''))
		);
	});

	test('a long text of blanks and breaks takes no long time', () => {
		const long = `${';\n" '.repeat(50_000)}${' '.repeat(200_000)}x`;
		expect(csvFrom([[long]]).length).toBeGreaterThan(400_000);
	});
});
