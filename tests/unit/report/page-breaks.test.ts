import { expect, test } from 'vitest';
import { renderPdf } from '#lib/export/pdf/render-pdf.ts';
import type { Report } from '#lib/plan/report/model.ts';
import { openPdf } from '../../../scripts/pdf-check/open-pdf.ts';
import { SAMPLES } from '../../fixtures/reports/index.ts';
import { sampleReport } from '../../fixtures/reports/sample-report.ts';
import { readPdf } from './read-pdf.ts';

test.each(['en', 'ar', 'bn', 'zh'])(
	'no heading in %s stands alone at the foot of a page',
	async (language) => {
		const words = SAMPLES[language];
		if (words === undefined) throw new Error('No such sample');
		const opened = await openPdf(await renderPdf(sampleReport(words)));
		if (!opened.ok) throw new Error(opened.detail);
		// what a person sees, in reading order: each piece with its page
		const pieces = (opened.value.tree?.elements ?? []).flatMap(({ role, path, marked }) =>
			marked.map(({ page }) => ({ role, path, page }))
		);
		const alone = pieces.filter(
			({ role, page }, index) =>
				/^H\d$/.test(role) && pieces[index + 1] !== undefined && pieces[index + 1]?.page !== page
		);
		expect(alone.map(({ path }) => path)).toEqual([]);
		// the names of columns stand with the first row below them
		const heads = pieces.filter(
			({ path, page }, index) =>
				path.includes('THead') &&
				!pieces[index + 1]?.path.includes('THead') &&
				pieces[index + 1]?.page !== page
		);
		expect(heads.map(({ path }) => path)).toEqual([]);
		expect(pieces.filter(({ role }) => /^H\d$/.test(role)).length).toBeGreaterThan(12);
	}
);

/** A report in which the question of the first row goes on over more than a page, and so does its answer. */
function withHighRow(lines: number): Report {
	const report = sampleReport(SAMPLES['en'] ?? raise());
	const numbered = (word: string): string =>
		Array.from({ length: lines }, (_, k) => `${word}${k}`).join('\n');
	const row = { question: numbered('question'), answer: numbered('answer') };
	return { ...report, scope: { ...(report.scope ?? raise()), rows: [row] } };
}

function raise(): never {
	throw new Error('No such sample');
}

test('a row whose first cell is higher than a page comes to an end, and all of it is there once', async () => {
	const { pages, outside } = await readPdf(await renderPdf(withHighRow(150)));
	expect(outside).toEqual([]);
	const text = pages.join('');
	for (const k of [0, 1, 75, 148, 149])
		for (const word of ['question', 'answer'])
			expect(text.split(new RegExp(`${word}${k}(?!\\d)`))).toHaveLength(2);
});
