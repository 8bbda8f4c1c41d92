import type { Scoping } from '#lib/assessment/scope.ts';
import { indicatorsInScope } from '#lib/assessment/scope.ts';
import type { Indicator, Questionnaire } from '#lib/questionnaire/schema.ts';

/** Where a question stands: its standard, its number there, and the questions around it. */
export interface Place {
	indicator: Indicator;
	standardId: string;
	/** 1-based number among the standard's questions in scope; 0 when the question is out of scope. */
	number: number;
	/** How many questions of the standard are in scope. */
	count: number;
	previous: string | undefined;
	/** The next question of the same standard. */
	next: string | undefined;
}

/**
 * Finds a question's place on the way through the questionnaire.
 * @param indicatorId undefined or unknown: the first question in scope
 */
export function findPlace(
	questionnaire: Questionnaire,
	scoping: Scoping,
	indicatorId: string | undefined
): Place {
	const inScope = indicatorsInScope(questionnaire, scoping);
	const way = [...inScope.values()].flat();
	const standard =
		questionnaire.standards.find(({ indicators }) => indicators.some(({ id }) => id === indicatorId)) ??
		questionnaire.standards.find(({ id }) => (inScope.get(id) ?? []).length > 0) ??
		questionnaire.standards[0];
	const asked = inScope.get(standard?.id ?? '') ?? [];
	const indicator =
		standard?.indicators.find(({ id }) => id === indicatorId) ?? asked[0] ?? standard?.indicators[0];
	if (standard === undefined || indicator === undefined)
		throw new Error('A questionnaire without indicators');
	const number = asked.indexOf(indicator) + 1;
	return {
		indicator,
		standardId: standard.id,
		number,
		count: asked.length,
		previous: way[way.indexOf(indicator) - 1]?.id,
		next: number > 0 ? asked[number]?.id : undefined
	};
}
