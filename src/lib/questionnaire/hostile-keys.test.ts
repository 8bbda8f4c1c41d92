import { describe, expect, it } from 'vitest';
import { findHostileKeys } from '#lib/questionnaire/hostile-keys.ts';

const pathsOf = (json: string) => findHostileKeys(JSON.parse(json)).map(({ path }) => path);

/** Lists in each other, without a call for each. */
function nested(depth: number): unknown {
	let value: unknown = 0;
	for (let level = 0; level < depth; level += 1) value = [value];
	return value;
}

describe('names that mislead', () => {
	it('are found wherever they stand, one problem for each', () => {
		expect(pathsOf('{"a":[{"__proto__":1}],"constructor":{"prototype":{}},"b":{"prototype":0}}')).toEqual([
			'constructor',
			'b.prototype',
			'a.0.__proto__'
		]);
	});

	it('are no values', () => {
		expect(pathsOf('{"a":["__proto__","constructor"]}')).toEqual([]);
	});

	it('end the search when there are many: the others come next time', () => {
		const bad = Array.from({ length: 1000 }, () => '{"constructor":1}').join();
		expect(pathsOf(`[${bad}]`)).toHaveLength(100);
	});

	it('have a place that can be read, however long the names before them are', () => {
		const [path = ''] = pathsOf(`{"${'x'.repeat(1_000_000)}":{"constructor":1}}`);
		expect(path).toMatch(/^x{100}….constructor$/);
	});
});

describe('what no honest file has', () => {
	it('is nesting beyond twenty, at any depth that JSON can give', () => {
		expect(findHostileKeys(nested(20))).toEqual([]);
		expect(findHostileKeys(nested(21))).toHaveLength(1);
		expect(findHostileKeys(nested(1_000_000))).toHaveLength(1);
	});

	it('is a number that JSON cannot write again', () => {
		expect(pathsOf('{"a":[1e999,-1e999,1e308]}')).toEqual(['a.0', 'a.1']);
	});

	it('is more values than a phone can check', () => {
		expect(findHostileKeys(Array.from({ length: 149_000 }, () => 0))).toEqual([]);
		expect(findHostileKeys({ a: Array.from({ length: 151_000 }, () => 0) })).toMatchObject([{ path: 'a' }]);
	});
});
