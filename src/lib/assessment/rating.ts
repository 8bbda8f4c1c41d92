/** What stands in words beside the score of a standard (scoring specification, "Rating of a standard"). */
export type Rating =
	'not-assessed' | 'out-of-scope' | 'incomplete' | 'met' | 'mostly-met' | 'partly-met' | 'not-met';

/** Lowest score of each rating, best first; below the last one a standard is `not-met`. */
export const RATING_LIMITS = { met: 90, 'mostly-met': 70, 'partly-met': 40 } as const;

/** Sums of thirds end a hair beside the whole number they mean. */
const HAIR = 1e-9;

/** A score as it is shown: a whole number, halves up. */
export function shownScore(score: number): number {
	return Math.floor(score + 0.5 + HAIR);
}

/**
 * The rating of a standard.
 * @param counts indicators in scope, of these answered, of these scored
 * @param score 0–100, or null without a scored indicator
 * @param hasCriticalGap whether a critical indicator is scored below 1: then at most `partly-met`
 */
export function rateStandard(
	counts: { inScope: number; answered: number; scored: number },
	score: number | null,
	hasCriticalGap: boolean
): Rating {
	if (counts.inScope === 0) return 'out-of-scope';
	if (counts.answered === 0) return 'not-assessed';
	if (counts.answered < counts.inScope) return 'incomplete';
	if (counts.scored === 0 || score === null) return 'out-of-scope';
	if (score + HAIR >= RATING_LIMITS.met && !hasCriticalGap) return 'met';
	if (score + HAIR >= RATING_LIMITS['mostly-met'] && !hasCriticalGap) return 'mostly-met';
	return score + HAIR >= RATING_LIMITS['partly-met'] ? 'partly-met' : 'not-met';
}
