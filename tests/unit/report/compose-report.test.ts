import { describe, expect, test } from 'vitest';
import { isolated } from '#lib/questionnaire/language-direction.ts';
import { addAction, editAction, keepDrafted } from '#lib/plan/edit.ts';
import { composeReport } from '#lib/plan/report.ts';
import type { Report } from '#lib/plan/report/model.ts';
import type { Assessment } from '#lib/assessment/schema.ts';
import { answeredAssessment, emptyAssessment, gated, report, reportSource } from './example.ts';

const MIXED = [
	'in-place',
	'partly-in-place',
	undefined,
	'in-place',
	'not-in-place',
	'unknown',
	'not-applicable'
];

const OWN_ACTION = {
	id: 'own',
	priority: 'next',
	text: 'Meet the school heads.',
	responsibleRole: ' ',
	dueDate: '',
	status: 'to-do',
	resources: '',
	proof: '',
	note: ''
} as const;

function leaving(assessment: Assessment): Assessment {
	return { ...assessment, profile: { ...assessment.profile, departure: '2027-01-18' } };
}

const rowsOf = (model: Report) => model.plan.groups.flatMap((group) => group.rows);

describe('the readiness box', () => {
	test('without gates names the critical gaps in plan order, twelve at most', () => {
		const { readiness } = report(answeredAssessment(['not-in-place'])).summary;
		expect(readiness).toMatchObject({
			kind: 'critical',
			count: '17',
			heading: 'Close these 17 critical gaps first',
			more: 'and 5 more, see the action plan'
		});
		expect(readiness.points.map(({ number }) => number)).toEqual(
			Array.from({ length: 12 }, (_, i) => String(i + 1))
		);
		expect(readiness.points[0]).toMatchObject({
			sign: 'now',
			name: 'Written policy based on rights',
			today: 'Today: Nothing is written, or there is only a sentence in another document.',
			role: 'Safeguarding lead',
			due: 'by 21 Dec 2026'
		});
	});

	test('with gates names the blocked ones, the unanswered last with a question mark', () => {
		const assessment = leaving(answeredAssessment(['in-place'], gated));
		delete assessment.answers['icss.policy.1'];
		assessment.answers['icss.people.1'] = { level: 'partly-in-place' };
		const { readiness } = report(assessment, { questionnaire: gated }).summary;
		expect(readiness.heading).toBe('Do not deploy before these 2 points are closed');
		expect(readiness.explanation).toContain('15 of 17 gates are ready, 2 are blocked.');
		expect(readiness.points.map(({ sign, number, due }) => [sign, number, due])).toEqual([
			['gate', '1', 'by 17 Jan 2027'],
			['gate', '?', 'by 17 Jan 2027']
		]);
		expect(readiness.points[1]?.today).toBe('Today: no answer. Answer this question first.');
	});

	test('says ready only when every gate is', () => {
		const assessment = answeredAssessment(['in-place'], gated);
		expect(report(assessment, { questionnaire: gated }).summary.readiness).toMatchObject({
			kind: 'ready',
			heading: 'All 17 gates are ready',
			points: []
		});
		delete assessment.answers['icss.policy.1'];
		expect(report(assessment, { questionnaire: gated }).summary.readiness.kind).toBe('blocked');
	});

	test('says what is missing before it calls anything calm', () => {
		expect(report(emptyAssessment()).summary.readiness.heading).toBe('No question has an answer yet');
		const open = answeredAssessment(['in-place']);
		delete open.answers['icss.policy.1'];
		delete open.answers['icss.policy.2'];
		const { heading, explanation } = report(open).summary.readiness;
		expect(heading).toBe('No critical gap found so far');
		expect(explanation).toContain('2 questions are still to answer. 1 critical question has no answer yet.');
		expect(report(answeredAssessment(['in-place'])).summary.readiness.heading).toBe('No critical gap found');
	});

	test('marks a date that has passed', () => {
		const assessment = editAction(answeredAssessment(['not-in-place']), 'icss.policy.1', {
			dueDate: '2026-11-20'
		});
		const model = report(assessment);
		expect(model.summary.readiness.points[0]?.due).toBe('overdue, 20 Nov 2026');
		expect(
			rowsOf(model)
				.filter(({ overdue }) => overdue !== undefined)
				.map(({ name }) => name)
		).toEqual(['Written policy based on rights']);
	});
});

describe('the summary', () => {
	test('counts add up to the questions in scope', () => {
		const source = reportSource(answeredAssessment(MIXED));
		const { counts } = composeReport(source).summary;
		expect(counts.reduce((sum, { value }) => sum + Number(value), 0)).toBe(source.score.inScope);
		expect(counts.map(({ name }) => name)).toEqual([
			'in place',
			'gaps, 5 not known',
			'not applicable',
			'still to answer'
		]);
	});

	test('has no radar and no number while a standard has no score', () => {
		const assessment = answeredAssessment(['in-place']);
		for (const id of Object.keys(assessment.answers))
			if (id.startsWith('icss.policy')) delete assessment.answers[id];
		const { radar, standards } = report(assessment).summary;
		expect(radar).toBeUndefined();
		expect(standards[0]).toMatchObject({ shown: '–', ratingWord: 'Not assessed', answered: '0 of 6' });
		expect(report(answeredAssessment(['in-place'])).summary.radar).toBeDefined();
		expect(report(emptyAssessment()).summary.overall.sentences).toBe(
			'There is no overall score yet: no answer counts towards one.'
		);
	});

	test('says what holds a rating down', () => {
		const assessment = answeredAssessment(['in-place']);
		assessment.answers['icss.accountability.8'] = { level: 'partly-in-place' };
		const [, , , accountability] = report(assessment).summary.standards;
		expect(accountability).toMatchObject({
			ratingWord: 'Partly met',
			detail: 'held down by 1 critical gap, critical items closed: 0 of 1'
		});
	});

	test('never says passed, never shows a percentage', () => {
		for (const levels of [MIXED, ['in-place'], ['not-in-place']])
			expect(JSON.stringify(report(answeredAssessment(levels)))).not.toMatch(/\bpassed?\b|%/i);
	});

	test('names the short form and how many questions it asked', () => {
		const assessment = { ...answeredAssessment(['in-place', 'not-in-place']), form: 'critical' };
		const { cover, summary, method } = report(assessment);
		const sentence = 'Short form “Critical indicators only”: only its 17 questions were asked';
		expect(cover.entries.map(({ value }) => value)).toContain(sentence);
		expect(method.entries.map(({ value }) => value)).toContain(sentence);
		expect(summary.overall.sentences).toMatch(/^Short form “Critical indicators only”: only 17 questions/);
	});
});

describe('the plan', () => {
	test('shows what the person edited and added', () => {
		const edited = editAction(answeredAssessment(['not-in-place']), 'icss.policy.1', {
			text: 'Our own words',
			responsibleRole: 'Country director',
			status: 'in-progress',
			resources: '200 EUR',
			proof: 'Signed policy',
			note: 'Before Easter'
		});
		const rows = rowsOf(report(addAction(edited, OWN_ACTION)));
		expect(rows[0]).toMatchObject({
			action: 'Our own words',
			role: 'Country director',
			statusWord: 'In progress',
			details: [
				{ lead: 'Proof:', text: 'Signed policy' },
				{ lead: 'Resources:', text: '200 EUR' },
				{ lead: 'Note:', text: 'Before Easter' }
			]
		});
		expect(rows.find(({ action }) => action === OWN_ACTION.text)).toMatchObject({
			sign: 'next',
			standard: 'Added by the organisation',
			name: '',
			role: 'No role named yet',
			due: 'No date',
			details: []
		});
	});

	test('keeps a closed gap in a group of its own, at the end', () => {
		const before = answeredAssessment(['not-in-place', 'in-place']);
		const kept = keepDrafted(before, ['icss.policy.1']);
		kept.answers['icss.policy.1'] = { level: 'in-place' };
		const { groups } = report(kept).plan;
		expect(groups.at(-1)).toMatchObject({ id: 'closed', meaning: 'no gap any longer (1 action)' });
		expect(groups.at(-1)?.rows[0]).toMatchObject({
			name: 'Written policy based on rights',
			statusWord: 'Gap closed'
		});
	});

	test('takes the level where its description says too little', () => {
		const source = reportSource(answeredAssessment(['not-in-place']));
		const text = structuredClone(source.text);
		for (const { anchors } of Object.values(text.indicators)) anchors['not-in-place'] = 'No.';
		expect(rowsOf(composeReport({ ...source, text }))[0]?.today).toBe('Today: Not in place');
	});

	test.each([
		['no gap', answeredAssessment(['in-place']), /^No gap was found/],
		['no answer', emptyAssessment(), /^There is no action yet/],
		[
			'only an added action',
			addAction(answeredAssessment(['in-place']), OWN_ACTION),
			/^The answers show no open gap/
		],
		['gaps', answeredAssessment(['not-in-place']), /count from the assessment on 21 November 2026/]
	])('introduces itself with %s', (_, assessment, intro) => {
		expect(report(assessment).plan.intro).toMatch(intro);
	});
});

describe('the other parts', () => {
	test('reviews count from the departure, else from the assessment', () => {
		expect(report(answeredAssessment(MIXED)).reviews.rows).toEqual([
			{ name: '30 days after the assessment', planned: '21 Dec 2026' },
			{ name: '90 days after the assessment', planned: '19 Feb 2027' },
			{ name: '180 days after the assessment', planned: '20 May 2027' },
			{ name: 'Every six months after that', planned: '' }
		]);
		const model = report(leaving(answeredAssessment(MIXED, gated)), { questionnaire: gated });
		expect(model.reviews.rows.map(({ planned }) => planned)).toEqual([
			'17 Jan 2027',
			'17 Feb 2027',
			'18 Apr 2027',
			''
		]);
	});

	test('what is still to answer stands apart, or not at all', () => {
		const assessment = answeredAssessment(['in-place']);
		delete assessment.answers['icss.people.2'];
		expect(report(assessment).stillToAnswer?.rows).toMatchObject([
			{ name: 'Rules of conduct with children', weight: 'Critical', isGate: false }
		]);
		expect(report(answeredAssessment(['in-place'])).stillToAnswer).toBeUndefined();
	});

	test('the decision fits what there is to decide', () => {
		const first = (model: Report) => model.decision.choices[0];
		expect(first(report(answeredAssessment(MIXED)))).toMatch(/^The plan is approved\./);
		expect(first(report(answeredAssessment(['in-place'])))).toMatch(/^The result is noted\./);
		expect(first(report(emptyAssessment()))).toMatch(/^The open questions are answered first\./);
		const blocked = report(answeredAssessment(['not-in-place'], gated), { questionnaire: gated });
		expect(first(blocked)).toBe('The deployment waits until all 17 blocked gates are ready and checked.');
		expect(blocked.decision.signatures).toEqual(['Commander or director', 'Safeguarding lead']);
	});

	test('the annex holds answers, evidence, reasons and, if wanted, notes', () => {
		const assessment = answeredAssessment(['in-place']);
		assessment.answers['icss.policy.1'] = {
			level: 'in-place',
			evidence: { ticked: ['dated-policy', 'place-kept'], text: 'Shelf 3' },
			note: 'Renew in May'
		};
		assessment.answers['icss.policy.2'] = { level: 'not-applicable', reason: 'No such work' };
		delete assessment.answers['icss.policy.3'];
		assessment.answers['icss.policy.4'] = { level: 'unknown' };
		const rows = (notes: boolean) => report(assessment, { notes }).annex?.standards[0]?.rows;
		expect(rows(true)).toMatchObject([
			{
				item: '1.1',
				flag: 'Critical.',
				cells: { filled: 2, of: 2 },
				answer: 'In place',
				evidence: [
					'Policy with date and version; Where the policy is kept',
					'Shelf 3',
					`Note: ${isolated('Renew in May')}`
				]
			},
			{ item: '1.2', answer: 'Not applicable', evidence: [`Reason: ${isolated('No such work')}`] },
			{
				item: '1.3',
				answer: 'Not answered',
				cells: { filled: 'open', of: 2 },
				isOpen: true,
				evidence: ['–']
			},
			{ item: '1.4', answer: 'Not known', cells: { filled: 0, of: 2 }, isOpen: true },
			{ item: '1.5' },
			{ item: '1.6' }
		]);
		expect(JSON.stringify(rows(false))).not.toContain('Renew in May');
		expect(report(assessment, { annex: false }).annex).toBeUndefined();
	});

	test('the cover leaves a line for the pen when there is no label', () => {
		const { cover } = report({ ...emptyAssessment(), label: '  ' });
		expect(cover.label).toBe('');
		expect(cover.entries[0]).toEqual({ name: 'Organisation or programme', value: null });
	});

	test('answers that did not count are named', () => {
		const assessment = answeredAssessment(['in-place']);
		assessment.answers['icss.gone.1'] = { level: 'in-place' };
		expect(report(assessment).method.entries).toContainEqual({
			name: 'Not counted',
			value: '1 answer that does not fit this version of the questionnaire'
		});
	});
});

test('equal input gives an equal report', () => {
	expect(report(answeredAssessment(MIXED))).toEqual(report(answeredAssessment(MIXED)));
});
