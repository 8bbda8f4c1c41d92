import { describe, expect, test } from 'vitest';
import { hasUnreadDeadline, needsTextCheck } from '#lib/questionnaire/basis.ts';
import type { Basis, Deadline, Reference } from '#lib/questionnaire/schema.ts';

const reference = (strength: Reference['strength'], verified: boolean): Reference => ({
	source: 'source',
	strength,
	verified
});

describe('needsTextCheck', () => {
	test.each<[Basis | undefined, Reference[], boolean]>([
		['binding', [], true],
		['policy', [], true],
		['binding', [reference('primary', false)], true],
		['policy', [reference('supporting', true)], true],
		['policy', [reference('primary', false), reference('supporting', true)], true],
		['binding', [reference('primary', true)], false],
		['policy', [reference('primary', false), reference('primary', true)], false],
		['good-practice', [reference('primary', false)], false],
		[undefined, [], false]
	])('%s with %j: %s', (basis, references, expected) => {
		expect(needsTextCheck({ basis, references } as Parameters<typeof needsTextCheck>[0])).toBe(expected);
	});
});

describe('hasUnreadDeadline', () => {
	const deadline = (id: string, verified: boolean): Deadline => ({
		id,
		amount: 5,
		unit: 'days',
		limit: 'target',
		source: 'source',
		verified
	});
	const questionnaire = { deadlines: [deadline('read', true), deadline('unread', false)] };

	test.each([
		[['read'], false],
		[['unread'], true],
		[['read', 'unread'], true],
		[['unknown'], false]
	])('%j: %s', (deadlines, expected) => {
		expect(hasUnreadDeadline({ deadlines }, questionnaire)).toBe(expected);
	});

	test('no time limit named, or none in the questionnaire', () => {
		expect(hasUnreadDeadline({}, questionnaire)).toBe(false);
		expect(hasUnreadDeadline({ deadlines: ['unread'] }, {})).toBe(false);
	});
});
