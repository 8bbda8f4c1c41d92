import { ownValue } from '#lib/questionnaire/own-value.ts';
import type { Condition, Indicator, ProfileQuestion, Questionnaire } from '#lib/questionnaire/schema.ts';

/** Answers to the profile questions, by question id: `yes`, `no`, an option, several options or a calendar date. */
export type Profile = Readonly<Record<string, string | readonly string[]>>;

/** The options chosen for a profile question; none when it has no answer. */
export function chosenOptions(profile: Profile, question: string): readonly string[] {
	const answer = ownValue(profile, question) ?? [];
	return typeof answer === 'string' ? [answer].filter(Boolean) : answer;
}

/** The options that a profile question offers; none for a day. */
export function optionsOf({ kind, options }: Pick<ProfileQuestion, 'kind' | 'options'>): readonly string[] {
	return options ?? (kind === 'yes-no' ? ['yes', 'no'] : []);
}

/**
 * The conditions of an indicator that a profile does not meet. A profile question without an answer meets every
 * condition and keeps the indicator in scope (scoring specification, "Inputs"). So does an option that the
 * questionnaire does not offer, as a file may hold one: nobody knows what it leaves out.
 */
export function unmetConditions(
	{ appliesIf = [] }: Pick<Indicator, 'appliesIf'>,
	{ profile: questions }: Pick<Questionnaire, 'profile'>,
	profile: Profile
): Condition[] {
	return appliesIf.filter(({ question, is }) => {
		const chosen = chosenOptions(profile, question);
		const asked = questions.find(({ id }) => id === question);
		const offered = asked ? optionsOf(asked) : [];
		return chosen.length > 0 && chosen.every((option) => offered.includes(option) && !is.includes(option));
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
