import { ownValue } from '#lib/questionnaire/own-value.ts';
import type { Condition } from '#lib/questionnaire/schema.ts';

/** Answers to the profile questions, by question id: `yes`, `no` or a calendar date. */
export type Profile = Readonly<Record<string, string>>;

/**
 * Whether a condition holds for a profile. No condition, or a profile question without an answer,
 * keeps the indicator in scope (scoring specification, "Inputs").
 */
export function conditionHolds(condition: Condition | undefined, profile: Profile): boolean {
	if (condition === undefined) return true;
	const answer = ownValue(profile, condition.question);
	return answer === undefined || answer === '' || condition.is.includes(answer);
}
