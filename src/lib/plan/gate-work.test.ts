import { describe, expect, it } from 'vitest';
import { assessReadiness } from '#lib/assessment/gates.ts';
import type { Assessment } from '#lib/assessment/schema.ts';
import { scoreAssessment } from '#lib/assessment/score.ts';
import { editAction } from '#lib/plan/edit.ts';
import { describeGateWork, type GateWork } from '#lib/plan/gate-work.ts';
import type { Indicator } from '#lib/questionnaire/schema.ts';
import { exampleAssessment } from '../../../tests/unit/example-assessment.ts';
import { examplePlan } from '../../../tests/unit/example-plan.ts';
import {
	exampleIndicator,
	exampleQuestionnaire,
	exampleText
} from '../../../tests/unit/example-questionnaire.ts';

const gate = (change: Partial<Indicator> = {}) =>
	exampleIndicator('x.a.1', {
		scale: 'four',
		weight: 'critical',
		gate: { minimum: 'mostly-in-place' },
		due: 'D0',
		responsibleRoles: ['lead', 'director'],
		...change
	});

function workOn(assessment: Assessment, indicator = gate()): GateWork | undefined {
	const questionnaire = exampleQuestionnaire({ a: [indicator] });
	const plan = examplePlan(questionnaire, assessment);
	const text = exampleText(questionnaire);
	const { gates } = assessReadiness(questionnaire, scoreAssessment(questionnaire, assessment), []);
	return gates.map((each) => describeGateWork({ questionnaire, text, assessment, plan }, each))[0];
}

const started = exampleAssessment({ 'x.a.1': 'started' });
const leaving = (assessment: Assessment) => ({ ...assessment, profile: { departure: '2026-03-20' } });

describe('a blocked gate', () => {
	it('needs its minimum, and has the action, role and date of the plan', () => {
		expect(workOn(leaving(started))).toMatchObject({
			needed: { level: 'mostly-in-place', anchor: 'mostly-in-place' },
			action: { id: 'x.a.1', text: 'Close x.a.1.' },
			responsibleRole: 'Safeguarding lead / Director',
			dueDate: '2026-03-19'
		});
	});

	it('has no action while nobody has answered, but roles and a date', () => {
		const work = workOn(leaving(exampleAssessment({})));
		expect(work).toMatchObject({ responsibleRole: 'Safeguarding lead / Director', dueDate: '2026-03-19' });
		expect(work).not.toHaveProperty('action');
	});

	it('is due as any urgent gap while there is no departure', () => {
		expect(workOn(started)?.dueDate).toBe('2026-03-31');
		expect(workOn(exampleAssessment({}))?.dueDate).toBe('2026-03-31');
	});

	it('needs the highest level where the scale lacks its minimum', () => {
		expect(workOn(started, gate({ gate: { minimum: 'gone' } }))?.needed.level).toBe('in-place');
	});

	it.each([
		['an earlier day of the plan holds', '2026-03-10', '2026-03-10', undefined],
		['the last day before departure holds', '2026-03-19', '2026-03-19', undefined],
		['a later one gives way, and is named', '2026-04-02', '2026-03-19', '2026-04-02'],
		['a removed one too', '', '2026-03-19', undefined]
	])('%s', (_name, dueDate, expected, tooLate) => {
		const work = workOn(editAction(leaving(started), 'x.a.1', { dueDate }));
		expect([work?.dueDate, work?.plannedTooLate]).toEqual([expected, tooLate]);
	});

	it('has no date when it was removed and there is no departure', () => {
		expect(workOn(editAction(started, 'x.a.1', { dueDate: '' }))?.dueDate).toBe('');
	});

	it('has the role that a person wrote, even none', () => {
		const roleOf = (responsibleRole: string) =>
			workOn(editAction(started, 'x.a.1', { responsibleRole }))?.responsibleRole;
		expect(roleOf(' Team leader ')).toBe('Team leader');
		expect(roleOf(' ')).toBe('');
	});
});
