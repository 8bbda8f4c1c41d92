import { isAfter } from '#lib/assessment/answer.ts';
import { hasContent } from '#lib/assessment/answer-content.ts';
import type { Assessment } from '#lib/assessment/schema.ts';

/**
 * How many answers changed after a moment, those that were taken back included: a file of that moment lacks them.
 * Without a moment, how many answers there are. An answer without a time was there before any file.
 * @param moment ISO 8601 in UTC
 */
export function countAnswersSince(
	{ answers }: Pick<Assessment, 'answers'>,
	moment: string | undefined
): number {
	return Object.values(answers).filter((answer) =>
		moment === undefined ? hasContent(answer) : isAfter(answer.changedAt, moment)
	).length;
}
