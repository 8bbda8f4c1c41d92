import type { Assessment } from '#lib/assessment/schema.ts';
import { scopeOf, type Scoping } from '#lib/assessment/scope.ts';
import { chosenOptions } from '#lib/questionnaire/conditions.ts';
import { indicatorsOf } from '#lib/questionnaire/indicators-of.ts';
import type { Questionnaire } from '#lib/questionnaire/schema.ts';

/** An answer to a profile question: `yes`, `no`, an option, several options or a day; undefined: none. */
export type ProfileAnswer = string | readonly string[] | undefined;

/** The assessment with one profile question answered; an empty answer takes the answer back. All else stays. */
export function answerProfile<Record extends Pick<Assessment, 'profile'>>(
	assessment: Record,
	question: string,
	answer: ProfileAnswer
): Record {
	const profile = { ...assessment.profile };
	if (answer === undefined || answer.length === 0) delete profile[question];
	else profile[question] = typeof answer === 'string' ? answer : [...answer];
	return { ...assessment, profile };
}

/** How many profile questions have an answer. */
export function countProfileAnswers(
	{ profile: questions }: Pick<Questionnaire, 'profile'>,
	{ profile }: Pick<Assessment, 'profile'>
): number {
	return questions.filter(({ id }) => chosenOptions(profile, id).length > 0).length;
}

/** How many indicators a form and a profile ask. */
export function countAsked(questionnaire: Questionnaire, scoping: Scoping): number {
	const scope = scopeOf(questionnaire, scoping);
	return indicatorsOf(questionnaire.standards).filter((indicator) => scope(indicator) === 'in-scope').length;
}

/** Whether the profile is about a deployment: then it asks for the day of departure. */
export function isAboutDeployment({ profile }: Pick<Questionnaire, 'profile'>): boolean {
	return profile.some(({ kind }) => kind === 'departure-date');
}
