import { describe, expect, it } from 'vitest';
import { looksPersonal } from '#lib/assessment/personal-data.ts';

describe('looksPersonal', () => {
	it.each([
		'ask j.doe@example.org',
		'call +254 700 000 000',
		'(020) 7946 0958',
		'0043-1-234567',
		'service number 123456789',
		'née à Genève, tél. 022.123.45.67'
	])('notices %j', (text) => expect(looksPersonal(text)).toBe(true));

	it.each([
		'',
		'Code of conduct, version 3, training office',
		'checked on 2026-11-21',
		'reviewed 12/10/2026 and 1.2.2027',
		'S/RES/2272 (2016), paragraph 9',
		'8 of 10 staff, 24 hours, 12 months',
		'email the list @ noon'
	])('leaves %j alone', (text) => expect(looksPersonal(text)).toBe(false));
});
