import { readAnswer, type Reading } from '#lib/assessment/reading.ts';
import type { Assessment } from '#lib/assessment/schema.ts';
import { scopeOf, type Scope } from '#lib/assessment/scope.ts';
import type { Indicator, Questionnaire } from '#lib/questionnaire/schema.ts';

/** A question of the questionnaire, whether it is asked or not, and what its answer says. */
export interface ReadQuestion {
	indicator: Indicator;
	standardId: string;
	scope: Scope;
	reading: Reading;
}

/** Which questions to show. */
export type Sifting = 'all' | 'critical' | 'gates' | 'open' | 'not-asked';

/** Whether a question belongs to a choice. A question that is not asked is never open. */
export const SIFTINGS: Readonly<Record<Sifting, (question: ReadQuestion) => boolean>> = {
	all: () => true,
	critical: ({ indicator }) => indicator.weight === 'critical',
	gates: ({ indicator }) => indicator.gate !== undefined,
	open: ({ scope, reading }) => scope === 'in-scope' && reading.kind === 'unanswered',
	'not-asked': ({ scope }) => scope !== 'in-scope'
};

/** All questions of a questionnaire by id, those as well that the assessment leaves out. */
export function readQuestions(
	questionnaire: Questionnaire,
	assessment: Assessment
): ReadonlyMap<string, ReadQuestion> {
	const scope = scopeOf(questionnaire, assessment);
	return new Map(
		questionnaire.standards.flatMap(({ id: standardId, indicators }) =>
			indicators.map((indicator) => [
				indicator.id,
				{
					indicator,
					standardId,
					scope: scope(indicator),
					reading: readAnswer(questionnaire, indicator, assessment)
				}
			])
		)
	);
}
