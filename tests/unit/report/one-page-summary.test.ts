import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderPdf } from '#lib/export/pdf/render-pdf.ts';
import type { Questionnaire, QuestionnaireText } from '#lib/questionnaire/schema.ts';
import { checkPdf } from '../../../scripts/pdf-check/check-pdf.ts';
import { answeredAssessment, gated, icss, icssEnglish, report } from './example.ts';
import { readPdf, tight } from './read-pdf.ts';

/** Every name as long and wide as the schema allows. */
const WIDE: QuestionnaireText = {
	...icssEnglish,
	title: 'W'.repeat(80),
	claim: 'Wide words '.repeat(36),
	standards: Object.fromEntries(
		Object.entries(icssEnglish.standards).map(([id, each]) => [id, { ...each, name: 'Wm '.repeat(20) }])
	),
	roles: Object.fromEntries(Object.keys(icssEnglish.roles).map((id) => [id, 'Wide role '.repeat(8)])),
	shortForms: { critical: { name: 'W'.repeat(60), summary: 'x' } },
	indicators: Object.fromEntries(
		Object.entries(icssEnglish.indicators).map(([id, each]) => [
			id,
			{
				...each,
				name: 'W'.repeat(45),
				anchors: Object.fromEntries(
					Object.keys(each.anchors).map((level) => [level, 'Wide words '.repeat(36)])
				)
			}
		])
	)
};

/** Page 2 is the summary and page 3 the plan, whatever the input. */
async function expectOnePage(
	questionnaire: Questionnaire,
	text: QuestionnaireText,
	levels: (string | undefined)[],
	form: string
) {
	const assessment = answeredAssessment(levels, questionnaire);
	assessment.label = 'Wide label '.repeat(11).slice(0, 120);
	assessment.profile['departure'] = '2027-01-18';
	assessment.form = form;
	const model = report(assessment, { questionnaire, text, annex: false });
	// the plan has its own tests and would only make this one slow
	model.plan.groups = [];
	const { pages, outside } = await readPdf(await renderPdf(model));
	expect(outside).toEqual([]);
	expect(pages[1]).toContain(tight(model.summary.title));
	expect(pages[1]).toContain(tight(model.summary.readiness.heading));
	// the last thing on the summary: nothing of it was pushed off
	const last = model.summary.standards.at(-1);
	expect(pages[1]).toContain(tight(last?.answered ?? ''));
	expect(pages[2]).toContain(tight(model.plan.title));
}

describe('the summary', () => {
	const LEVELS = ['in-place', 'partly-in-place', 'not-in-place', 'unknown', undefined, 'not-applicable'];

	test.each([
		['17 critical gaps', icss, ['not-in-place']],
		['17 blocked gates', gated, ['not-in-place']],
		['17 gates nobody answered', gated, [undefined]],
		[
			'gates and other critical gaps',
			gated,
			['partly-in-place', 'in-place', 'unknown', 'in-place', undefined]
		]
	])('is one page with %s and the widest names', async (_, questionnaire, levels) => {
		await expectOnePage(questionnaire, WIDE, levels, 'full');
		await expectOnePage(questionnaire, WIDE, levels, 'critical');
	});

	test('shows names beside the rings whole: on two lines, or with smaller rings', async () => {
		const names = ['Rendición de cuentas', 'Responsabilización'];
		const model = report(answeredAssessment(['in-place']), { annex: false });
		model.summary.standards.forEach((row, k) => {
			// the second and the last stand beside the rings
			if (k % 2 === 1) row.name = names[(k - 1) / 2] ?? row.name;
		});
		const { pages } = await readPdf(await renderPdf(model));
		// once in the chart and once in the table
		for (const name of names) expect(pages[1]?.split(tight(name))).toHaveLength(3);
	});

	// many papers are made and read back, which takes its time on a busy machine
	test('is one page for any answers', { timeout: 60_000 }, async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom(icss, gated),
				fc.constantFrom(icssEnglish, WIDE),
				fc.array(fc.constantFrom(...LEVELS), { minLength: 1, maxLength: 36 }),
				fc.constantFrom('full', 'critical'),
				expectOnePage
			),
			{ numRuns: 25, seed: 7 }
		);
	});
});

describe('a summary of many standards', () => {
	/** The report of a questionnaire with so many standards, as one from a file may have. */
	function reportOf(count: number, { questionnaire = icss, level = 'not-in-place' } = {}) {
		const model = report(answeredAssessment([level], questionnaire), { questionnaire, annex: false });
		model.plan.groups = [];
		const { standards } = model.summary;
		model.summary.standards = Array.from({ length: count }, (_, k) => {
			const row = standards[k % standards.length];
			if (row === undefined) throw new Error('The example has no standards');
			return { ...row, name: `zq${k}zq of the standards` };
		});
		return model;
	}
	const times = (pages: readonly string[], text: string): number => pages.join(' ').split(text).length - 1;

	test.each([
		[16, '', icss],
		[16, ' and many gates', gated],
		[40, '', icss],
		[40, ' and many gates', gated],
		[200, ' and many gates', gated]
	])(
		'of %i%s has each once, inside the pages, below the heads of the columns',
		async (count, _, questionnaire) => {
			const model = reportOf(count, { questionnaire });
			const bytes = await renderPdf(model);
			const { pages, outside } = await readPdf(bytes);
			expect(outside).toEqual([]);
			for (const { name } of model.summary.standards) expect(times(pages, tight(name)), name).toBe(1);
			const onPages = pages.filter((page) => page.includes('zqofthestandards'));
			expect(onPages.length).toBeGreaterThan(1);
			const { standard, rating } = model.summary.columns;
			for (const page of onPages) {
				expect(times([page], tight(standard + rating))).toBe(1);
				expect(page.indexOf(tight(standard + rating))).toBeLessThan(page.indexOf('zqofthestandards'));
				expect(times([page], 'zqofthestandards')).toBeGreaterThan(1);
			}
			expect(await checkPdf(bytes)).toEqual([]);
		}
	);

	test('has rings around at most eight', async () => {
		for (const [count, shown] of [
			[8, 2],
			[9, 1]
		] as const) {
			const model = reportOf(count, { level: 'in-place' });
			for (const row of model.summary.standards) row.name = row.name.replace(' of the standards', '');
			const { pages } = await readPdf(await renderPdf(model));
			expect(times(pages, 'zq1zq')).toBe(shown);
		}
	});
});

test.each([
	[4, true],
	[12, true],
	[40, false],
	[200, false]
])(
	'a cover of %i standards stays inside its page; whether it names them all: %s',
	async (count, isNaming) => {
		const model = report(answeredAssessment(['not-in-place'], gated), { questionnaire: gated, annex: false });
		model.cover.label = 'Wm '.repeat(40);
		model.cover.standards = Array.from({ length: count }, (_, k) => ({
			number: `${k + 1}`,
			name: `zq${k}zq`
		}));
		const { pages, outside } = await readPdf(await renderPdf(model));
		expect(outside).toEqual([]);
		const named = model.cover.standards.filter(({ name }) => pages[0]?.includes(name));
		expect(named).toHaveLength(isNaming ? count : 0);
		expect(pages[0]).toContain(tight(model.title));
	}
);
