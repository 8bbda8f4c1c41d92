import { describe, expect, test } from 'vitest';
import { missingCharacters } from '#lib/export/pdf/missing-characters.ts';
import { renderPdf } from '#lib/export/pdf/render-pdf.ts';
import { addAction } from '#lib/plan/edit.ts';
import type { Report } from '#lib/plan/report/model.ts';
import { answeredAssessment, report } from './example.ts';
import { comparable, ordered, readPdf, readSaid } from './read-pdf.ts';

/**
 * What somebody may type or paste: the text, what the PDF gives back of it from left to right, and which characters are
 * reported because they are shown as boxes.
 */
const HOSTILE: [name: string, text: string, shown: string, missing: string[]][] = [
	['a script', '<script>alert(1)</script>', '<script>alert(1)</script>', []],
	['an entity', '&lt;b&gt; &amp; &#x27;', '&lt;b&gt; &amp; &#x27;', []],
	['a PDF header', '%PDF-1.7 %%EOF', '%PDF-1.7 %%EOF', []],
	['PDF operators', ') Tj ET Q endstream endobj', ') Tj ET Q endstream endobj', []],
	['open brackets', '((((( [[[ <<<', '((((( [[[ <<<', []],
	['backslashes', '\\ \\) \\( \\n \\101', '\\ \\) \\( \\n \\101', []],
	['a placeholder', '{count} {page} of {pages}', '{count} {page} of {pages}', []],
	['a replacement pattern', '$& $1 $$ $`', '$& $1 $$ $`', []],
	['a formula', '=HYPERLINK("https://example.org")', '=HYPERLINK("https://example.org")', []],
	['a template', '${process.exit()} `x`', '${process.exit()} `x`', []],
	['a direction override', 'abc\u202edef', 'abc\u202edef', ['U+202E']],
	['direction marks and isolates', 'a\u200eb\u2068c\u2069', 'abc', []],
	['zero-width characters', 'a\u200bb\u200dc\ufeffd\u2060', 'abcd', []],
	['a soft hyphen', 'safe\u00adguarding', 'safeguarding', []],
	['NUL', 'a\u0000b', 'a\ufffdb', ['U+0000']],
	[
		'control characters',
		'a\u0007b\u001bc\u007f\u0085',
		'a\ufffdb\ufffdc\ufffd\ufffd',
		['U+0007', 'U+001B', 'U+007F', 'U+0085']
	],
	['tabs and line ends', 'a\tb\r\nc\rd\u2028e', 'a b c d e', []],
	['a form feed', 'a\fb', 'a\ufffdb', ['U+000C']],
	['an emoji', 'good 👍', 'good 👍', ['U+1F44D']],
	['a joined emoji', '👩‍👧 ok', '👩👧 ok', ['U+1F469', 'U+1F467']],
	['a flag', '🇰🇪 ok', '🇰🇪 ok', ['U+1F1F0', 'U+1F1EA']],
	['a variation selector', 'a\ufe0fb', 'ab', []],
	['a lone high surrogate', 'a\ud83db', 'a\ufffdb', []],
	['a lone low surrogate', 'a\ude00b', 'a\ufffdb', []],
	['Arabic', 'said سلام here', 'said مالس here', []],
	['Hebrew', 'said שלום here', 'said םולש here', ['U+05E9', 'U+05DC', 'U+05D5', 'U+05DD']],
	['Chinese', 'x 儿童 y', 'x 儿童 y', []],
	['Cherokee', 'x ᎠᏂ y', 'x ᎠᏂ y', ['U+13A0', 'U+13C2']],
	['Thaana', 'x ހާ y', 'x ހާ y', ['U+0780', 'U+07A7']],
	['a pointed letter without end', `x${'\u0651'.repeat(40)}y`, `x${'\u0651'.repeat(40)}y`, ['U+0078 U+0651']],
	['a letter and a mark of other fonts', 'x ү\u0301 y', 'x ү\u0301 y', ['U+04AF U+0301']],
	['a private character', 'x\ue000y', 'x\ue000y', ['U+E000']],
	['no character at all', 'x\uffffy', 'x\ufffdy', ['U+FFFF']],
	['many spaces', `a${' '.repeat(400)}b`, 'a b', []],
	['decomposed accents', 'e\u0301 s\u0327 g\u0303', 'é ş g\u0303', []],
	['white space around', '  \n x \n  ', 'x', []]
];

/** The text between marks of its own, so that it is found again. */
const marked = (index: number, text: string): string => `#${index}#${text}#${index}#`;

/** A report in which every text stands as action, role, resources, proof and note, as evidence and as a note. */
function reportWith(texts: readonly string[]): Report {
	let assessment = answeredAssessment(['in-place']);
	const ids = Object.keys(assessment.answers);
	for (const [index, text] of texts.entries()) {
		const id = ids[index] ?? '';
		assessment.answers[id] = { level: 'in-place', evidence: { ticked: [], text }, note: text };
		assessment = addAction(assessment, {
			id: `own-${index}`,
			priority: 'now',
			text,
			responsibleRole: text,
			dueDate: '',
			status: 'to-do',
			resources: text,
			proof: text,
			note: text
		});
	}
	return report(assessment);
}

describe('a text that somebody typed', async () => {
	const model = reportWith(HOSTILE.map(([, text], index) => marked(index, text)));
	const missing = await missingCharacters(model);
	const bytes = await renderPdf(model);
	const said = ordered(await readSaid(bytes));
	const { outside } = await readPdf(bytes);

	test.each(HOSTILE.map((row, index) => [...row, index] as const))(
		'%s is shown as it is or reported',
		(_, _text, shown, codes, index) => {
			const reported = missing.filter(({ texts }) => texts.some((text) => text.includes(`#${index}#`)));
			expect(reported.map(({ code }) => code)).toEqual(codes);
			expect(said.split(ordered(comparable(marked(index, shown)))).length - 1).toBe(7);
		}
	);

	test('nothing is pushed over the margins', () => {
		expect(outside).toEqual([]);
	});

	test('a word of 500 characters is broken, none of it lost', async () => {
		const long = 'ß'.repeat(500);
		const longModel = reportWith([long]);
		longModel.cover.label = 'þ'.repeat(120);
		const read = await readPdf(await renderPdf(longModel));
		expect(read.outside).toEqual([]);
		expect(read.pages.join('').match(/ß/g)).toHaveLength(7 * 500);
		expect(read.pages[0]?.match(/þ/g)).toHaveLength(120);
	});
});
