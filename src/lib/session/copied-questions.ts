import { copyQuestions, withQuestion } from '#lib/assessment/question-copy.ts';
import type { Assessment } from '#lib/assessment/schema.ts';
import type { LoadedQuestionnaire } from '#lib/session/questionnaires.ts';
import { loadQuestionnaireHash } from '#lib/session/site-facts.ts';

/**
 * Adds to an assessment the questions that it answers.
 * @param answered the indicator that is answered just now: its question is copied as it is asked today
 */
export type CopyQuestions = (assessment: Assessment, answered?: string) => Assessment;

/** What copies the questions of a questionnaire, once all its texts are there. */
export async function copierOf(loaded: LoadedQuestionnaire): Promise<CopyQuestions> {
	const asked = { ...loaded, hash: await loadQuestionnaireHash(loaded.questionnaire.id) };
	return (assessment, answered) =>
		copyQuestions(answered === undefined ? assessment : withQuestion(assessment, answered, asked), asked);
}
