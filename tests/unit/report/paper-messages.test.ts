import { expect, test } from 'vitest';
import type { Answer, Assessment } from '#lib/assessment/schema.ts';
import paper from '#lib/i18n/messages/en.paper.json' with { type: 'json' };
import { addAction, editAction, keepDrafted } from '#lib/plan/edit.ts';
import { composePlanRows } from '#lib/plan/report/plan-rows.ts';
import { composeReport } from '#lib/plan/report.ts';
import type { Questionnaire } from '#lib/questionnaire/schema.ts';
import type { Words } from '#lib/questionnaire/words.ts';
import { exampleText } from '../example-questionnaire.ts';
import {
	answeredAssessment,
	deployment,
	emptyAssessment,
	gated,
	icss,
	peacekeeping,
	reportSource
} from './example.ts';

const REASONED: Answer = { level: 'not-applicable', reason: 'We have no such work.' };

function answered(level: string, changes: Record<string, Answer | undefined> = {}): Assessment {
	const assessment = answeredAssessment([level]);
	for (const [id, answer] of Object.entries(changes))
		if (answer === undefined) delete assessment.answers[id];
		else assessment.answers[id] = answer;
	return assessment;
}

function withOwnAction(assessment: Assessment, text: string): Assessment {
	const blank = { responsibleRole: '', dueDate: '', status: 'to-do', proof: '' } as const;
	return addAction(assessment, {
		id: 'own',
		priority: 'later',
		text,
		resources: 'A car',
		note: 'Soon',
		...blank
	});
}

function closedGaps(): Assessment {
	const assessment = answered('in-place', { 'icss.policy.2': REASONED, 'icss.policy.3': undefined });
	// with this answer icss.people.7 is no longer asked
	assessment.profile['partners'] = 'no';
	return keepDrafted(assessment, ['icss.policy.1', 'icss.policy.2', 'icss.policy.3', 'icss.people.7']);
}

/** Every indicator a gate, or those that the rule names. */
function gates(minimumOf: (id: string, weight: string) => string | undefined): Questionnaire {
	return {
		...gated,
		standards: gated.standards.map((standard) => ({
			...standard,
			indicators: standard.indicators.map(({ gate: _gate, ...indicator }) => {
				const minimum = minimumOf(indicator.id, indicator.weight);
				return minimum === undefined ? indicator : { ...indicator, gate: { minimum } };
			})
		}))
	};
}

function fromFile(assessment: Assessment): Assessment {
	const openedAt = '2026-11-21T10:00:00.000Z';
	const ownQuestionnaire = { openedAt, language: 'en', questionnaire: icss, text: exampleText(icss) };
	return { ...assessment, ownQuestionnaire };
}

const leaving = (assessment: Assessment): Assessment => ({
	...assessment,
	profile: { departure: '2027-01-18' }
});

function beforeDeparture(): Assessment {
	const assessment = emptyAssessment(peacekeeping.questionnaire);
	assessment.profile = { deploys: ['contingent'], stage: 'before-departure', 'has-base': 'yes' };
	assessment.broughtBack = ['peacekeeping.policy.21'];
	return assessment;
}

const policyIds = icss.standards[0]?.indicators.map(({ id }) => id) ?? [];

/** Reports that together say everything the paper can say. */
const STATES: [Assessment, Questionnaire][] = [
	[{ ...emptyAssessment(), label: '' }, icss],
	[fromFile(emptyAssessment()), icss],
	[answeredAssessment(['in-place', 'partly-in-place', undefined, 'unknown', 'not-applicable']), icss],
	[
		editAction(answered('not-in-place'), 'icss.policy.1', { status: 'in-progress', dueDate: '2026-01-01' }),
		icss
	],
	[editAction(answered('not-in-place'), 'icss.policy.1', { status: 'done' }), icss],
	[{ ...answered('partly-in-place'), form: 'critical' }, icss],
	[answered('in-place'), icss],
	[withOwnAction(answered('in-place', { 'icss.gone.1': { level: 'in-place' } }), ''), icss],
	[answered('in-place', { 'icss.accountability.8': { level: 'partly-in-place' } }), icss],
	[answered('in-place', { 'icss.policy.2': { level: 'not-in-place' } }), icss],
	[answered('in-place', { 'icss.policy.2': undefined }), icss],
	[answered('in-place', Object.fromEntries(policyIds.map((id) => [id, REASONED]))), icss],
	[closedGaps(), icss],
	[{ ...answered('in-place'), questionnaire: { id: icss.id, version: '0.0.1' } }, icss],
	[leaving(answered('in-place')), gated],
	[leaving(emptyAssessment(gated)), gates(() => 'in-place')],
	[editAction(leaving(answered('partly-in-place')), 'icss.policy.1', { dueDate: '2027-03-01' }), gated],
	[answeredAssessment(['mostly-in-place'], deployment.questionnaire), deployment.questionnaire],
	[beforeDeparture(), peacekeeping.questionnaire],
	[leaving(answered('partly-in-place')), gates((id) => (id === 'icss.policy.1' ? 'in-place' : undefined))]
];

test('every message of the paper is used by some report or its table, and none is missing', () => {
	const used = new Set<string>();
	for (const [assessment, questionnaire] of STATES) {
		const source = reportSource(assessment, { questionnaire });
		const words: Words = (key, values) => {
			used.add(key);
			const message = source.words(key, values);
			// only the page number waits for the layout
			if (key !== 'paper.pageNumber') expect(message).not.toMatch(/\{\w+\}/);
			return message;
		};
		composeReport({ ...source, words });
		composePlanRows({ ...source, words }, { notes: true });
	}
	expect(Object.keys(paper).filter((key) => !used.has(key))).toEqual([]);
});
