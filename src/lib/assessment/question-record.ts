import * as z from 'zod/mini';
import { indicatorId, levelId, version, words } from '#lib/assessment/fields.ts';
import { MOST_QUESTIONS } from '#lib/assessment/limits.ts';
import { groupOf } from '#lib/questionnaire/counted.ts';

/** A question as it was answered, so that the answers can be read without the questionnaire. */
const questionCopy = z.looseObject({
	language: z.string().check(z.maxLength(20)),
	/** Name of the standard. */
	standard: words,
	question: words,
	/** The question before the stage from which it can be shown. */
	prepared: z.optional(words),
	requirement: words,
	/** Label of each level. */
	levels: z.record(levelId, words),
	/** What each level looks like. */
	anchors: z.record(levelId, words),
	weight: z.string().check(z.maxLength(60)),
	/** Version of the questionnaire that this is a copy of. */
	answeredUnder: version
});

/** The questions that an assessment carries, by indicator. */
export const questionCopies = groupOf(indicatorId, questionCopy, MOST_QUESTIONS, 'questions');
