import type { CalendarDate } from '#lib/assessment/calendar-date.ts';

// The only place where time and chance enter. Everything below gets them as values.

/** The day here and now. */
export function today(moment = new Date()): CalendarDate {
	const two = (value: number) => String(value).padStart(2, '0');
	return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/** This moment in UTC, as ISO 8601. */
export function now(): string {
	return new Date().toISOString();
}

/** A random id, unique on the device. (`crypto.randomUUID` is missing in older browsers.) */
export function newId(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(12));
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
