import type { Answer } from '#lib/assessment/schema.ts';

/** Whether an answer holds anything besides when it was changed; what was taken back leaves only that. */
export function hasContent(answer: Answer | undefined): boolean {
	return answer !== undefined && Object.keys(answer).some((field) => field !== 'changedAt');
}
