import { countAnswersSince } from '#lib/assessment/answers-since.ts';
import type { Assessment } from '#lib/assessment/schema.ts';

/** So many answers are too many to lose. */
const MANY = 20;
const DAY_MILLISECONDS = 86_400_000;

/**
 * How many answers no file holds, once a person should hear of it: when they are many, or the last file is a day old.
 * Without any file the day counts from the first answer.
 * @param moment now, ISO 8601
 * @returns 0 when it is not yet time
 */
export function countAnswersAtRisk(
	assessment: Pick<Assessment, 'answers' | 'lastFile'>,
	moment: string
): number {
	const count = countAnswersSince(assessment, assessment.lastFile?.savedAt);
	if (count >= MANY) return count;
	const since = assessment.lastFile?.savedAt ?? firstChange(assessment);
	const isOld = since !== undefined && Date.parse(moment) - Date.parse(since) >= DAY_MILLISECONDS;
	return isOld ? count : 0;
}

function firstChange({ answers }: Pick<Assessment, 'answers'>): string | undefined {
	return Object.values(answers)
		.flatMap(({ changedAt }) => changedAt ?? [])
		.sort()[0];
}
