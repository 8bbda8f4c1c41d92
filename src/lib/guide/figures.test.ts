import { describe, expect, it } from 'vitest';
import { boundsOf, sourcesOf, splitOf } from '#lib/guide/figures.ts';

const reported = { status: 'reported' as const, sources: ['a'] };

it('takes the lowest and the highest value that any source gives', () => {
	const readings = [
		{ values: [52], sources: ['a'] },
		{ values: [51, 53], sources: ['b'] }
	];
	expect(boundsOf({ year: 2014, status: 'reported', readings })).toEqual({ low: 51, high: 53 });
});

describe('people of a year', () => {
	it('stand as the source has them', () => {
		expect(splitOf({ year: 2024, ...reported, total: 125, adults: 98, children: 27 })).toEqual({
			children: 27,
			adults: 98,
			workedOut: 'none'
		});
	});

	it('are what remains where only the children are given', () => {
		expect(splitOf({ year: 2022, ...reported, total: 147, children: 35 })).toEqual({
			children: 35,
			adults: 112,
			workedOut: 'adults'
		});
	});

	it('are rounded where only shares are given, and still add up', () => {
		expect(splitOf({ year: 2018, ...reported, total: 94, childrenPercent: 17, adultsPercent: 83 })).toEqual({
			children: 16,
			adults: 78,
			workedOut: 'both'
		});
	});
});

it('names each source of a figure once', () => {
	const years = [
		{ year: 2013, status: 'reported' as const, readings: [{ values: [66], sources: ['a', 'b'] }] },
		{ year: 2014, status: 'reported' as const, readings: [{ values: [51], sources: ['b', 'c'] }] }
	];
	expect(
		sourcesOf({ id: 'x', kind: 'series', unit: 'allegations', status: 'reported', asAt: '2014', years })
	).toEqual(['a', 'b', 'c']);
});
