import { hasContent } from '#lib/assessment/answer-content.ts';
import { answerOf } from '#lib/assessment/answer.ts';
import { MOST_QUESTIONS } from '#lib/assessment/limits.ts';
import { levelsOf } from '#lib/assessment/reading.ts';
import type { Assessment, QuestionCopy } from '#lib/assessment/schema.ts';
import { indicatorsOf } from '#lib/questionnaire/indicators-of.ts';
import { ownValue } from '#lib/questionnaire/own-value.ts';
import type { Questionnaire, QuestionnaireText } from '#lib/questionnaire/schema.ts';

// An assessment carries the questions it answers, so that it can be read without the questionnaire, and so that a
// later questionnaire does not put other questions under old answers.

/** A questionnaire as it is asked today, with its texts in one language. */
export interface AskedToday {
	questionnaire: Questionnaire;
	text: QuestionnaireText;
	/** Content hash of the questionnaire; absent where it is not known. */
	hash?: string | undefined;
}

/**
 * The question of an indicator with what its levels mean.
 * @returns undefined when the questionnaire lacks the indicator, or its texts are not all there yet
 */
export function copyQuestion(
	questionnaire: Questionnaire,
	text: QuestionnaireText,
	indicatorId: string
): QuestionCopy | undefined {
	const standard = questionnaire.standards.find(({ indicators }) =>
		indicators.some(({ id }) => id === indicatorId)
	);
	const indicator = standard?.indicators.find(({ id }) => id === indicatorId);
	const words = ownValue(text.indicators, indicatorId);
	// a page begins with texts that lack the requirement; the whole ones follow
	if (standard === undefined || indicator === undefined || !words?.requirement) return undefined;
	return {
		language: text.language,
		standard: ownValue(text.standards, standard.id)?.name ?? standard.id,
		question: words.question,
		...(words.prepared !== undefined && { prepared: words.prepared }),
		requirement: words.requirement,
		levels: Object.fromEntries(
			levelsOf(questionnaire, indicator).map(({ id }) => [id, ownValue(text.levels, id) ?? id])
		),
		anchors: { ...words.anchors },
		weight: indicator.weight,
		answeredUnder: questionnaire.version
	};
}

/**
 * The assessment with a copy of one question as it is asked today, in place of any older copy: for an answer that is
 * given anew. The very same assessment when there is nothing to change.
 */
export function withQuestion<Record extends Pick<Assessment, 'questions'>>(
	assessment: Record,
	indicatorId: string,
	{ questionnaire, text }: AskedToday
): Record {
	const { questions = {} } = assessment;
	const before = ownValue(questions, indicatorId);
	const copy = copyQuestion(questionnaire, text, indicatorId);
	const isFull = before === undefined && Object.keys(questions).length >= MOST_QUESTIONS;
	if (copy === undefined || isFull || JSON.stringify(copy) === JSON.stringify(before)) return assessment;
	return { ...assessment, questions: { ...questions, [indicatorId]: copy } };
}

/**
 * The assessment with all it should carry of its questionnaire: hash and indicators, and a copy of each answered
 * question that has none. Only while it is of the version that is asked today: of another one the questions are gone.
 * The very same assessment when there is nothing to add.
 */
export function copyQuestions(assessment: Assessment, asked: AskedToday): Assessment {
	const { questionnaire, hash } = asked;
	const { id, version } = assessment.questionnaire;
	if (id !== questionnaire.id || version !== questionnaire.version) return assessment;
	const missing = Object.keys(assessment.answers).filter(
		(indicatorId) =>
			hasContent(answerOf(assessment, indicatorId)) &&
			ownValue(assessment.questions ?? {}, indicatorId) === undefined
	);
	return missing.reduce(
		(each, indicatorId) => withQuestion(each, indicatorId, asked),
		withIndicators(withHash(assessment, hash), questionnaire)
	);
}

function withHash(assessment: Assessment, hash: string | undefined): Assessment {
	const { questionnaire, ownQuestionnaire } = assessment;
	// the hash is of a questionnaire of the site: one from a file may have the same id
	if (hash === undefined || questionnaire.hash !== undefined || ownQuestionnaire !== undefined)
		return assessment;
	return { ...assessment, questionnaire: { ...questionnaire, hash } };
}

function withIndicators(assessment: Assessment, { standards }: Questionnaire): Assessment {
	const { questionnaire } = assessment;
	if (questionnaire.indicators !== undefined) return assessment;
	const indicators = indicatorsOf(standards).map(({ id }) => id);
	return { ...assessment, questionnaire: { ...questionnaire, indicators } };
}
