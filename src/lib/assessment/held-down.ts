import { rateStandard } from '#lib/assessment/rating.ts';
import type { StandardScore } from '#lib/assessment/score.ts';

/** Whether only a critical gap keeps a standard from the rating that its score alone would give it. */
export function isHeldDown(standard: Omit<StandardScore, 'indicators'>): boolean {
	return rateStandard(standard, standard.score, false) !== standard.rating;
}
