import { describe, expect, it } from 'vitest';
import type { Priority } from '#lib/assessment/gaps.ts';
import { departureCountedFrom, suggestDueDate } from '#lib/plan/due-date.ts';
import { shippedQuestionnaire } from '../../../tests/unit/shipped-questionnaire.ts';

const gap = (priority: Priority, due?: string, isBlockedGate = false) => ({ priority, due, isBlockedGate });

describe('without a departure', () => {
	it.each([
		['now', '2026-03-01', '2026-03-31'], // + 30 days
		['next', '2026-03-01', '2026-05-30'], // + 90: March has 30 left, April 30, May 30
		['later', '2026-03-01', '2026-08-28'], // + 180
		['now', '2026-01-31', '2026-03-02'], // over a February of 28 days
		['now', '2028-01-31', '2028-03-01'], // over a February of 29 days
		['now', '2028-01-30', '2028-02-29'],
		['now', '2026-12-15', '2027-01-14']
	] as const)('%s from %s is due on %s', (priority, assessedOn, expected) => {
		expect(suggestDueDate(gap(priority), { assessedOn, departure: undefined })).toBe(expected);
	});

	it.each([undefined, '', 'soon', '2026-02-30'])('due codes do not count (departure %j)', (departure) => {
		for (const blocked of [true, false]) {
			expect(suggestDueDate(gap('next', 'D0', blocked), { assessedOn: '2026-03-01', departure })).toBe(
				'2026-05-30'
			);
		}
	});
});

describe('with a departure', () => {
	it.each([
		['D0', '2026-06-10', '2026-06-09'], // the day before
		['D0', '2026-03-01', '2026-02-28'],
		['D0', '2028-03-01', '2028-02-29'],
		['D+1', '2026-06-10', '2026-06-11'],
		['D+7', '2026-06-28', '2026-07-05'],
		['D+30', '2028-01-30', '2028-02-29'],
		['D+365', '2026-06-10', '2027-06-10']
	])('%s of %s is %s', (due, departure, expected) => {
		expect(suggestDueDate(gap('later', due), { assessedOn: '2026-01-01', departure })).toBe(expected);
	});

	it('an action without a code follows its priority, also beyond the departure', () => {
		const dates = { assessedOn: '2026-03-01', departure: '2026-03-10' };
		expect(suggestDueDate(gap('later'), dates)).toBe('2026-08-28');
	});
});

describe('a blocked gate', () => {
	it.each([
		['whatever its code says', 'D+7', '2026-06-10', '2026-06-09'],
		['with a code for that day', 'D0', '2026-06-10', '2026-06-09'],
		['without a code, when 30 days end later', undefined, '2026-03-20', '2026-03-19'],
		['without a code, when 30 days end on the departure', undefined, '2026-03-31', '2026-03-30']
	])('is due the day before departure %s', (_name, due, departure, expected) => {
		expect(suggestDueDate(gap('now', due, true), { assessedOn: '2026-03-01', departure })).toBe(expected);
	});

	it('is due earlier when its priority says so', () => {
		const dates = { assessedOn: '2026-03-01', departure: '2026-06-10' };
		expect(suggestDueDate(gap('now', undefined, true), dates)).toBe('2026-03-31');
	});
});

describe('the departure that dates are counted from', () => {
	const departs = { profile: { departure: '2026-06-10' } };

	it.each([
		['deployment', departs, '2026-06-10'],
		['deployment', { profile: {} }, undefined],
		// asks for the departure, but nothing in it is due by that day
		['peacekeeping', departs, undefined],
		['icss', departs, undefined]
	])('in %s with %j is %s', (id, assessment, expected) => {
		expect(departureCountedFrom(shippedQuestionnaire(id).questionnaire, assessment)).toBe(expected);
	});
});
