import { describe, expect, it } from 'vitest';
import { assessReadiness } from '#lib/assessment/gates.ts';
import type { Answer } from '#lib/assessment/schema.ts';
import { scoreAssessment } from '#lib/assessment/score.ts';
import type { Indicator } from '#lib/questionnaire/schema.ts';
import { DOES_NOT_APPLY, exampleAssessment } from '../../../tests/unit/example-assessment.ts';
import { exampleIndicator, exampleQuestionnaire } from '../../../tests/unit/example-questionnaire.ts';

const gateAt = (id: string, minimum: string, change: Partial<Indicator> = {}) =>
	exampleIndicator(id, { scale: 'four', gate: { minimum }, ...change });

function readinessOf(
	indicators: Indicator[],
	answers: Record<string, Answer | string>,
	planOrder: string[] = []
) {
	const questionnaire = exampleQuestionnaire({ a: indicators });
	const score = scoreAssessment(questionnaire, exampleAssessment(answers));
	return assessReadiness(questionnaire, score, planOrder);
}

describe('one gate', () => {
	it.each<[string, string, Answer | string | undefined, boolean]>([
		['below the minimum', 'mostly-in-place', 'started', true],
		['at the minimum', 'mostly-in-place', 'mostly-in-place', false],
		['above the minimum', 'mostly-in-place', 'in-place', false],
		['just below the highest level', 'in-place', 'mostly-in-place', true],
		['unanswered', 'mostly-in-place', undefined, true],
		['at a level it does not have', 'mostly-in-place', 'partly-in-place', true],
		['"we do not know"', 'mostly-in-place', 'unknown', true],
		['"we do not know", though the lowest level would do', 'not-in-place', 'unknown', true],
		['at the lowest level, which will do', 'not-in-place', 'not-in-place', false],
		['not applicable with a reason', 'mostly-in-place', DOES_NOT_APPLY, false],
		['not applicable without a reason', 'mostly-in-place', { level: 'not-applicable' }, true],
		['a minimum that the scale lacks asks for the highest level', 'gone', 'mostly-in-place', true]
	])('%s', (_name, minimum, answer, isBlocked) => {
		const readiness = readinessOf(
			[gateAt('x.a.1', minimum)],
			answer === undefined ? {} : { 'x.a.1': answer }
		);
		expect(readiness.gates.map((gate) => gate.isBlocked)).toEqual([isBlocked]);
		expect(readiness).toMatchObject({
			blocked: isBlocked ? 1 : 0,
			ready: isBlocked ? 0 : 1,
			isReady: !isBlocked
		});
	});
});

describe('all gates', () => {
	const gates = ['x.a.1', 'x.a.2', 'x.a.3', 'x.a.4', 'x.a.5', 'x.a.6'].map((id) =>
		gateAt(id, 'mostly-in-place')
	);
	const answers = { 'x.a.2': 'in-place', 'x.a.3': 'started', 'x.a.4': 'unknown', 'x.a.6': 'mostly-in-place' };

	it('come blocked in plan order, then unanswered, then ready in questionnaire order', () => {
		const readiness = readinessOf(gates, answers, ['x.a.4', 'x.a.3']);
		expect(readiness.gates.map(({ indicator }) => indicator.id)).toEqual([
			'x.a.4',
			'x.a.3',
			'x.a.1', // unanswered: blocked, but no gap and so no place in the plan
			'x.a.5',
			'x.a.2',
			'x.a.6'
		]);
		expect(readiness.gates.map((gate) => gate.isUnanswered)).toEqual([
			false,
			false,
			true,
			true,
			false,
			false
		]);
		expect(readiness).toMatchObject({ blocked: 4, ready: 2, isReady: false });
	});

	it('come in questionnaire order where the plan does not name them, after those it names', () => {
		const readiness = readinessOf(gates, { ...answers, 'x.a.1': 'started' }, ['x.a.4']);
		expect(readiness.gates.slice(0, 4).map(({ indicator }) => indicator.id)).toEqual([
			'x.a.4',
			'x.a.1',
			'x.a.3',
			'x.a.5'
		]);
	});

	it('leave out what is no gate and what is out of scope', () => {
		const out = gateAt('x.a.2', 'in-place', { appliesIf: [{ question: 'partners', is: ['yes'] }] });
		const questionnaire = exampleQuestionnaire({
			a: [gateAt('x.a.1', 'in-place'), out, exampleIndicator('x.a.3')]
		});
		const assessment = exampleAssessment({ 'x.a.1': 'in-place' }, { profile: { partners: 'no' } });
		const readiness = assessReadiness(questionnaire, scoreAssessment(questionnaire, assessment), []);
		expect(readiness.gates.map(({ indicator }) => indicator.id)).toEqual(['x.a.1']);
		expect(readiness.isReady).toBe(true);
	});

	it('are never called ready when there is none', () => {
		expect(readinessOf([exampleIndicator('x.a.1')], { 'x.a.1': 'in-place' })).toEqual({
			gates: [],
			blocked: 0,
			ready: 0,
			isReady: false
		});
	});
});
