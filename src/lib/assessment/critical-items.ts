import type { StandardScore } from '#lib/assessment/score.ts';
import { indicatorsOf } from '#lib/questionnaire/indicators-of.ts';

/** How many critical indicators are closed, of those that can be. */
export interface CriticalItems {
	closed: number;
	all: number;
}

/**
 * The critical indicators of one or more standards: all that are in scope and not "not applicable", and those of them
 * that are scored at the highest level. While one is open, its standard is rated at most "partly met", which is the
 * rule in a first assessment: this count shows the way from there.
 */
export function countCriticalItems(standards: readonly Pick<StandardScore, 'indicators'>[]): CriticalItems {
	const counted = indicatorsOf(standards).filter(
		({ indicator, reading }) => indicator.weight === 'critical' && reading.kind !== 'not-applicable'
	);
	const closed = counted.filter(({ reading }) => reading.kind === 'scored' && reading.earned >= 1);
	return { closed: closed.length, all: counted.length };
}
