import { addDays, isCalendarDate, type CalendarDate } from '#lib/assessment/calendar-date.ts';
import { departureOf } from '#lib/assessment/departure.ts';
import type { Priority } from '#lib/assessment/gaps.ts';
import type { Assessment } from '#lib/assessment/schema.ts';
import { indicatorsOf } from '#lib/questionnaire/indicators-of.ts';
import type { Questionnaire } from '#lib/questionnaire/schema.ts';

/** Days from the assessment to the suggested due date (scoring specification, "Drafting the plan"). */
const DAYS_BY_PRIORITY: Readonly<Record<Priority, number>> = { now: 30, next: 90, later: 180 };

/** The days that due dates are counted from. `departure` counts only when it is a day that exists. */
export interface PlanDates {
	assessedOn: CalendarDate;
	departure: string | undefined;
}

/**
 * The suggested due date of a gap's action.
 * @param due the indicator's due code: `D0` the day before departure, `D+n` n days after it
 */
export function suggestDueDate(
	gap: { priority: Priority; isBlockedGate: boolean; due: string | undefined },
	{ assessedOn, departure }: PlanDates
): CalendarDate {
	const byPriority = addDays(assessedOn, DAYS_BY_PRIORITY[gap.priority]);
	if (departure === undefined || !isCalendarDate(departure)) return byPriority;
	const dayBefore = addDays(departure, -1);
	const byCode = (code: string) => (code === 'D0' ? dayBefore : addDays(departure, Number(code.slice(2))));
	const date = gap.due === undefined ? byPriority : byCode(gap.due);
	return gap.isBlockedGate && dayBefore < date ? dayBefore : date;
}

/** The departure that suggested dates are counted from; absent where no indicator is due by it. */
export function departureCountedFrom(
	questionnaire: Pick<Questionnaire, 'profile' | 'standards'>,
	assessment: Pick<Assessment, 'profile'>
): CalendarDate | undefined {
	const indicators = indicatorsOf(questionnaire.standards);
	return indicators.some(({ due }) => due !== undefined) ? departureOf(questionnaire, assessment) : undefined;
}
