import type { Answer, Assessment } from '#lib/assessment/schema.ts';

/** An answer that takes an indicator out of the base. */
export const DOES_NOT_APPLY: Answer = { level: 'not-applicable', reason: 'We have no partners.' };

/** An assessment with the given answers: a level id, or a whole answer. */
export function exampleAssessment(
	answers: Record<string, Answer | string>,
	change: Partial<Assessment> = {}
): Assessment {
	return {
		format: 'child-safeguarding-assessment',
		formatVersion: 2,
		id: 'assessment-1',
		label: '',
		questionnaire: { id: 'example', version: '1.0.0' },
		form: 'full',
		profile: {},
		assessedOn: '2026-03-01',
		changedAt: '2026-03-01T09:00:00.000Z',
		// fromEntries, unlike assignment, keeps a key such as `__proto__` as a plain key
		answers: Object.fromEntries(
			Object.entries(answers).map(([id, answer]) => [
				id,
				typeof answer === 'string' ? { level: answer } : answer
			])
		),
		plan: { drafted: [], edits: {}, added: [], order: [] },
		snapshots: [],
		...change
	};
}
