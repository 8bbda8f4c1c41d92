import { expect, test } from 'vitest';
import { findUncovered } from '#lib/frameworks/coverage.ts';
import type { Theme } from '#lib/frameworks/schema.ts';

const theme = (id: string, ...items: Theme['items']): Theme => ({
	id,
	verified: false,
	indicators: ['x.a.1'],
	items
});
const themes = [
	theme('full', { framework: 'charter', item: 'first' }),
	theme('thin', { framework: 'charter', item: 'first', weak: true }),
	theme(
		'thin-and-full',
		{ framework: 'charter', item: 'first', weak: true },
		{ framework: 'charter', item: 'second' }
	),
	theme('elsewhere', { framework: 'other', item: 'first' }),
	theme('nowhere')
];
const frameworks = { frameworks: [], themes };
const idsOf = (found: Theme[]) => found.map(({ id }) => id);

test('names the themes a framework has no match for, and those it covers in small part', () => {
	const { unmatched, weak } = findUncovered(frameworks, 'charter');
	expect(idsOf(unmatched)).toEqual(['elsewhere', 'nowhere']);
	expect(idsOf(weak)).toEqual(['thin']);
});
