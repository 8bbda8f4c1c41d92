import { levelsOf } from '#lib/assessment/reading.ts';
import type { Score } from '#lib/assessment/score.ts';
import { indicatorsOf } from '#lib/questionnaire/indicators-of.ts';
import type { Questionnaire } from '#lib/questionnaire/schema.ts';

/** How far an assessment is from the level that can be reached before departure. */
export interface Target {
	/** Id of that level. */
	level: string;
	/** Indicators at that level or above. */
	reached: number;
	/** Indicators in scope that are not "not applicable". */
	all: number;
}

/**
 * The target at departure and how many indicators are there; undefined when the questionnaire sets none. An indicator
 * whose scale lacks the level has to reach its highest one.
 */
export function countAtTarget(questionnaire: Questionnaire, score: Score): Target | undefined {
	const target = questionnaire.targetAtDeparture;
	if (target === undefined) return undefined;
	const counted = indicatorsOf(score.standards).filter(({ reading }) => reading.kind !== 'not-applicable');
	const reached = counted.filter(({ indicator, reading }) => {
		if (reading.kind !== 'scored' || reading.level === undefined) return false;
		const least = levelsOf(questionnaire, indicator).find(({ id }) => id === target)?.value ?? 1;
		return reading.earned >= least;
	});
	return { level: target, reached: reached.length, all: counted.length };
}
