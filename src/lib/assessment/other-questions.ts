import type { Assessment } from '#lib/assessment/schema.ts';
import type { Questionnaire } from '#lib/questionnaire/schema.ts';

/** Whether an assessment answers another version of the questionnaire than the one asked today. */
export function hasOtherQuestions(
	{ questionnaire: answered }: Pick<Assessment, 'questionnaire'>,
	{ version }: Pick<Questionnaire, 'version'>
): boolean {
	return answered.version !== version;
}
