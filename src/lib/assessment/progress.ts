import { answerOf } from '#lib/assessment/answer.ts';
import type { Assessment } from '#lib/assessment/schema.ts';
import type { StandardScore } from '#lib/assessment/score.ts';

/** How far a standard is: nothing answered, some, or all that is in scope. */
export type Progress = 'not-started' | 'in-progress' | 'completed';

/** The progress of a standard; one with nothing in scope is completed. */
export function progressOf({ answered, inScope }: Pick<StandardScore, 'answered' | 'inScope'>): Progress {
	if (answered >= inScope) return 'completed';
	return answered === 0 ? 'not-started' : 'in-progress';
}

/** How many indicators of a standard are marked for review. */
export function countMarked(standard: StandardScore, assessment: Pick<Assessment, 'answers'>): number {
	return standard.indicators.filter(({ indicator }) => answerOf(assessment, indicator.id)?.review === true)
		.length;
}
