import type { CalendarDate } from '#lib/assessment/calendar-date.ts';
import type { I18n } from '#lib/i18n/i18n.svelte.ts';

/** Writes a year, a month or a day in words: 2024, December 2024, 19 March 2025. */
export function writePartialDate(date: string, { format, language }: I18n): string {
	if (date.length === 4) return date;
	if (date.length > 7) return format.date(date as CalendarDate);
	const month = new Intl.DateTimeFormat(language.code, { year: 'numeric', month: 'long', timeZone: 'UTC' });
	return month.format(new Date(date));
}
