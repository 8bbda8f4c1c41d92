import { describe, expect, it } from 'vitest';
import type { AddedAction, Assessment } from '#lib/assessment/schema.ts';
import { addAction, editAction, keepDrafted, moveAction, removeAction, resetAction } from '#lib/plan/edit.ts';
import { exampleAssessment } from '../../../tests/unit/example-assessment.ts';
import { examplePlan } from '../../../tests/unit/example-plan.ts';
import { exampleIndicator, exampleQuestionnaire } from '../../../tests/unit/example-questionnaire.ts';

const ownAction = (id: string): AddedAction => ({
	id,
	priority: 'later',
	text: 'Translate the policy.',
	responsibleRole: 'Communications lead',
	dueDate: '',
	status: 'to-do',
	resources: '',
	proof: '',
	note: ''
});
const empty = exampleAssessment({});

describe('editAction', () => {
	it('changes only the named fields of a drafted action', () => {
		const once = editAction(empty, 'x.a.1', { text: 'Ask the board.' });
		const twice = editAction(once, 'x.a.1', { dueDate: '2026-06-01' });
		expect(twice.plan.edits).toEqual({ 'x.a.1': { text: 'Ask the board.', dueDate: '2026-06-01' } });
		expect(empty.plan.edits).toEqual({});
	});

	it('changes an added action in place', () => {
		const both = addAction(addAction(empty, ownAction('added-1')), ownAction('added-2'));
		const { plan } = editAction(both, 'added-1', { status: 'done' });
		expect(plan.added.map(({ id, status }) => [id, status])).toEqual([
			['added-1', 'done'],
			['added-2', 'to-do']
		]);
		expect(plan.edits).toEqual({});
	});

	it.each(['__proto__', 'constructor', 'toString'])('treats %s as a plain id', (id) => {
		const { plan } = editAction(empty, id, { text: 'Ask the board.' });
		expect(Object.entries(plan.edits)).toEqual([[id, { text: 'Ask the board.' }]]);
		expect(Object.getPrototypeOf(plan.edits)).toBe(Object.prototype);
	});
});

describe('resetAction', () => {
	it.each(['x.a.1', '__proto__', 'constructor'])('takes back the edits of %s and no other', (id) => {
		const edited = editAction(editAction(empty, 'x.a.2', { note: 'Stays' }), id, { text: 'Goes' });
		expect(Object.entries(resetAction(edited, id).plan.edits)).toEqual([['x.a.2', { note: 'Stays' }]]);
	});
});

describe('removeAction', () => {
	it('takes out an added action and no other', () => {
		const both = addAction(addAction(empty, ownAction('added-1')), ownAction('added-2'));
		expect(removeAction(both, 'added-1').plan.added.map(({ id }) => id)).toEqual(['added-2']);
		expect(removeAction(both, 'x.a.1').plan.added).toHaveLength(2);
	});
});

describe('keepDrafted', () => {
	it('remembers each gap once', () => {
		const once = keepDrafted(empty, ['x.a.1', 'x.a.2']);
		expect(keepDrafted(once, ['x.a.2', 'x.a.3']).plan.drafted).toEqual(['x.a.1', 'x.a.2', 'x.a.3']);
	});

	it('gives back the same assessment when there is nothing new', () => {
		const once = keepDrafted(empty, ['x.a.1']);
		expect(keepDrafted(once, ['x.a.1'])).toBe(once);
	});

	it('takes in a new gap also when a file named an old one twice', () => {
		const twice = exampleAssessment({}, { plan: { ...empty.plan, drafted: ['x.a.1', 'x.a.1'] } });
		expect(keepDrafted(twice, ['x.a.2']).plan.drafted).toContain('x.a.2');
	});
});

describe('moveAction', () => {
	const minor = ['x.a.1', 'x.a.2', 'x.a.3'];
	const questionnaire = exampleQuestionnaire({
		a: [...minor.map((id) => exampleIndicator(id)), exampleIndicator('x.a.4', { weight: 'major' })]
	});
	const start = addAction(
		exampleAssessment(Object.fromEntries([...minor, 'x.a.4'].map((id) => [id, 'not-in-place']))),
		ownAction('added-1')
	);
	const move = (assessment: Assessment, id: string, by: -1 | 1) =>
		moveAction(assessment, examplePlan(questionnaire, assessment), id, by);
	const order = (assessment: Assessment) =>
		examplePlan(questionnaire, assessment).actions.map(({ id }) => id);

	it.each([
		['x.a.2', -1, ['x.a.4', 'x.a.2', 'x.a.1', 'x.a.3', 'added-1']],
		['x.a.2', 1, ['x.a.4', 'x.a.1', 'x.a.3', 'x.a.2', 'added-1']],
		['added-1', -1, ['x.a.4', 'x.a.1', 'x.a.2', 'added-1', 'x.a.3']]
	] as const)('moves %s by %i', (id, by, expected) => {
		expect(order(move(start, id, by))).toEqual(expected);
	});

	it.each([
		['the first of its priority upwards', 'x.a.1', -1],
		['the last of its priority downwards', 'added-1', 1],
		['the only one of its priority', 'x.a.4', 1],
		['an id that is not in the plan', 'gone', 1]
	] as const)('does nothing to %s', (_name, id, by) => {
		expect(move(start, id, by)).toBe(start);
	});

	it('leaves actions of closed gaps where they are', () => {
		const closed = keepDrafted(
			exampleAssessment({ 'x.a.1': 'in-place', 'x.a.2': 'in-place', 'x.a.3': 'not-in-place' }),
			minor
		);
		expect(move(closed, 'x.a.2', -1)).toBe(closed);
		expect(move(closed, 'x.a.3', 1)).toBe(closed);
	});

	it('keeps the order of the other priorities and of actions not shown now', () => {
		const ordered = { ...start, plan: { ...start.plan, order: ['gone', 'x.a.4', 'x.a.3', 'x.a.1'] } };
		const moved = move(ordered, 'x.a.1', -1);
		expect(moved.plan.order).toEqual(['gone', 'x.a.4', 'x.a.1', 'x.a.3', 'x.a.2', 'added-1']);
	});

	it('goes back when moved up and down again', () => {
		expect(order(move(move(start, 'x.a.2', -1), 'x.a.2', 1))).toEqual(order(start));
	});
});
