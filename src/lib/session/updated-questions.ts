import { compareQuestions, takeUpQuestions } from '#lib/assessment/questions-update.ts';
import type { QuestionnaireText } from '#lib/questionnaire/schema.ts';
import { newId, now } from '#lib/session/clock.ts';
import { loadQuestionnaire } from '#lib/session/questionnaires.ts';
import { session } from '#lib/session/session.svelte.ts';
import { loadQuestionnaireHash } from '#lib/session/site-facts.ts';

/** Today's texts in every language in which the open assessment was answered. */
export async function loadAnsweredTexts(): Promise<QuestionnaireText[]> {
	const { assessment, questionnaire, text } = session;
	const languages = new Set(Object.values(assessment.questions ?? {}).map(({ language }) => language));
	languages.delete(text.language);
	const loaded = await Promise.all(
		[...languages].map((language) => loadQuestionnaire(questionnaire.id, language))
	);
	return [text, ...loaded.flatMap((each) => (each === undefined ? [] : [each.text]))];
}

/** Goes on with the questions of today; what stood there before is kept as a dated copy. */
export async function goOnWithToday(texts: readonly QuestionnaireText[]): Promise<void> {
	const { questionnaire } = session;
	const hash = await loadQuestionnaireHash(questionnaire.id);
	const moment = { snapshotId: newId(), now: now(), hash };
	// compared again when it is stored: another tab may have answered meanwhile
	session.change((assessment) =>
		takeUpQuestions(assessment, compareQuestions(assessment, questionnaire, texts), questionnaire, moment)
	);
}
