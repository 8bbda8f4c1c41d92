/** A day without time or zone, `YYYY-MM-DD`. Compares correctly as text. */
export type CalendarDate = string;

/**
 * The day a number of days after (or, if negative, before) another.
 * @param days whole days
 */
export function addDays(date: CalendarDate, days: number): CalendarDate {
	const [year, month, day] = date.split('-').map(Number) as [number, number, number];
	return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative when `to` lies before `from`. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
	return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/**
 * Whether a text is a day that exists (not 30 February) in the years 1000 to 2999: counting on from there
 * always leaves four digits, which comparing as text relies on.
 */
export function isCalendarDate(text: string): text is CalendarDate {
	return /^[12]\d{3}-\d\d-\d\d$/.test(text) && addDays(text, 0) === text;
}
