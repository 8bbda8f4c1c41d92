import { expect, it } from 'vitest';
import { countCriticalItems } from '#lib/assessment/critical-items.ts';
import { scoreAssessment } from '#lib/assessment/score.ts';
import { DOES_NOT_APPLY, exampleAssessment } from '../../../tests/unit/example-assessment.ts';
import { exampleIndicator, exampleQuestionnaire } from '../../../tests/unit/example-questionnaire.ts';

const critical = (id: string) => exampleIndicator(id, { weight: 'critical', scale: 'four' });
const questionnaire = exampleQuestionnaire({
	a: [
		...['x.a.1', 'x.a.2', 'x.a.3', 'x.a.4', 'x.a.5'].map(critical),
		exampleIndicator('x.a.6', { weight: 'major' })
	],
	b: [critical('x.b.1'), { ...critical('x.b.2'), appliesIf: [{ question: 'partners', is: ['yes'] }] }]
});
const score = scoreAssessment(
	questionnaire,
	exampleAssessment(
		{
			'x.a.1': 'in-place',
			'x.a.2': 'mostly-in-place',
			'x.a.3': 'unknown',
			'x.a.4': DOES_NOT_APPLY,
			'x.a.6': 'in-place', // closed, but not critical
			'x.b.1': 'in-place',
			'x.b.2': 'in-place' // out of scope
		},
		{ profile: { partners: 'no' } }
	)
);

it('counts those at the highest level, of all in scope that apply, answered or not', () => {
	expect(score.standards.map((standard) => countCriticalItems([standard]))).toEqual([
		{ closed: 1, all: 4 },
		{ closed: 1, all: 1 }
	]);
});

it('adds the standards up', () => {
	expect(countCriticalItems(score.standards)).toEqual({ closed: 2, all: 5 });
	expect(countCriticalItems([])).toEqual({ closed: 0, all: 0 });
});
