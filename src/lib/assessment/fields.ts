import * as z from 'zod/mini';
import { isCalendarDate } from '#lib/assessment/calendar-date.ts';

// What single fields of an assessment may hold.

const WRITE_A_DAY = 'Write a day that exists, such as 2026-03-31.';

/** A day without time or zone, `YYYY-MM-DD`. A text of the wrong form is reported once, so the first check ends it. */
export const calendarDate = z
	.string()
	.check(
		z.regex(/^[12]\d{3}-\d\d-\d\d$/, { abort: true, error: `This is no date. ${WRITE_A_DAY}` }),
		z.refine(isCalendarDate, `This day does not exist. ${WRITE_A_DAY}`)
	);
/** A due date; empty when a person removed it. */
export const dueDate = z.union(
	[calendarDate, z.literal('')],
	`This is no date. ${WRITE_A_DAY} Or leave it empty.`
);
const WRITE_A_MOMENT = 'Write a moment that exists, such as 2026-03-01T09:30:00.000Z.';

/** A moment in UTC, as ISO 8601. */
export const moment = z.string().check(
	z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/, {
		abort: true,
		error: `This is no moment in UTC. ${WRITE_A_MOMENT}`
	}),
	z.refine((text) => !Number.isNaN(Date.parse(text)), `This moment does not exist. ${WRITE_A_MOMENT}`)
);
export const words = z.string().check(z.maxLength(5000));
export const indicatorId = z.string().check(z.maxLength(80));
export const levelId = z.string().check(z.maxLength(60));
export const version = z.string().check(z.minLength(1), z.maxLength(40));
