import type { Answer, AnswerEvidence, Assessment } from '#lib/assessment/schema.ts';
import { ownValue } from '#lib/questionnaire/own-value.ts';

export const UNKNOWN = 'unknown';
export const NOT_APPLICABLE = 'not-applicable';

/** What is changed in one answer: given fields replace the old ones, `undefined` removes a field. */
export type AnswerChange = {
	[Field in 'level' | 'reason' | 'note' | 'review' | 'evidence']?: Answer[Field] | undefined;
};

/** The answer to an indicator, or undefined when there is none at all. */
export function answerOf(assessment: Pick<Assessment, 'answers'>, indicatorId: string): Answer | undefined {
	return ownValue(assessment.answers, indicatorId);
}

/** The assessment with one answer changed; everything else, also fields we do not know, stays. */
export function recordAnswer<Record extends Pick<Assessment, 'answers'>>(
	assessment: Record,
	indicatorId: string,
	change: AnswerChange
): Record {
	const answer: Answer = { ...answerOf(assessment, indicatorId) };
	for (const [field, value] of Object.entries(change)) {
		if (value === undefined) delete answer[field];
		else answer[field] = value;
	}
	return { ...assessment, answers: { ...assessment.answers, [indicatorId]: answer } };
}

/** Whether an answer points to something that could be shown: a ticked line or a text that is not blank. */
export function hasEvidence(answer: Answer | undefined): boolean {
	const evidence: AnswerEvidence | undefined = answer?.evidence;
	return evidence !== undefined && (evidence.ticked.length > 0 || evidence.text.trim() !== '');
}
