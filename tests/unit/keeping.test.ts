import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerOf, recordAnswer } from '#lib/assessment/answer.ts';
import { parseAssessment } from '#lib/assessment/parse.ts';
import type { Assessment } from '#lib/assessment/schema.ts';
import { scoreAssessment } from '#lib/assessment/score.ts';
import {
	arbitraryAnswer,
	arbitraryAssessed,
	arbitraryAssessedIndicator,
	type Assessed
} from './arbitrary-assessment.ts';

// Nothing of an assessment is lost, neither on the way through a file nor when an answer changes.

const scoreOf = ({ questionnaire, assessment }: Assessed) => scoreAssessment(questionnaire, assessment);

describe('an assessment', () => {
	it('comes back from its file as it was, with the same score', () => {
		// a file may not hold `__proto__` and the like; what they do to the score is proved above
		const honest = arbitraryAssessed.map(({ questionnaire, assessment }) => ({
			questionnaire,
			assessment: {
				...assessment,
				answers: Object.fromEntries(
					Object.entries(assessment.answers).filter(([id]) => id !== '__proto__' && id !== 'constructor')
				)
			}
		}));
		fc.assert(
			fc.property(honest, ({ questionnaire, assessment }) => {
				const parsed = parseAssessment(JSON.parse(JSON.stringify(assessment)));
				expect(parsed).toEqual({ ok: true, value: assessment });
				const opened = { ...assessment, ...(parsed.ok && (parsed.value as Assessment)) };
				expect(scoreOf({ questionnaire, assessment: opened })).toEqual(
					scoreOf({ questionnaire, assessment })
				);
			})
		);
	});

	it('keeps every other field and answer when one answer is recorded', () => {
		const change = arbitraryAssessedIndicator.chain((assessed) =>
			arbitraryAnswer(assessed.questionnaire, assessed.indicator).map((answer) => ({ ...assessed, answer }))
		);
		fc.assert(
			fc.property(change, ({ assessment, indicator, answer }) => {
				const after = recordAnswer(assessment, indicator.id, answer);
				expect({ ...after, answers: null }).toEqual({ ...assessment, answers: null });
				for (const id of Object.keys(assessment.answers)) {
					if (id !== indicator.id) expect(answerOf(after, id)).toBe(answerOf(assessment, id));
				}
				expect(answerOf(after, indicator.id)).toEqual({ ...answerOf(assessment, indicator.id), ...answer });
				expect(Object.keys(after.answers).sort()).toEqual(
					[...new Set([...Object.keys(assessment.answers), indicator.id])].sort()
				);
			})
		);
	});
});
