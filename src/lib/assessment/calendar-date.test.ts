import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, isCalendarDate } from '#lib/assessment/calendar-date.ts';

describe('addDays', () => {
	it.each([
		['2026-01-31', 1, '2026-02-01'],
		['2026-02-28', 1, '2026-03-01'],
		['2028-02-28', 1, '2028-02-29'], // leap year
		['2028-02-29', 365, '2029-02-28'],
		['2100-02-28', 1, '2100-03-01'], // a century without leap day
		['2026-12-31', 1, '2027-01-01'],
		['2026-01-01', -1, '2025-12-31'],
		['2026-03-29', 1, '2026-03-30'], // clocks change in Europe on this night
		['2026-03-01', 0, '2026-03-01']
	])('%s and %i days is %s', (date, days, expected) => {
		expect(addDays(date, days)).toBe(expected);
	});
});

describe('daysBetween', () => {
	it.each([
		['2026-03-01', '2026-03-31', 30],
		['2028-02-01', '2028-03-01', 29],
		['2026-03-31', '2026-03-01', -30],
		['2026-03-01', '2026-03-01', 0]
	])('from %s to %s are %i days', (from, to, days) => {
		expect(daysBetween(from, to)).toBe(days);
	});
});

describe('isCalendarDate', () => {
	it.each(['2026-02-28', '2028-02-29', '2000-02-29', '1000-01-01', '2999-12-31'])('accepts %s', (text) => {
		expect(isCalendarDate(text)).toBe(true);
	});

	it.each([
		['2026-02-29', 'no leap year'],
		['2026-02-30', 'no such day'],
		['2026-13-01', 'no such month'],
		['2026-00-10', 'no month nought'],
		['2026-01-00', 'no day nought'],
		['2026-1-1', 'digits missing'],
		['0999-01-01', 'too early'],
		['3000-01-01', 'too late: counting on could leave four digits'],
		['2026-01-01T00:00', 'a time'],
		[' 2026-01-01', 'a blank'],
		['', 'empty']
	])('refuses %s (%s)', (text) => {
		expect(isCalendarDate(text)).toBe(false);
	});
});
