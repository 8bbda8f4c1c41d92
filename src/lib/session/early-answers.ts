import { answerOf, recordAnswer, type AnswerChange } from '#lib/assessment/answer.ts';
import type { Assessment } from '#lib/assessment/schema.ts';

/** What was answered on the page before the device said what it keeps, by indicator. */
export type EarlyAnswers = ReadonlyMap<string, AnswerChange>;

/**
 * The assessment with early answers where nothing stood: what is kept was answered with more in sight, so it stays.
 * A choice and its reason go together. Applied twice it gives the same as once; with nothing to add, the very same.
 */
export function fillIn(assessment: Assessment, early: EarlyAnswers): Assessment {
	return [...early].reduce((filled, [indicatorId, { changedAt, ...change }]) => {
		const kept = answerOf(assessment, indicatorId);
		const added = Object.entries(change).filter(
			([field, value]) => value !== undefined && kept?.[field === 'reason' ? 'level' : field] === undefined
		);
		return added.length === 0
			? filled
			: recordAnswer(filled, indicatorId, { ...Object.fromEntries(added), changedAt });
	}, assessment);
}
