import { expect, it } from 'vitest';
import { findFewItems } from '#lib/assessment/few-items.ts';

it.each([
	['fewer than five beside twice as many', [3, 20, 42, 6], [3]],
	['exactly twice as many', [4, 8], [4]],
	['not twice as many', [4, 7], []],
	['five are not few', [5, 40], []],
	['several', [1, 2, 4, 9], [1, 2, 4]],
	['few in all alike', [3, 3, 4, 4], []],
	['nothing in scope counts for nothing', [0, 6], []],
	['no standard', [], []]
])('%s: of %j these: %j', (_name, inScope, expected) => {
	const standards = inScope.map((each, index) => ({ id: `s${index}`, inScope: each }));
	expect(findFewItems(standards).map((each) => each.inScope)).toEqual(expected);
});
