import { scopeOf, type Scoping } from '#lib/assessment/scope.ts';
import { indicatorsOf } from '#lib/questionnaire/indicators-of.ts';
import type { Indicator, Questionnaire, QuestionnaireText } from '#lib/questionnaire/schema.ts';

/** What questions are ordered by: the standards of a questionnaire or its groups. */
export type Arrangement = 'standard' | 'group';

/** What the questions are answered by. */
export function arrangementOf({ arrangedBy = 'standard' }: Pick<Questionnaire, 'arrangedBy'>): Arrangement {
	return arrangedBy;
}

/** All indicators by chapter, whether they are asked or not. */
export function chaptersIn(
	{ standards, groups = [], arrangedBy }: Questionnaire,
	arrangement = arrangementOf({ arrangedBy })
): readonly { id: string; indicators: readonly Indicator[] }[] {
	if (arrangement === 'standard') return standards;
	const all = indicatorsOf(standards);
	return groups.map(({ id }) => ({ id, indicators: all.filter(({ group }) => group === id) }));
}

/** The indicators that the assessment asks, by chapter, in the order in which they are answered. */
export function indicatorsByChapter(
	questionnaire: Questionnaire,
	scoping: Scoping
): Map<string, Indicator[]> {
	const scope = scopeOf(questionnaire, scoping);
	return new Map(
		chaptersIn(questionnaire).map(({ id, indicators }) => [
			id,
			indicators.filter((each) => scope(each) === 'in-scope')
		])
	);
}

/** Names and summaries of the chapters of an arrangement, by id. */
export function chapterTexts(
	questionnaire: Pick<Questionnaire, 'arrangedBy'>,
	{ standards, groups }: Pick<QuestionnaireText, 'standards' | 'groups'>,
	arrangement = arrangementOf(questionnaire)
): QuestionnaireText['standards'] {
	return (arrangement === 'group' ? groups : standards) ?? {};
}
