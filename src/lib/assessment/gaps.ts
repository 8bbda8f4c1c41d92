import { isBlocked } from '#lib/assessment/gates.ts';
import { WEIGHTS, type Score, type ScoredIndicator } from '#lib/assessment/score.ts';
import type { Indicator, Questionnaire } from '#lib/questionnaire/schema.ts';

/** How urgent a gap is: `now` for a blocked gate or a critical gap, `next` for major, `later` for minor. */
export type Priority = 'now' | 'next' | 'later';

export const PRIORITIES: readonly Priority[] = ['now', 'next', 'later'];

/** An indicator in scope that is scored below its highest level. */
export interface Gap extends ScoredIndicator {
	reading: Extract<ScoredIndicator['reading'], { kind: 'scored' }>;
	priority: Priority;
	isBlockedGate: boolean;
}

/**
 * All gaps, most urgent first: blocked gates, then by weight, then the lower level first, then questionnaire order
 * (scoring specification, "Gaps"). "We do not know" is a gap; an unanswered question is not, see `findUnanswered`.
 */
export function findGaps(questionnaire: Questionnaire, score: Score): Gap[] {
	// few urgencies, many gaps: collecting them in questionnaire order is quicker than sorting them all
	const byUrgency = new Map<number, Gap[]>();
	for (const standard of score.standards) {
		for (const { indicator, standardId, reading, points, possible } of standard.indicators) {
			if (reading.kind !== 'scored' || reading.earned >= 1) continue;
			const isBlockedGate = isBlocked(questionnaire, indicator, reading);
			const priority = isBlockedGate ? 'now' : priorityOf(indicator);
			const gap = { indicator, standardId, reading, points, possible, priority, isBlockedGate };
			const urgency = urgencyOf(gap);
			const alike = byUrgency.get(urgency);
			if (alike) alike.push(gap);
			else byUrgency.set(urgency, [gap]);
		}
	}
	return [...byUrgency].sort(([a], [b]) => a - b).flatMap(([, gaps]) => gaps);
}

/** Place in the order of gaps, the smallest first: a blocked gate, then the heavier weight, then the lower level. */
function urgencyOf({ isBlockedGate, indicator, reading }: Gap): number {
	return (isBlockedGate ? 0 : 100) - 10 * WEIGHTS[indicator.weight] + reading.earned;
}

/** The priority that an indicator's weight alone gives its gap. */
export function priorityOf({ weight }: Indicator): Priority {
	return weight === 'critical' ? 'now' : weight === 'major' ? 'next' : 'later';
}

/** The indicators in scope without an answer, in questionnaire order. */
export function findUnanswered(score: Score): ScoredIndicator[] {
	return score.standards.flatMap(({ indicators }) =>
		indicators.filter(({ reading }) => reading.kind === 'unanswered')
	);
}
