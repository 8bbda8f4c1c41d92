import { describe, expect, test } from 'vitest';
import { readQuestions, SIFTINGS, type Sifting } from '#lib/assessment/sift.ts';
import { exampleAssessment } from '../../../tests/unit/example-assessment.ts';
import { exampleIndicator, exampleQuestionnaire } from '../../../tests/unit/example-questionnaire.ts';

const questionnaire = exampleQuestionnaire(
	{
		a: [
			exampleIndicator('a.answered', { weight: 'critical' }),
			exampleIndicator('a.open', { gate: { minimum: 'in-place' } }),
			exampleIndicator('a.without-reason')
		],
		b: [
			exampleIndicator('b.other-form', { weight: 'critical' }),
			exampleIndicator('b.not-applying', {
				gate: { minimum: 'in-place' },
				appliesIf: [{ question: 'partners', is: ['yes'] }]
			})
		]
	},
	{
		shortForms: [{ id: 'short', indicators: ['a.answered', 'a.open', 'a.without-reason', 'b.not-applying'] }]
	}
);
const read = readQuestions(
	questionnaire,
	exampleAssessment(
		{ 'a.answered': 'in-place', 'a.without-reason': 'not-applicable', 'b.not-applying': 'not-in-place' },
		{ form: 'short', profile: { partners: 'no' } }
	)
);

describe('readQuestions', () => {
	test('reads all questions, those as well that are not asked, with their answers', () => {
		expect(
			[...read].map(([id, { standardId, scope, reading }]) => [id, standardId, scope, reading.kind])
		).toEqual([
			['a.answered', 'a', 'in-scope', 'scored'],
			['a.open', 'a', 'in-scope', 'unanswered'],
			['a.without-reason', 'a', 'in-scope', 'unanswered'],
			['b.other-form', 'b', 'other-form', 'unanswered'],
			['b.not-applying', 'b', 'condition', 'scored']
		]);
	});
});

describe('SIFTINGS', () => {
	test.each<[Sifting, string[]]>([
		['all', ['a.answered', 'a.open', 'a.without-reason', 'b.other-form', 'b.not-applying']],
		['critical', ['a.answered', 'b.other-form']],
		['gates', ['a.open', 'b.not-applying']],
		['open', ['a.open', 'a.without-reason']],
		['not-asked', ['b.other-form', 'b.not-applying']]
	])('%s', (sifting, expected) => {
		expect([...read.values()].filter(SIFTINGS[sifting]).map(({ indicator }) => indicator.id)).toEqual(
			expected
		);
	});
});
