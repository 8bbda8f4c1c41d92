import type { StandardScore } from '#lib/assessment/score.ts';

/** A standard with fewer indicators in scope rests on few … */
const FEW = 5;
/** … when another has at least so many times as many. */
const TIMES = 2;

/**
 * The standards that few indicators carry. The standards count equally in the overall score, so in these each
 * indicator weighs more than elsewhere, and the reader must know. A standard with nothing in scope counts for nothing.
 */
export function findFewItems<Standard extends Pick<StandardScore, 'inScope'>>(
	standards: readonly Standard[]
): Standard[] {
	const most = Math.max(0, ...standards.map(({ inScope }) => inScope));
	return standards.filter(({ inScope }) => inScope > 0 && inScope < FEW && most >= TIMES * inScope);
}
