import { describe, expect, test } from 'vitest';
import { missingCharacters } from '#lib/export/pdf/missing-characters.ts';
import { renderPdf } from '#lib/export/pdf/render-pdf.ts';
import { addAction } from '#lib/plan/edit.ts';
import type { Report } from '#lib/plan/report/model.ts';
import { answeredAssessment, report } from './example.ts';
import { readPdf, tight } from './read-pdf.ts';

/** What somebody may type or paste: the text, what of it the PDF shows, and which characters are reported. */
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
	['a direction override', 'abc\u202edef', 'abcdef', ['U+202E']],
	['direction marks and isolates', 'a\u200eb\u2068c\u2069', 'abc', []],
	['zero-width characters', 'a\u200bb\u200dc\ufeffd\u2060', 'abcd', []],
	['a soft hyphen', 'safe\u00adguarding', 'safeguarding', []],
	['NUL', 'a\u0000b', 'ab', ['U+0000']],
	['control characters', 'a\u0007b\u001bc\u007f\u0085', 'abc', ['U+0007', 'U+001B', 'U+007F', 'U+0085']],
	['tabs and line ends', 'a\tb\r\nc\rd\u2028e', 'a b c d e', []],
	['a form feed', 'a\fb', 'ab', ['U+000C']],
	['an emoji', 'good 👍', 'good', ['U+1F44D']],
	['a joined emoji', '👩‍👧 ok', 'ok', ['U+1F469', 'U+1F467']],
	['a flag', '🇰🇪 ok', 'ok', ['U+1F1F0', 'U+1F1EA']],
	['a variation selector', 'a\ufe0fb', 'ab', []],
	['a lone high surrogate', 'a\ud83db', 'ab', ['U+D83D']],
	['a lone low surrogate', 'a\ude00b', 'ab', ['U+DE00']],
	['Arabic', 'x سلام y', 'x y', ['U+0633', 'U+0644', 'U+0627', 'U+0645']],
	['Hebrew', 'x שלום y', 'x y', ['U+05E9', 'U+05DC', 'U+05D5', 'U+05DD']],
	['Chinese', 'x 儿童 y', 'x y', ['U+513F', 'U+7AE5']],
	['a private character', 'x\ue000y', 'xy', ['U+E000']],
	['no character at all', 'x\uffffy', 'xy', ['U+FFFF']],
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
	const { pages, outside } = await readPdf(await renderPdf(model));
	const whole = pages.join('');

	test.each(HOSTILE.map((row, index) => [...row, index] as const))(
		'%s is shown as it is or reported',
		(_, _text, shown, codes, index) => {
			const reported = missing.filter(({ texts }) => texts.some((text) => text.includes(`#${index}#`)));
			expect(reported.map(({ code }) => code)).toEqual(codes);
			expect(whole.split(tight(marked(index, shown))).length - 1).toBe(7);
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
