import { isCalendarDate, type CalendarDate } from '#lib/assessment/calendar-date.ts';
import type { Assessment } from '#lib/assessment/schema.ts';
import { ownValue } from '#lib/questionnaire/own-value.ts';
import type { Questionnaire } from '#lib/questionnaire/schema.ts';

/** The planned departure, when the questionnaire asks for it and the answer is a day that exists. */
export function departureOf(
	{ profile: questions }: Pick<Questionnaire, 'profile'>,
	{ profile }: Pick<Assessment, 'profile'>
): CalendarDate | undefined {
	const question = questions.find(({ kind }) => kind === 'departure-date');
	const answer = question && ownValue(profile, question.id);
	return typeof answer === 'string' && isCalendarDate(answer) ? answer : undefined;
}
