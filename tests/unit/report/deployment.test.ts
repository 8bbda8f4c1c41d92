import { describe, expect, test } from 'vitest';
import { isBlocked } from '#lib/assessment/gates.ts';
import type { Assessment } from '#lib/assessment/schema.ts';
import { renderPdf } from '#lib/export/pdf/render-pdf.ts';
import { editAction } from '#lib/plan/edit.ts';
import {
	answeredAssessment,
	deployment,
	emptyAssessment,
	peacekeeping,
	report,
	reportSource
} from './example.ts';
import { readPdf, tight } from './read-pdf.ts';

// The shipped questionnaire with gates: what its paper says before a departure on 3 December 2026.

const { questionnaire, text } = deployment;
const STOP = 'Do not deploy before these are closed';
const gates = questionnaire.standards
	.flatMap(({ indicators }) => indicators)
	.filter(({ gate }) => gate !== undefined);

/** Every question at one level, but for the changes; undefined leaves a question open. */
function assessed(level: string, changes: Record<string, string | undefined> = {}): Assessment {
	const assessment = answeredAssessment([level], questionnaire);
	for (const [id, changed] of Object.entries(changes))
		if (changed === undefined) delete assessment.answers[id];
		else assessment.answers[id] = { level: changed };
	return { ...assessment, profile: { departure: '2026-12-03' } };
}

const nameOf = (id: string) => text.indicators[id]?.name ?? id;
const reportOn = (assessment: Assessment) => report(assessment, deployment);
const FIVE = {
	'deployment.hr.2': 'not-in-place',
	'deployment.rsp.1': 'unknown',
	'deployment.gov.2': 'started',
	'deployment.cbm.1': 'started',
	'deployment.rsp.3': undefined
};

test('has the twenty gates that the tests below count on', () => {
	expect(gates).toHaveLength(20);
	expect(new Set(gates.map(({ gate }) => gate?.minimum))).toEqual(new Set(['mostly-in-place']));
});

describe('while gates are blocked', () => {
	const model = reportOn(assessed('in-place', FIVE));

	test('the first page and the summary say stop, and how many gates', async () => {
		expect(model.cover.stop).toEqual({
			count: '5',
			heading: STOP,
			text: '5 of 20 gates are blocked. The next pages say which, what is missing and by when.'
		});
		expect(model.summary.readiness).toMatchObject({
			kind: 'blocked',
			heading: 'Do not deploy before these 5 points are closed',
			explanation: '15 of 20 gates are ready, 5 are blocked. A high score does not replace a gate.'
		});
		const { pages, outside } = await readPdf(await renderPdf(model));
		expect(outside).toEqual([]);
		expect(pages[0]).toContain(tight(STOP));
		expect(pages[1]).toContain(tight('Do not deploy before these 5 points are closed'));
		for (const { name, due } of model.summary.readiness.points) {
			expect(pages[1]).toContain(tight(name));
			expect(pages[1]).toContain(tight(due));
		}
		// five gates leave room to say on the summary what each of them asks for
		expect(pages[1]?.match(/Neededtogo:Inplacewithgaps/g)).toHaveLength(5);
	});

	test('one blocked gate is enough', () => {
		const { stop } = reportOn(assessed('in-place', { 'deployment.hr.2': 'started' })).cover;
		expect(stop).toMatchObject({ heading: STOP, text: expect.stringMatching(/^1 of 20 gates is blocked/) });
	});

	test('they come first, unanswered ones last, each with what is missing, who and by when', () => {
		const { points } = model.summary.readiness;
		expect(points.map(({ number, name, due }) => [number, name, due])).toEqual([
			['1', nameOf('deployment.hr.2'), 'by 2 Dec 2026'],
			['2', nameOf('deployment.rsp.1'), 'by 2 Dec 2026'],
			['3', nameOf('deployment.gov.2'), 'by 2 Dec 2026'],
			['4', nameOf('deployment.cbm.1'), 'by 2 Dec 2026'],
			['?', nameOf('deployment.rsp.3'), 'by 2 Dec 2026']
		]);
		for (const [index, id] of Object.keys(FIVE).entries())
			expect(points[index]?.needed).toBe(
				`Needed to go: In place with gaps. ${text.indicators[id]?.anchors['mostly-in-place']}`
			);
		expect(points[1]).toMatchObject({
			today: 'Today: not known. Find out first.',
			role: 'Safeguarding lead / Programme lead'
		});
		const rows = model.plan.groups[0]?.rows ?? [];
		expect(rows.slice(0, 4).map(({ sign, needed }) => [sign, needed])).toEqual(
			points.slice(0, 4).map(({ needed }) => ['gate', needed])
		);
		// no gap, so no action: it stands with the open questions
		expect(model.stillToAnswer?.rows).toMatchObject([
			{ name: nameOf('deployment.rsp.3'), needed: points[4]?.needed, due: 'by 2 Dec 2026' }
		]);
	});

	test('more than twelve are counted, and said where the others stand', () => {
		const { readiness } = reportOn(assessed('started')).summary;
		expect(readiness.points).toHaveLength(12);
		expect(readiness.more).toBe('and 8 more, see the action plan');
		expect(reportOn({ ...emptyAssessment(questionnaire) }).summary.readiness.more).toBe(
			'and 8 more, see the action plan and “Still to answer”'
		);
	});

	test('a later day that a person set gives way to the day before departure, and both are said', () => {
		const late = editAction(assessed('in-place', FIVE), 'deployment.hr.2', { dueDate: '2026-12-20' });
		const { summary, plan } = reportOn(late);
		expect(summary.readiness.points[0]?.due).toBe('by 2 Dec 2026');
		expect(plan.groups[0]?.rows[0]).toMatchObject({
			due: '20 Dec 2026',
			details: [
				{
					lead: 'Gate:',
					text: 'it must be ready by 2 Dec 2026, the day before departure. The date beside it is later.'
				},
				{ lead: 'Proof:' }
			]
		});
	});

	test('after the departure each is overdue, even with its action done', () => {
		const done = editAction(assessed('in-place', FIVE), 'deployment.hr.2', { status: 'done' });
		const { summary } = reportOn({ ...done, profile: { departure: '2026-11-01' } });
		expect(new Set(summary.readiness.points.map(({ due }) => due))).toEqual(
			new Set(['overdue, 31 Oct 2026'])
		);
	});
});

describe('with every gate at its minimum', () => {
	const assessment = assessed('mostly-in-place');
	const model = reportOn(assessment);

	test('says ready, and nowhere stop', async () => {
		expect(model.summary.readiness).toMatchObject({
			kind: 'ready',
			heading: 'All 20 gates are ready',
			points: []
		});
		expect(model.cover.stop).toBeUndefined();
		const { pages } = await readPdf(await renderPdf(model));
		expect(pages.join('')).not.toContain(tight('Do not deploy'));
		expect(pages[1]).toContain(tight('All 20 gates are ready'));
	});

	test('still shows the gaps, and holds every rating', () => {
		const { overall, standards, counts } = model.summary;
		expect(overall.shown).toBe('67');
		expect(counts.map(({ value }) => value)).toEqual(['0', '71', '0', '0']);
		expect(model.plan.groups[0]).toMatchObject({ id: 'now', meaning: 'critical gaps (37 actions)' });
		expect(standards.map(({ ratingWord, detail }) => [ratingWord, detail])).toEqual([
			['Partly met', 'critical items closed: 0 of 1'],
			['Partly met', 'critical items closed: 0 of 11'],
			['Partly met', 'critical items closed: 0 of 23'],
			['Partly met', 'critical items closed: 0 of 2']
		]);
		expect(reportSource(assessment, deployment).gaps.some(({ isBlockedGate }) => isBlockedGate)).toBe(false);
	});

	test('is not ready any longer when one of them is below it', () => {
		for (const level of ['started', 'unknown', undefined])
			expect(reportOn(assessed('mostly-in-place', { 'deployment.dis.1': level })).cover.stop?.count).toBe(
				'1'
			);
	});
});

test('says the target at departure and the critical items closed beside the score', () => {
	const { sentences } = reportOn(assessed('in-place', FIVE)).summary.overall;
	expect(sentences).toContain('Critical items closed: 32 of 37.');
	expect(sentences).toContain(
		'Target at departure: “In place with gaps” or better on every question. 66 of 71 are there.'
	);
});

test('says that few questions carry a standard', () => {
	expect(reportOn(assessed('in-place')).method.paragraphs).toContainEqual({
		lead: 'Few questions.',
		text: 'Only 3 questions carry Policy. Standards count equally, so each of them weighs more than elsewhere.'
	});
});

test('a gate out of scope blocks nothing', () => {
	const assessment = assessed('mostly-in-place', { 'deployment.vol.1': 'not-in-place' });
	assessment.profile['volunteers'] = 'no';
	const { summary } = reportOn(assessment);
	expect(summary.readiness.heading).toBe('All 19 gates are ready');
	const volunteers = gates.find(({ id }) => id === 'deployment.vol.1');
	expect(volunteers && isBlocked(questionnaire, volunteers, { kind: 'unanswered' })).toBe(true);
});

test('numbers items by standard, whatever section they are answered in', () => {
	const items = reportOn(assessed('in-place')).annex?.standards.flatMap(({ rows }) => rows) ?? [];
	const counted = questionnaire.standards.flatMap(({ indicators }, standard) =>
		indicators.map((_, place) => `${standard + 1}.${place + 1}`)
	);
	expect(items.map(({ item }) => item)).toEqual(counted);
	expect(items[0]?.cells).toEqual({ filled: 3, of: 3 });
});

describe('which questions were asked', () => {
	test('is told with every answer about the organisation', () => {
		const assessment = assessed('in-place');
		assessment.profile = { departure: '2026-12-03', volunteers: 'yes', partners: 'no' };
		assessment.broughtBack = ['deployment.par.2'];
		const { scope, cover } = reportOn(assessment);
		expect(scope?.intro).toMatch(/^69 of 71 questions; the others do not apply here\. Which ones apply/);
		expect(cover.entries.map(({ value }) => value)).toContain(
			'69 of 71 questions; the others do not apply here'
		);
		expect(scope?.rows).toHaveLength(questionnaire.profile.length);
		expect(scope?.rows.map(({ answer }) => answer).slice(0, 4)).toEqual([
			'3 December 2026',
			'No answer: nothing was left out',
			'Yes',
			'No'
		]);
		expect(scope?.notes).toEqual([
			{
				lead: 'Left out by these answers (2):',
				text: `${nameOf('deployment.par.1')}; ${nameOf('deployment.par.3')}`
			},
			{ lead: 'Asked all the same, as the organisation wanted (1):', text: nameOf('deployment.par.2') }
		]);
	});

	test('names several answers and the stage, and asks for what is prepared', () => {
		const assessment = emptyAssessment(peacekeeping.questionnaire);
		assessment.profile = {
			deploys: ['contingent', 'formed-police-unit'],
			stage: 'before-departure',
			departure: '2026-02-31'
		};
		const { scope, annex, stillToAnswer } = report(assessment, peacekeeping);
		expect(scope?.rows.map(({ answer }) => answer).slice(0, 3)).toEqual([
			'A military contingent; A formed police unit',
			'Before departure',
			'2026-02-31' // no such day: shown as it stands
		]);
		expect(scope?.notes.at(-1)?.lead).toMatch(/^Asked for what is prepared \(\d\d\):$/);
		const words = peacekeeping.text.indicators['peacekeeping.policy.12'];
		const asked = [
			...(annex?.standards.flatMap(({ rows }) => rows) ?? []),
			...(stillToAnswer?.rows ?? [])
		].map(({ question }) => question);
		expect(asked.filter((question) => question === words?.prepared)).toHaveLength(2);
		expect(asked).not.toContain(words?.question);
		const later = report({ ...assessment, profile: { stage: 'deployed' } }, peacekeeping);
		expect(later.annex?.standards[0]?.rows.map(({ question }) => question)).toContain(words?.question);
	});
});

test.each([
	['nothing answered', emptyAssessment(questionnaire)],
	['everything blocked', assessed('started')],
	[
		'a mixture',
		answeredAssessment(['in-place', 'started', undefined, 'unknown', 'not-applicable'], questionnaire)
	]
])('the paper stays inside its margins with %s, the summary on one page', async (_, assessment) => {
	const model = reportOn(assessment);
	const { pages, outside } = await readPdf(await renderPdf(model));
	expect(outside).toEqual([]);
	expect(pages[0]).toContain(tight(STOP));
	expect(pages[1]).toContain(tight(model.summary.readiness.heading));
	expect(pages[1]).toContain(tight(model.summary.standards.at(-1)?.answered ?? ''));
	expect(pages[2]).toContain(tight(model.plan.title));
});
