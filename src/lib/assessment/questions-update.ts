import { hasContent } from '#lib/assessment/answer-content.ts';
import { recordAnswer } from '#lib/assessment/answer.ts';
import { hasOtherQuestions } from '#lib/assessment/other-questions.ts';
import { copyQuestion } from '#lib/assessment/question-copy.ts';
import type { Assessment, QuestionCopy } from '#lib/assessment/schema.ts';
import { canTakeSnapshot, takeSnapshot } from '#lib/assessment/snapshot.ts';
import { indicatorsOf } from '#lib/questionnaire/indicators-of.ts';
import { ownValue } from '#lib/questionnaire/own-value.ts';
import type { Questionnaire, QuestionnaireText } from '#lib/questionnaire/schema.ts';

// What becomes of answers when their questionnaire has a new version. Nothing happens until a person agrees.

/** A question as it was when it was answered. */
interface EarlierQuestion {
	id: string;
	before: QuestionCopy;
}

/** What a new version of a questionnaire means for an assessment; ids of indicators, each in one list only. */
export interface QuestionsComparison {
	/** Answers to questions that are the same today. */
	carriedOver: string[];
	/** Answers to questions that read otherwise today. */
	changed: EarlierQuestion[];
	/** Answers that came without a copy of their question, so that nobody can tell. */
	uncertain: string[];
	/** Questions that the earlier version did not have; empty when nobody knows what it had. */
	added: string[];
	/** Answers to questions that are no longer asked. */
	retired: { id: string; before?: QuestionCopy }[];
}

/**
 * Compares the questions that were answered with those asked today: question, requirement, and what the levels are
 * called and look like.
 * @param texts today's texts in each language of the copies; a question without its language counts as changed
 */
export function compareQuestions(
	assessment: Assessment,
	questionnaire: Questionnaire,
	texts: readonly QuestionnaireText[]
): QuestionsComparison {
	const { answers, questions = {}, questionnaire: answered } = assessment;
	const asked = new Set(indicatorsOf(questionnaire.standards).map(({ id }) => id));
	const known = answered.indicators && new Set([...answered.indicators, ...Object.keys(answers)]);
	const comparison: QuestionsComparison = {
		carriedOver: [],
		changed: [],
		uncertain: [],
		added: known ? [...asked].filter((id) => !known.has(id)) : [],
		retired: []
	};
	for (const [id, answer] of Object.entries(answers)) {
		if (!hasContent(answer)) continue;
		const before = ownValue(questions, id);
		if (!asked.has(id)) comparison.retired.push({ id, ...(before && { before }) });
		else if (before === undefined) comparison.uncertain.push(id);
		else if (isAskedAsBefore(before, id, questionnaire, texts)) comparison.carriedOver.push(id);
		else comparison.changed.push({ id, before });
	}
	return comparison;
}

function isAskedAsBefore(
	before: QuestionCopy,
	id: string,
	questionnaire: Questionnaire,
	texts: readonly QuestionnaireText[]
): boolean {
	// answered since the questions changed
	if (before.answeredUnder === questionnaire.version) return true;
	const text = texts.find(({ language }) => language === before.language);
	const today = text && copyQuestion(questionnaire, text, id);
	return today !== undefined && wordsOf(today) === wordsOf(before);
}

/** What a person reads when they answer, in one text. */
function wordsOf({ question, prepared, requirement, levels, anchors }: QuestionCopy): string {
	const inOrder = (texts: Readonly<Record<string, string>>) =>
		Object.keys(texts)
			.sort()
			.map((key) => [key, ownValue(texts, key)]);
	return JSON.stringify([question, prepared, requirement, inOrder(levels), inOrder(anchors)]);
}

/**
 * The assessment with today's questions. A dated copy keeps the old answers with the questions they answered. Of
 * changed questions the level goes, so that nothing is claimed that nobody said; what was written beside it stays,
 * and the question is marked for review, as are the uncertain ones. Answers to retired questions stay and count for
 * nothing.
 * @param comparison as `compareQuestions` gave it for this questionnaire
 * @param snapshotId random id of the dated copy
 * @param now ISO 8601 in UTC
 * @param hash content hash of the questionnaire; absent where it is not known
 * @returns the very same assessment when it has today's questions already, or no room for one more dated copy
 */
export function takeUpQuestions(
	assessment: Assessment,
	{ changed, uncertain }: QuestionsComparison,
	questionnaire: Questionnaire,
	{ snapshotId, now, hash }: { snapshotId: string; now: string; hash?: string | undefined }
): Assessment {
	if (!hasOtherQuestions(assessment, questionnaire) || !canTakeSnapshot(assessment)) return assessment;
	const kept = takeSnapshot(assessment, { id: snapshotId, takenAt: now, reason: 'update', note: '' });
	const marked = { review: true, changedAt: now };
	const withoutLevels = changed.reduce(
		(each, { id }) => recordAnswer(each, id, { ...marked, level: undefined, reason: undefined }),
		kept
	);
	const reviewed = uncertain.reduce((each, id) => recordAnswer(each, id, marked), withoutLevels);
	const { hash: _old, ...answered } = assessment.questionnaire;
	return {
		...reviewed,
		questionnaire: {
			...answered,
			version: questionnaire.version,
			...(hash !== undefined && { hash }),
			indicators: indicatorsOf(questionnaire.standards).map(({ id }) => id)
		},
		questions: withoutCopies(
			assessment.questions,
			changed.map(({ id }) => id)
		)
	};
}

/** The copies but those of changed questions: they lie in the dated copy, and what is asked today takes their place. */
function withoutCopies(
	questions: Assessment['questions'] = {},
	ids: readonly string[]
): NonNullable<Assessment['questions']> {
	return Object.fromEntries(Object.entries(questions).filter(([id]) => !ids.includes(id)));
}
