import { describe, expect, it } from 'vitest';
import { recordAnswer } from '#lib/assessment/answer.ts';
import { findGaps } from '#lib/assessment/gaps.ts';
import type { AddedAction, Assessment } from '#lib/assessment/schema.ts';
import { scoreAssessment } from '#lib/assessment/score.ts';
import type { Action } from '#lib/plan/action.ts';
import { draftPlan } from '#lib/plan/draft.ts';
import { editAction, keepDrafted } from '#lib/plan/edit.ts';
import { exampleAssessment } from '../../../tests/unit/example-assessment.ts';
import { examplePlan } from '../../../tests/unit/example-plan.ts';
import {
	exampleIndicator,
	exampleQuestionnaire,
	exampleText
} from '../../../tests/unit/example-questionnaire.ts';

const questionnaire = exampleQuestionnaire({
	a: [
		exampleIndicator('x.a.1', { weight: 'minor' }),
		exampleIndicator('x.a.2', { weight: 'critical', responsibleRoles: ['director', 'lead', 'board'] })
	],
	b: [
		exampleIndicator('x.b.1', { weight: 'major', due: 'D+7' }),
		exampleIndicator('x.b.2', { weight: 'major', gate: { minimum: 'in-place' }, due: 'D+7' })
	]
});
const lowest = {
	'x.a.1': 'not-in-place',
	'x.a.2': 'not-in-place',
	'x.b.1': 'not-in-place',
	'x.b.2': 'not-in-place'
};

const planOf = (assessment: Assessment) => examplePlan(questionnaire, assessment).actions;
const idsOf = (actions: Action[]) => actions.map(({ id }) => id);
const actionIn = (assessment: Assessment, id: string) =>
	planOf(assessment).find((action) => action.id === id);
const answer = (assessment: Assessment, id: string, level: string) => recordAnswer(assessment, id, { level });

const ownAction: AddedAction = {
	id: 'added-1',
	priority: 'now',
	text: 'Translate the policy.',
	responsibleRole: 'Communications lead',
	dueDate: '',
	status: 'to-do',
	resources: '',
	proof: '',
	note: ''
};

describe('a new plan', () => {
	it('has one action for each gap, in gap order', () => {
		const plan = planOf(exampleAssessment({ ...lowest, 'x.b.1': 'in-place' }));
		expect(plan.map(({ id, priority }) => [id, priority])).toEqual([
			['x.b.2', 'now'],
			['x.a.2', 'now'],
			['x.a.1', 'later']
		]);
	});

	it('takes text, roles and dates from the indicator', () => {
		const plan = planOf(exampleAssessment(lowest, { profile: { departure: '2026-06-10' } }));
		const gist = plan.map(({ id, text, responsibleRole, dueDate }) => [id, text, responsibleRole, dueDate]);
		expect(gist).toEqual([
			['x.b.2', 'Close x.b.2.', 'Safeguarding lead', '2026-06-09'], // a blocked gate: the day before
			// a role without a name shows its id
			['x.a.2', 'Close x.a.2.', 'Director / Safeguarding lead / board', '2026-03-31'],
			['x.b.1', 'Close x.b.1.', 'Safeguarding lead', '2026-06-17'],
			['x.a.1', 'Close x.a.1.', 'Safeguarding lead', '2026-08-28']
		]);
	});

	it('starts every action untouched and to do', () => {
		expect(planOf(exampleAssessment({ 'x.b.2': 'partly-in-place' }))).toEqual([
			{
				id: 'x.b.2',
				indicator: questionnaire.standards[1]?.indicators[1],
				standardId: 'b',
				reading: { kind: 'scored', level: { id: 'partly-in-place', value: 0.5 }, earned: 0.5, evidenced: 0 },
				priority: 'now',
				isBlockedGate: true,
				text: 'Close x.b.2.',
				responsibleRole: 'Safeguarding lead',
				dueDate: '2026-03-31',
				status: 'to-do',
				resources: '',
				proof: '',
				note: '',
				edited: []
			}
		]);
	});

	it('asks first to find out what nobody knows', () => {
		expect(actionIn(exampleAssessment({ 'x.a.1': 'unknown' }), 'x.a.1')?.text).toBe(
			'First find out. Then: Close x.a.1.'
		);
	});

	it('takes an action literally, also one with the signs of a replacement pattern', () => {
		const assessment = exampleAssessment({ 'x.a.1': 'unknown' });
		const score = scoreAssessment(questionnaire, assessment);
		const text = exampleText(questionnaire);
		const indicators = Object.entries(text.indicators).map(([id, each]) => [
			id,
			{ ...each, action: '$& and $1.' }
		]);
		const strange = { ...text, indicators: Object.fromEntries(indicators) as typeof text.indicators };
		const plan = draftPlan(questionnaire, strange, assessment, score, findGaps(questionnaire, score));
		expect(plan.actions[0]?.text).toBe('First find out. Then: $& and $1.');
	});

	it('is empty without a gap', () => {
		expect(planOf(exampleAssessment({ 'x.a.1': 'in-place' }))).toEqual([]);
	});
});

describe('drafting again', () => {
	const edited = editAction(exampleAssessment(lowest), 'x.b.1', { text: 'Ask the board.', dueDate: '' });

	it('keeps what a person edited, and lets the rest follow the new draft', () => {
		expect(actionIn(edited, 'x.b.1')).toMatchObject({ text: 'Ask the board.', dueDate: '', status: 'to-do' });
		const later = answer({ ...edited, profile: { departure: '2026-06-10' } }, 'x.b.1', 'unknown');
		const reset = editAction(later, 'x.b.1', { status: 'in-progress' });
		expect(actionIn(reset, 'x.b.1')).toMatchObject({
			text: 'Ask the board.',
			responsibleRole: 'Safeguarding lead',
			dueDate: '',
			status: 'in-progress',
			edited: ['text', 'dueDate', 'status']
		});
	});

	it('moves an untouched date with the departure', () => {
		const touched = editAction(exampleAssessment(lowest), 'x.b.1', { text: 'Ask the board.' });
		const moved = { ...touched, profile: { departure: '2026-09-01' } };
		expect(actionIn(moved, 'x.b.1')).toMatchObject({ text: 'Ask the board.', dueDate: '2026-09-08' });
	});

	it('marks the action of a closed gap and puts it last', () => {
		const kept = keepDrafted(exampleAssessment(lowest), ['x.a.2', 'x.a.1']);
		const closed = answer(kept, 'x.a.2', 'in-place');
		expect(idsOf(planOf(closed))).toEqual(['x.b.2', 'x.b.1', 'x.a.1', 'x.a.2']);
		expect(actionIn(closed, 'x.a.2')).toMatchObject({
			status: 'gap-closed',
			text: 'Close x.a.2.',
			reading: { kind: 'scored', earned: 1 },
			edited: []
		});
	});

	it('keeps an edited action of a closed gap, closed whatever status it had, and gives the edit back later', () => {
		const done = editAction(edited, 'x.b.1', { status: 'in-progress' });
		const closed = answer(done, 'x.b.1', 'in-place');
		expect(actionIn(closed, 'x.b.1')).toMatchObject({ status: 'gap-closed', text: 'Ask the board.' });
		const reopened = answer(closed, 'x.b.1', 'partly-in-place');
		expect(actionIn(reopened, 'x.b.1')).toMatchObject({ status: 'in-progress', text: 'Ask the board.' });
	});

	it('keeps the action of an indicator that left the scope', () => {
		const asked = exampleQuestionnaire({
			a: [exampleIndicator('x.a.1', { appliesIf: [{ question: 'partners', is: ['yes'] }] })]
		});
		const kept = keepDrafted(exampleAssessment({ 'x.a.1': 'not-in-place' }), ['x.a.1']);
		const [action] = examplePlan(asked, { ...kept, profile: { partners: 'no' } }).actions;
		expect(action).toMatchObject({ id: 'x.a.1', standardId: 'a', status: 'gap-closed' });
		expect(action).not.toHaveProperty('reading');
	});

	it('forgets an untouched action that was never kept', () => {
		expect(actionIn(exampleAssessment({ 'x.a.1': 'in-place' }), 'x.a.1')).toBeUndefined();
	});
});

describe('an added action', () => {
	const withOwn = (change: Partial<AddedAction>, order: string[] = []) => {
		const plan = { drafted: [], edits: {}, added: [{ ...ownAction, ...change }], order };
		return exampleAssessment(lowest, { plan });
	};

	it('stays as it is, after the drafted ones of its priority', () => {
		const plan = planOf(withOwn({}));
		expect(idsOf(plan)).toEqual(['x.b.2', 'x.a.2', 'added-1', 'x.b.1', 'x.a.1']);
		expect(plan[2]).toMatchObject({ ...ownAction, isBlockedGate: false });
	});

	it('brings nothing into the plan that an action does not have', () => {
		const action = actionIn(withOwn({ indicator: 'x.a.1', isBlockedGate: true }), 'added-1');
		expect(action).toMatchObject({ isBlockedGate: false });
		expect(action).not.toHaveProperty('indicator');
	});
});

describe('the order', () => {
	const ordered = (order: string[]) =>
		exampleAssessment(lowest, { plan: { drafted: [], edits: {}, added: [ownAction], order } });

	it.each([
		['of a person holds within a priority', ['x.a.2', 'added-1', 'x.b.2'], ['x.a.2', 'added-1', 'x.b.2']],
		['of those not named follows, in gap order', ['added-1'], ['added-1', 'x.b.2', 'x.a.2']],
		['of unknown ids changes nothing', ['gone', '__proto__', 'constructor'], ['x.b.2', 'x.a.2', 'added-1']]
	])('%s', (_name, order, now) => {
		expect(idsOf(planOf(ordered(order)))).toEqual([...now, 'x.b.1', 'x.a.1']);
	});

	it('never lifts an action over a more urgent one', () => {
		expect(idsOf(planOf(ordered(['x.a.1', 'x.b.1'])))).toEqual([
			'x.b.2',
			'x.a.2',
			'added-1',
			'x.b.1',
			'x.a.1'
		]);
	});
});

it.each(['__proto__', 'constructor', 'toString'])(
	'an edit, order or profile named %s reaches nothing',
	(id) => {
		const edits = JSON.parse(`{"${id}":{"text":"Hostile"}}`) as Assessment['plan']['edits'];
		const profile = JSON.parse(`{"${id}":"no"}`) as Assessment['profile'];
		const hostile = exampleAssessment(lowest, {
			profile,
			plan: { drafted: [id], edits, added: [], order: [id] }
		});
		expect(planOf(hostile)).toEqual(planOf(exampleAssessment(lowest)));
	}
);
