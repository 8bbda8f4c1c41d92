import { expect, it } from 'vitest';
import { isHeldDown } from '#lib/assessment/held-down.ts';
import { scoreAssessment } from '#lib/assessment/score.ts';
import { exampleAssessment } from '../../../tests/unit/example-assessment.ts';
import { exampleIndicator, exampleQuestionnaire } from '../../../tests/unit/example-questionnaire.ts';

const questionnaire = exampleQuestionnaire({
	a: [
		exampleIndicator('x.a.1', { weight: 'critical', scale: 'four' }),
		...['x.a.2', 'x.a.3', 'x.a.4', 'x.a.5'].map((id) => exampleIndicator(id, { weight: 'major' }))
	]
});
const answered = (critical: string, others: string) => {
	const rest = ['x.a.2', 'x.a.3', 'x.a.4', 'x.a.5'].map((id) => [id, others] as const);
	return exampleAssessment({ 'x.a.1': critical, ...Object.fromEntries(rest) });
};
const isHeld = (assessment: ReturnType<typeof answered>) =>
	scoreAssessment(questionnaire, assessment).standards.map(isHeldDown);

it('a high score with a critical gap is held down', () => {
	expect(isHeld(answered('mostly-in-place', 'in-place'))).toEqual([true]);
});

it.each([
	['without a critical gap', answered('in-place', 'in-place')],
	['that its score alone keeps at partly met', answered('mostly-in-place', 'partly-in-place')], // 54.5
	['that is not met', answered('unknown', 'not-in-place')],
	['with a question open', exampleAssessment({ 'x.a.1': 'mostly-in-place', 'x.a.2': 'in-place' })],
	['without an answer', exampleAssessment({})]
])('a standard %s is not', (_name, assessment) => {
	expect(isHeld(assessment)).toEqual([false]);
});

it('a score that only rounds up to a better rating is not held down', () => {
	// 69.6 of 100: shown as 70, rated partly met with or without the critical gap
	const standard = { id: 'a', score: 69.6, low: 69.6, high: 69.6, evidenced: 0, inScope: 5, answered: 5 };
	expect(isHeldDown({ ...standard, scored: 5, criticalGaps: 1, rating: 'partly-met' })).toBe(false);
});
