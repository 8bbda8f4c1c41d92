import { describe, expect, it } from 'vitest';
import { countAnswersAtRisk } from '#lib/assessment/file-due.ts';
import type { Answer } from '#lib/assessment/schema.ts';

const at = (day: number, hour = 12) => `2026-11-${day}T${hour}:00:00.000Z`;
const answers = (count: number, changedAt: string): Record<string, Answer> =>
	Object.fromEntries(
		Array.from({ length: count }, (_, index) => [`q.${index}`, { level: 'in-place', changedAt }])
	);

describe('a person hears of answers that are in no file', () => {
	it.each([
		['twenty of them', answers(20, at(21)), undefined, at(21), 20],
		['fewer, on the same day', answers(19, at(21)), undefined, at(21, 23), 0],
		['fewer, a day after the first', answers(3, at(21)), undefined, at(22), 3],
		['none', {}, undefined, at(29), 0],
		['fewer since a file of that day', answers(3, at(21, 13)), at(21), at(22, 11), 0],
		['fewer since a file that is a day old', answers(3, at(21, 13)), at(21), at(22), 3],
		['none since a file that is old', answers(30, at(20)), at(21), at(29), 0],
		['without a time, in no file', { 'q.1': { level: 'in-place' } }, undefined, at(29), 0]
	])('%s', (_what, given, savedAt, moment, count) => {
		const lastFile = savedAt === undefined ? {} : { lastFile: { savedAt, isChecked: true } };
		expect(countAnswersAtRisk({ answers: given, ...lastFile }, moment)).toBe(count);
	});
});
