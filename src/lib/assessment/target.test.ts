import { expect, it } from 'vitest';
import { scoreAssessment } from '#lib/assessment/score.ts';
import type { Assessment } from '#lib/assessment/schema.ts';
import { countAtTarget } from '#lib/assessment/target.ts';
import type { Questionnaire } from '#lib/questionnaire/schema.ts';
import { DOES_NOT_APPLY, exampleAssessment } from '../../../tests/unit/example-assessment.ts';
import { exampleIndicator, exampleQuestionnaire } from '../../../tests/unit/example-questionnaire.ts';

const four = (id: string) => exampleIndicator(id, { scale: 'four' });
const questionnaire = exampleQuestionnaire(
	{
		a: [
			...['x.a.1', 'x.a.2', 'x.a.3', 'x.a.4', 'x.a.5', 'x.a.6'].map(four),
			{ ...four('x.a.7'), appliesIf: [{ question: 'partners', is: ['yes'] }] }
		]
	},
	{ targetAtDeparture: 'mostly-in-place' }
);
const targetOf = (asked: Questionnaire, assessment: Assessment) =>
	countAtTarget(asked, scoreAssessment(asked, assessment));

it('counts what is at the level or above, of all that applies, answered or not', () => {
	const assessment = exampleAssessment(
		{
			'x.a.1': 'in-place',
			'x.a.2': 'mostly-in-place',
			'x.a.3': 'started',
			'x.a.4': 'unknown',
			'x.a.5': DOES_NOT_APPLY,
			'x.a.7': 'in-place' // out of scope
		},
		{ profile: { partners: 'no' } }
	);
	expect(targetOf(questionnaire, assessment)).toEqual({ level: 'mostly-in-place', reached: 2, all: 5 });
});

it('asks for the highest level where a scale lacks the target', () => {
	const mixed = exampleQuestionnaire(
		{ a: [exampleIndicator('x.a.1'), exampleIndicator('x.a.2')] },
		{ targetAtDeparture: 'mostly-in-place' }
	);
	const assessment = exampleAssessment({ 'x.a.1': 'in-place', 'x.a.2': 'partly-in-place' });
	expect(targetOf(mixed, assessment)).toMatchObject({ reached: 1, all: 2 });
});

it('never takes "we do not know" for the lowest level', () => {
	const low = { ...questionnaire, targetAtDeparture: 'not-in-place' };
	const assessment = exampleAssessment({ 'x.a.1': 'unknown', 'x.a.2': 'not-in-place' });
	expect(targetOf(low, assessment)?.reached).toBe(1);
});

it('is undefined where the questionnaire sets none', () => {
	expect(targetOf(exampleQuestionnaire({ a: [four('x.a.1')] }), exampleAssessment({}))).toBeUndefined();
});
