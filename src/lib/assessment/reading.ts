import { answerOf, hasEvidence, NOT_APPLICABLE, UNKNOWN } from '#lib/assessment/answer.ts';
import type { Assessment } from '#lib/assessment/schema.ts';
import type { Indicator, Level, Questionnaire } from '#lib/questionnaire/schema.ts';
import { ownValue } from '#lib/questionnaire/own-value.ts';

/** What an answer says, read once by the rules of the scoring specification ("Inputs", "Scope and coverage"). */
export type Reading =
	| { kind: 'unanswered' }
	| { kind: 'not-applicable'; reason: string }
	/** `level` is absent for "we do not know", which earns 0. */
	| { kind: 'scored'; level?: Level; earned: number; evidenced: number };

const UNANSWERED: Reading = { kind: 'unanswered' };

/** The level scale of an indicator; empty when the questionnaire lacks it (the questionnaire check refuses that). */
export function levelsOf(questionnaire: Questionnaire, indicator: Indicator): readonly Level[] {
	return ownValue(questionnaire.scales, indicator.scale) ?? [];
}

/**
 * Reads the answer to one indicator. A `not-applicable` without a reason and a level that the scale does not
 * have count as nothing.
 */
export function readAnswer(
	questionnaire: Questionnaire,
	indicator: Indicator,
	assessment: Pick<Assessment, 'answers'>
): Reading {
	const answer = answerOf(assessment, indicator.id);
	if (answer?.level === undefined) return UNANSWERED;
	if (answer.level === UNKNOWN) return { kind: 'scored', earned: 0, evidenced: 0 };
	if (answer.level === NOT_APPLICABLE) {
		const reason = answer.reason?.trim() ?? '';
		return reason === '' ? UNANSWERED : { kind: 'not-applicable', reason };
	}
	const level = levelsOf(questionnaire, indicator).find(({ id }) => id === answer.level);
	if (level === undefined) return UNANSWERED;
	return { kind: 'scored', level, earned: level.value, evidenced: hasEvidence(answer) ? level.value : 0 };
}
