import { describe, expect, test, vi } from 'vitest';
import { addAction, editAction } from '#lib/plan/edit.ts';
import { missingCharacters } from '#lib/export/pdf/missing-characters.ts';
import { renderPdf } from '#lib/export/pdf/render-pdf.ts';
import { reportTexts } from '#lib/export/pdf/report-texts.ts';
import type { Assessment } from '#lib/assessment/schema.ts';
import { answeredAssessment, emptyAssessment, gated, report } from './example.ts';
import { isName, type PdfValue } from './pdf-objects.ts';
import { comparable, readNames, readPdf, tight } from './read-pdf.ts';

const MIXED = [
	'in-place',
	'partly-in-place',
	undefined,
	'in-place',
	'not-in-place',
	'unknown',
	'not-applicable'
];

/** A plan of 40 actions: 36 gaps and four of the organisation's own. */
function fortyActions(): Assessment {
	let assessment = answeredAssessment(['not-in-place', 'partly-in-place']);
	for (const id of ['one', 'two', 'three', 'four'])
		assessment = addAction(assessment, {
			id,
			priority: 'next',
			text: `Own action ${id}: meet the heads of all schools in the district.`,
			responsibleRole: 'Programme lead',
			dueDate: '2027-03-01',
			status: 'in-progress',
			resources: 'Two days and a car',
			proof: 'Minutes without names',
			note: 'Begin before the rains.'
		});
	return assessment;
}

describe('what is in the file', () => {
	test('every text of the report, in the file as it is in the model', async () => {
		const model = report(answeredAssessment(MIXED));
		const { pages } = await readPdf(await renderPdf(model));
		const whole = pages.join('');
		const drawn = [...reportTexts(model)].filter(
			// ids that choose a shape or a colour, and what only the metadata hold
			({ part, text }) =>
				!['language', 'madeOn', 'madeWith', 'pageNumber', 'digits'].includes(part) &&
				!/^(gate|now|next|later|closed|open|to-do|in-progress|done|gap-closed|critical|blocked|ready|calm)$/.test(
					text
				) &&
				!/^(met|mostly-met|partly-met|not-met|incomplete|not-assessed|out-of-scope)$/.test(text) &&
				// stand only on a page that another part has filled
				!text.includes('(continued)') &&
				!text.includes(' other critical gap')
		);
		expect(drawn.length).toBeGreaterThan(200);
		for (const { text } of drawn) expect(whole).toContain(comparable(text));
	});

	test('names, actions, roles, dates, ratings and scores of a plan with gates', async () => {
		const assessment = answeredAssessment(MIXED, gated);
		assessment.profile['departure'] = '2027-01-18';
		const model = report(assessment, { questionnaire: gated });
		const { pages } = await readPdf(await renderPdf(model));
		const plan = pages.slice(2).join('');
		const rows = model.plan.groups.flatMap((group) => group.rows);
		expect(rows.length).toBeGreaterThan(10);
		for (const row of rows)
			for (const text of [row.name, row.today, row.action, row.role, row.due, row.statusWord])
				expect(plan).toContain(tight(text));
		const summary = pages[1];
		for (const { name, due } of model.summary.readiness.points) {
			expect(summary).toContain(tight(name));
			expect(summary).toContain(tight(due));
		}
		for (const { name, ratingWord, shown, answered } of model.summary.standards)
			for (const text of [name, ratingWord, shown, answered]) expect(summary).toContain(tight(text));
		expect(summary).toContain(model.summary.overall.shown);
	});

	test('only embedded Noto Sans, title, language, outline and page numbers', async () => {
		const model = report(answeredAssessment(MIXED));
		const bytes = await renderPdf(model);
		const { pages, info, outline } = await readPdf(bytes);
		const names = readNames(bytes);
		const under = (key: string): PdfValue[] =>
			names.flatMap(({ name, value }) => (name === key && value !== undefined ? [value] : []));
		const fonts = under('BaseFont').map((value) => (isName(value) ? value.name : ''));
		expect(new Set(fonts.map((name) => name.replace(/^[A-Z]{6}\+/, '')))).toEqual(
			new Set(['NotoSans-Regular', 'NotoSans-Bold'])
		);
		expect(
			names.filter(({ name }) => /Helvetica|Times|Courier|Symbol|ZapfDingbats|WinAnsi/.test(name))
		).toEqual([]);
		expect(under('FontFile2')).toHaveLength(new Set(fonts).size);
		expect(info['Title']).toBe('Child safeguarding action plan');
		expect(info['Language']).toBe('en');
		expect(under('DisplayDocTitle')).toEqual([true]);
		expect(outline).toEqual([
			'Child safeguarding action plan',
			'Summary for the decision',
			'Action plan',
			'Still to answer',
			'Decision, by hand on the printed paper',
			'Annex: answers and evidence',
			'Which questions were asked',
			'What the questions rest on',
			'How this paper was made'
		]);
		expect(pages[0]).not.toContain('Page1of');
		for (const [index, page] of pages.slice(1).entries())
			expect(page).toMatch(new RegExp(`Page${index + 2}of${pages.length}$`));
	});

	test('no name, no time and no trail beyond the day and the tool', async () => {
		const bytes = await renderPdf(report(answeredAssessment(MIXED)));
		const { info } = await readPdf(bytes);
		expect(info['CreationDate']).toBe("D:20261121000000+00'00'");
		expect(info['Creator']).toBe('Child-safeguarding self-assessment');
		expect(info['Producer']).toBe('');
		expect(info['Author']).toBeUndefined();
		expect(info['ModDate']).toBeUndefined();
		expect(JSON.stringify(readNames(bytes))).not.toContain('jsPDF');
		expect(Buffer.from(bytes).toString('latin1')).not.toContain('jsPDF');
	});

	test('an address with letters outside of ASCII is a link, and one that leads nowhere is a text', async () => {
		const model = report(answeredAssessment(MIXED));
		const [item] = model.sources?.items ?? [];
		if (model.sources === undefined || item === undefined) throw new Error('No sources');
		const addresses = ['https://example.org/niñez.pdf', 'https://ñ:a:b/'];
		model.sources.items = addresses.map((address) => ({ ...item, address }));
		const bytes = await renderPdf(model);
		const links = readNames(bytes).filter(({ name }) => name === 'URI');
		expect(links.flatMap(({ value }) => (typeof value === 'string' ? [value] : []))).toEqual([
			'https://example.org/ni%C3%B1ez.pdf'
		]);
		expect((await readPdf(bytes)).pages.join('')).toContain(tight(addresses[1] ?? ''));
	});

	test('the annex is left out when the person says so', async () => {
		const { pages, outline } = await readPdf(
			await renderPdf(report(answeredAssessment(MIXED), { annex: false }))
		);
		expect(outline).not.toContain('Annex: answers and evidence');
		expect(pages.join('')).not.toContain(tight('In the shared folder'));
	});
});

describe('the same report', () => {
	test('gives the same bytes twice, in another zone and in another year', async () => {
		const model = report(answeredAssessment(MIXED));
		const first = Buffer.from(await renderPdf(model));
		const zone = process.env['TZ'];
		const offset = new Date().getTimezoneOffset();
		process.env['TZ'] = 'Asia/Kathmandu';
		vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-12-31T23:59:59Z') });
		try {
			expect(new Date().getTimezoneOffset()).not.toBe(offset);
			expect(first.equals(Buffer.from(await renderPdf(model)))).toBe(true);
		} finally {
			vi.useRealTimers();
			if (zone === undefined) delete process.env['TZ'];
			else process.env['TZ'] = zone;
		}
		expect(first.equals(Buffer.from(await renderPdf(model)))).toBe(true);
	});

	test('with 40 actions and the annex stays small', async () => {
		const model = report(fortyActions());
		expect(model.plan.groups.flatMap((group) => group.rows)).toHaveLength(40);
		expect((await renderPdf(model)).length).toBeLessThanOrEqual(80_000);
	});
});

describe('pages', () => {
	test('each page of the plan repeats the group and the column heads', async () => {
		const { pages } = await readPdf(await renderPdf(report(fortyActions())));
		const plan = pages.slice(
			2,
			pages.findIndex((page) => page.includes('Decision,byhand'))
		);
		expect(plan.length).toBeGreaterThan(5);
		for (const page of plan) expect(page).toContain('StandardandgapActionandproof');
		expect(plan.filter((page) => page.includes('Now–(continued)')).length).toBeGreaterThan(1);
	});

	test('a row higher than a page goes on by lines, with its number', async () => {
		const words = Array.from({ length: 900 }, (_, i) => `w${i}`).join(' ');
		const assessment = editAction(answeredAssessment(['not-in-place']), 'icss.policy.1', { text: words });
		const { pages } = await readPdf(await renderPdf(report(assessment, { annex: false })));
		const parts = pages.map((page) => page.match(/w\d+/g) ?? []).filter((found) => found.length > 10);
		expect(parts.length).toBeGreaterThan(1);
		expect(pages.join('').match(/w\d+/g)).toHaveLength(900);
		const second = pages.filter((page) => (page.match(/w\d+/g) ?? []).length > 10)[1];
		// its plan number stands right after the repeated heads
		expect(second).toMatch(/DueStatus1w\d+/);
	});

	test.each([
		['nothing answered', report(emptyAssessment())],
		['nothing to do', report(answeredAssessment(['in-place']))],
		['everything to do', report(answeredAssessment(['not-in-place']))]
	])('makes a whole paper when there is %s', async (_, model) => {
		const { pages, outline, outside } = await readPdf(await renderPdf(model));
		expect(outside).toEqual([]);
		expect(outline).toContain('Action plan');
		expect(pages.join('')).toContain(tight(model.plan.intro));
		expect(pages.every((page) => page.length > 100)).toBe(true);
	});
});

describe('characters', () => {
	test('accents and special letters come out right, composed or not', async () => {
		const names = 'São Tomé, Şanlıurfa, Çağrı, Ngũgĩ wa Thiong’o, Łódź, Nyírő, Māori, ǂKhomani, Hawaiʻi';
		const assessment = { ...answeredAssessment(MIXED), label: names.normalize('NFD').slice(0, 120) };
		const model = report(assessment);
		const { pages } = await readPdf(await renderPdf(model));
		expect(pages[0]).toContain(tight(names));
		expect(await missingCharacters(model)).toEqual([]);
	});

	test('what no font has is named with the text it stands in', async () => {
		const text = 'Ask 李 and ᎠᏂ, ᎠᏂ 😀';
		const assessment = editAction(answeredAssessment(['not-in-place']), 'icss.policy.1', { text });
		const model = report(assessment);
		expect(await missingCharacters(model)).toEqual([
			{ character: 'Ꭰ', code: 'U+13A0', texts: [text] },
			{ character: 'Ꮒ', code: 'U+13C2', texts: [text] },
			{ character: '😀', code: 'U+1F600', texts: [text] }
		]);
		// boxes on the page, but what is copied from them is what was written
		const { pages } = await readPdf(await renderPdf(model));
		expect(pages.join('')).toContain(tight(text));
	});
});
