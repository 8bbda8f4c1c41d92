import { arrangementOf, chaptersIn } from '#lib/assessment/chapters.ts';
import { scoredById, type Counts, type Score, type ScoredIndicator } from '#lib/assessment/score.ts';
import type { Questionnaire } from '#lib/questionnaire/schema.ts';

/** A part of the questionnaire that is answered in one go: a standard, or a group such as a section. */
export interface Chapter extends Counts {
	id: string;
	indicators: ScoredIndicator[];
}

/** The chapters of a scored assessment; those in which nothing is asked stay, empty. */
export function chaptersOf(
	questionnaire: Questionnaire,
	score: Score,
	arrangement = arrangementOf(questionnaire)
): Chapter[] {
	const scored = scoredById(score);
	return chaptersIn(questionnaire, arrangement).map(({ id, indicators }) => {
		const asked = indicators.flatMap((each) => scored.get(each.id) ?? []);
		return {
			id,
			indicators: asked,
			inScope: asked.length,
			answered: asked.filter(({ reading }) => reading.kind !== 'unanswered').length,
			scored: asked.filter(({ reading }) => reading.kind === 'scored').length
		};
	});
}
