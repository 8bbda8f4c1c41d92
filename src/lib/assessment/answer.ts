import type { Answer, AnswerEvidence, Assessment } from '#lib/assessment/schema.ts';
import { ownValue } from '#lib/questionnaire/own-value.ts';

export const UNKNOWN = 'unknown';
export const NOT_APPLICABLE = 'not-applicable';

/**
 * What is changed in one answer: given fields replace the old ones, `undefined` removes a field. Of evidence only the
 * part that is given changes: lines that are ticked and the text are written one by one.
 */
export type AnswerChange = {
	[Field in 'level' | 'reason' | 'note' | 'review' | 'changedAt']?: Answer[Field] | undefined;
} & { evidence?: Partial<AnswerEvidence> | undefined };

/** The answer to an indicator, or undefined when there is none at all. */
export function answerOf(assessment: Pick<Assessment, 'answers'>, indicatorId: string): Answer | undefined {
	return ownValue(assessment.answers, indicatorId);
}

/**
 * The assessment with one answer changed; everything else, also fields we do not know, stays.
 * A change that arrives late replaces nothing newer: where the answer that is kept was changed after this change was
 * made (`changedAt` of both), a field that differs from what the person saw stays as it is kept.
 * @param seen the answer as the page showed it before the change; undefined: none
 */
export function recordAnswer<Record extends Pick<Assessment, 'answers'>>(
	assessment: Record,
	indicatorId: string,
	change: AnswerChange,
	seen?: Answer
): Record {
	const kept = answerOf(assessment, indicatorId);
	const answer: Answer = { ...kept };
	const isLate = isAfter(kept?.changedAt, change.changedAt);
	for (const [field, value] of Object.entries(change)) {
		if (isLate && isNewer(field, kept, seen)) continue;
		if (value === undefined) delete answer[field];
		else if (field === 'evidence')
			answer.evidence = { ticked: [], text: '', ...answer.evidence, ...change.evidence };
		else answer[field] = value;
	}
	return { ...assessment, answers: { ...assessment.answers, [indicatorId]: answer } };
}

/** Whether one moment is later than another; false when either is missing. Both are ISO 8601. */
export function isAfter(one: string | undefined, other: string | undefined): boolean {
	return one !== undefined && other !== undefined && Date.parse(one) > Date.parse(other);
}

/** Whether a field, or the choice that a reason belongs to, is kept otherwise than it was seen. */
function isNewer(field: string, kept: Answer | undefined, seen: Answer | undefined): boolean {
	const fields = field === 'reason' ? ['level', field] : [field];
	return fields.some((each) => JSON.stringify(kept?.[each]) !== JSON.stringify(seen?.[each]));
}

/** Whether an answer points to something that could be shown: a ticked line or a text that is not blank. */
export function hasEvidence(answer: Answer | undefined): boolean {
	const evidence: AnswerEvidence | undefined = answer?.evidence;
	return evidence !== undefined && (evidence.ticked.length > 0 || evidence.text.trim() !== '');
}
