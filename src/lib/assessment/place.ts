import { chaptersIn, indicatorsByChapter } from '#lib/assessment/chapters.ts';
import type { Scoping } from '#lib/assessment/scope.ts';
import type { Indicator, Questionnaire } from '#lib/questionnaire/schema.ts';

/** Where a question stands: its chapter, its number there, and the questions around it. */
export interface Place {
	indicator: Indicator;
	chapterId: string;
	/** 1-based number among the chapter's questions in scope; 0 when the question is out of scope. */
	number: number;
	/** How many questions of the chapter are in scope. */
	count: number;
	previous: string | undefined;
	/** The next question of the same chapter. */
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
	const inScope = indicatorsByChapter(questionnaire, scoping);
	const way = [...inScope.values()].flat();
	const chapters = chaptersIn(questionnaire);
	const chapter =
		chapters.find(({ indicators }) => indicators.some(({ id }) => id === indicatorId)) ??
		chapters.find(({ id }) => (inScope.get(id) ?? []).length > 0) ??
		chapters[0];
	const asked = inScope.get(chapter?.id ?? '') ?? [];
	const indicator =
		chapter?.indicators.find(({ id }) => id === indicatorId) ?? asked[0] ?? chapter?.indicators[0];
	if (chapter === undefined || indicator === undefined) throw new Error('A questionnaire without indicators');
	const number = asked.indexOf(indicator) + 1;
	return {
		indicator,
		chapterId: chapter.id,
		number,
		count: asked.length,
		previous: way[way.indexOf(indicator) - 1]?.id,
		next: number > 0 ? asked[number]?.id : undefined
	};
}
