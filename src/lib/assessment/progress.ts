import { answerOf } from '#lib/assessment/answer.ts';
import type { Assessment } from '#lib/assessment/schema.ts';
import type { Counts, ScoredIndicator } from '#lib/assessment/score.ts';

/** How far a chapter is: nothing answered, some, or all that is in scope. */
export type Progress = 'not-started' | 'in-progress' | 'completed';

/** The progress of a chapter; one with nothing in scope is completed. */
export function progressOf({ answered, inScope }: Pick<Counts, 'answered' | 'inScope'>): Progress {
	if (answered >= inScope) return 'completed';
	return answered === 0 ? 'not-started' : 'in-progress';
}

/** How many indicators of a chapter are marked for review. */
export function countMarked(
	{ indicators }: { indicators: readonly ScoredIndicator[] },
	assessment: Pick<Assessment, 'answers'>
): number {
	return indicators.filter(({ indicator }) => answerOf(assessment, indicator.id)?.review === true).length;
}
