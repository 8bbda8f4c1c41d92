import { describe, expect, it } from 'vitest';
import type { Answer } from '#lib/assessment/schema.ts';
import { coverageOf, scoreAssessment } from '#lib/assessment/score.ts';
import type { Indicator } from '#lib/questionnaire/schema.ts';
import { DOES_NOT_APPLY, exampleAssessment } from '../../../tests/unit/example-assessment.ts';
import { exampleIndicator, exampleQuestionnaire } from '../../../tests/unit/example-questionnaire.ts';

describe('the whole assessment', () => {
	const major = (id: string): Indicator => exampleIndicator(id, { weight: 'major' });
	const questionnaire = exampleQuestionnaire({
		a: [exampleIndicator('x.a.1')],
		b: [major('x.b.1'), major('x.b.2'), major('x.b.3')],
		c: [major('x.c.1'), major('x.c.2')]
	});
	const answers = {
		'x.a.1': 'in-place',
		'x.b.1': 'partly-in-place',
		'x.b.2': 'unknown',
		'x.b.3': 'not-in-place'
	};

	it('is the plain mean of the standards that have a score', () => {
		// a 100, b 2·½ / 6 = 16.67, c none: (100 + 16.67) / 2. With c the range is (100 + 16.67 + 0 or 100) / 3
		const score = scoreAssessment(questionnaire, exampleAssessment(answers));
		expect(score.score).toBeCloseTo((100 + 100 / 6) / 2, 9);
		expect(score.low).toBeCloseTo((100 + 100 / 6) / 3, 9);
		expect(score.high).toBeCloseTo((200 + 100 / 6) / 3, 9);
		expect([score.inScope, score.answered, score.scored]).toEqual([6, 4, 4]);
		expect(coverageOf(score)).toBe(4 / 6);
	});

	it('leaves a standard that does not apply out of the score and of the range', () => {
		const out = { 'x.c.1': DOES_NOT_APPLY, 'x.c.2': DOES_NOT_APPLY };
		const score = scoreAssessment(questionnaire, exampleAssessment({ ...answers, ...out }));
		const mean = (100 + 100 / 6) / 2;
		for (const figure of [score.score, score.low, score.high]) expect(figure).toBeCloseTo(mean, 9);
	});

	it('takes the mean of the evidenced scores of the same standards', () => {
		// a 100 with evidence, b 16.67 without: (100 + 0) / 2
		const shown = { ...answers, 'x.a.1': { level: 'in-place', evidence: { ticked: ['record'], text: '' } } };
		expect(scoreAssessment(questionnaire, exampleAssessment(shown)).evidenced).toBe(50);
	});

	it('has no score without a scored answer, and is fully covered when nothing is in scope', () => {
		const nobody = exampleIndicator('x.a.1', { appliesIf: [{ question: 'partners', is: ['yes'] }] });
		const score = scoreAssessment(
			exampleQuestionnaire({ a: [nobody] }),
			exampleAssessment({ 'x.a.1': 'in-place' }, { profile: { partners: 'no' } })
		);
		expect([score.score, score.low, score.high, score.evidenced]).toEqual([null, null, null, null]);
		expect(score.standards[0]?.rating).toBe('out-of-scope');
		expect(coverageOf(score)).toBe(1);
	});

	it('uses only the proportions of the weights', () => {
		const mixed = exampleQuestionnaire({ a: [major('x.a.1'), exampleIndicator('x.a.2')] });
		const assessment = exampleAssessment({ 'x.a.1': 'in-place', 'x.a.2': 'not-in-place' });
		// 4 / (4 + 1)
		expect(scoreAssessment(mixed, assessment, { critical: 9, major: 4, minor: 1 }).score).toBe(80);
	});
});

describe('answers that count for nothing', () => {
	it('are listed: unknown indicators and levels, sorted', () => {
		const score = scoreAssessment(
			exampleQuestionnaire({ a: [exampleIndicator('x.a.1'), exampleIndicator('x.a.2')] }),
			exampleAssessment({
				'x.z.9': 'in-place',
				'x.a.1': 'mostly-in-place',
				'x.a.2': 'in-place',
				'x.b.1': 'unknown'
			})
		);
		expect(score.ignored).toEqual(['x.a.1', 'x.b.1', 'x.z.9']);
		expect(score.score).toBe(100);
	});

	it('are not those that are only out of scope, not applicable, or without a choice', () => {
		const partners = exampleIndicator('x.a.1', { appliesIf: [{ question: 'partners', is: ['yes'] }] });
		const score = scoreAssessment(
			exampleQuestionnaire({ a: [partners, exampleIndicator('x.a.2'), exampleIndicator('x.a.3')] }),
			exampleAssessment(
				{ 'x.a.1': 'in-place', 'x.a.2': { level: 'not-applicable' }, 'x.a.3': { note: 'Ask the director' } },
				{ profile: { partners: 'no' } }
			)
		);
		expect(score.ignored).toEqual([]);
	});

	it.each(['__proto__', 'constructor', 'toString'])(
		'include %s, which never reaches into the program',
		(id) => {
			const answers = Object.fromEntries([
				[id, 'in-place'],
				['x.a.1', { level: id }]
			]) as Record<string, Answer | string>;
			const score = scoreAssessment(
				exampleQuestionnaire({ a: [exampleIndicator('x.a.1'), exampleIndicator('x.a.2')] }),
				exampleAssessment(answers)
			);
			expect(score.ignored).toEqual([id, 'x.a.1'].sort());
			expect(score.scored).toBe(0);
		}
	);
});
