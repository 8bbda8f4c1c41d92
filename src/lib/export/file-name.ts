import type { CalendarDate } from '#lib/assessment/calendar-date.ts';

// Names of saved files: neutral, since a download list is seen by whoever uses the computer next. They hold no word
// that a person typed and match [a-z0-9-]{1,64}(\.safeguarding)?\.(pdf|csv|json).

/** Name of the report saved on a day. */
export function reportFileName(day: CalendarDate): string {
	return `child-safeguarding-action-plan-${day}.pdf`;
}

/** Name of the plan as a table, saved on a day. */
export function planFileName(day: CalendarDate): string {
	return `child-safeguarding-action-plan-${day}.csv`;
}

/** Name of the assessment saved on a day. */
export function assessmentFileName(day: CalendarDate): string {
	return `child-safeguarding-assessment-${day}.safeguarding.json`;
}

/** Name of something kept on the device that could not be opened, saved on a day. */
export function unreadableFileName(day: CalendarDate): string {
	return `child-safeguarding-unreadable-${day}.json`;
}
