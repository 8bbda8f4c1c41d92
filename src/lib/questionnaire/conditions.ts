import { ownValue } from '#lib/questionnaire/own-value.ts';
import type { Condition, Indicator, Questionnaire } from '#lib/questionnaire/schema.ts';

/** Answers to the profile questions, by question id: `yes`, `no`, an option, several options or a calendar date. */
export type Profile = Readonly<Record<string, string | readonly string[]>>;

/** The options chosen for a profile question; none when it has no answer. */
export function chosenOptions(profile: Profile, question: string): readonly string[] {
	const answer = ownValue(profile, question) ?? [];
	return typeof answer === 'string' ? [answer].filter(Boolean) : answer;
}

/**
 * The conditions of an indicator that a profile does not meet. A profile question without an answer meets every
 * condition and keeps the indicator in scope (scoring specification, "Inputs").
 */
export function unmetConditions(
	{ appliesIf = [] }: Pick<Indicator, 'appliesIf'>,
	profile: Profile
): Condition[] {
	return appliesIf.filter(({ question, is }) => {
		const chosen = chosenOptions(profile, question);
		return chosen.length > 0 && !chosen.some((option) => is.includes(option));
	});
}

/**
 * Whether an indicator asks for what is prepared, because its practice can only be shown at a later stage than
 * the profile names. Without a stage every question is asked as it stands.
 */
export function isAskedAsPrepared(
	{ practiceFrom }: Pick<Indicator, 'practiceFrom'>,
	{ profile: questions }: Pick<Questionnaire, 'profile'>,
	profile: Profile
): boolean {
	const stage = questions.find(({ kind }) => kind === 'stage');
	const order = stage?.options ?? [];
	const [now] = stage ? chosenOptions(profile, stage.id) : [];
	return (
		practiceFrom !== undefined &&
		now !== undefined &&
		order.includes(now) &&
		order.indexOf(now) < order.indexOf(practiceFrom)
	);
}
