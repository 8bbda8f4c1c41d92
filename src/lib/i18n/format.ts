import type { CalendarDate } from '#lib/assessment/calendar-date.ts';

/** Writes numbers, days and times as a language writes them. */
export interface Format {
	/** A number with at most one decimal. */
	number(value: number): string;
	/** A day in words, such as 21 November 2026. */
	date(date: CalendarDate): string;
	/** A day in short words, such as 21 Nov 2026. */
	shortDate(date: CalendarDate): string;
	/** The day of a moment where the person is, in short words. */
	dayOf(moment: Date): string;
	/** The time of day where the person is, such as 14:02. */
	time(moment: Date): string;
}

/** The formats of a language. */
export function formatFor(language: string): Format {
	// a bare 'en' would write American dates; the texts are in British spelling
	const locale = language === 'en' ? 'en-GB' : language;
	const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
	// calendar dates have no zone: they are read and written as UTC
	const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
	const shortDate = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
	const dayHere = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
	const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
	return {
		number: (value) => number.format(value),
		date: (day) => date.format(new Date(day)),
		shortDate: (day) => shortDate.format(new Date(day)),
		dayOf: (moment) => dayHere.format(moment),
		time: (moment) => time.format(moment)
	};
}
