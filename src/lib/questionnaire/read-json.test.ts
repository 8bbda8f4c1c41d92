import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJson } from '#lib/questionnaire/read-json.ts';

const canParse = (text: string): boolean => {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
};

describe('agrees with JSON.parse', () => {
	test('on what JSON.stringify writes', () => {
		fc.assert(
			fc.property(fc.jsonValue({ maxDepth: 8 }), fc.nat(3), (value, indent) => {
				const text = JSON.stringify(value, null, indent);
				const result = readJson(text);
				expect(result).toMatchObject({ ok: true });
				expect(result.ok && result.value.value).toEqual(JSON.parse(text));
			})
		);
	});

	test('on what it refuses', () => {
		const pieces = [
			'{',
			'}',
			'[',
			']',
			',',
			':',
			'"a"',
			'"b"',
			'1',
			'-0.5e3',
			'01',
			'true',
			'nul',
			' ',
			'\n',
			'"'
		];
		const text = fc.array(fc.constantFrom(...pieces), { maxLength: 9 }).map((parts) => parts.join(''));
		fc.assert(
			fc.property(text, (source) => {
				const result = readJson(source);
				const isRepeated =
					!result.ok && result.problems.every(({ message }) => message.includes('and again on'));
				expect(result.ok || isRepeated).toBe(canParse(source));
			}),
			{ numRuns: 3000 }
		);
	});
});

test('knows the line of every part', () => {
	const result = readJson('{\n"a": [\n1,\n{"b.c": 2}],\r\n"d": 3}');
	expect(result.ok && Object.fromEntries(result.value.lines)).toEqual({
		a: 2,
		'a.0': 3,
		'a.1': 4,
		'a.1.b.c': 4,
		d: 5
	});
});

const VALUE =
	'A value is missing here, or it is not written correctly. Texts need straight quotation marks (").';
const KEY =
	'A name in straight quotation marks (") is needed here. Perhaps the comma before it is one too many.';
const COMMA = 'A comma is missing before this place, or a bracket is not closed.';
const OPEN = 'The file ends too early: a bracket is still open. Close it, or restore the missing end.';

test.each([
	['comma missing', '{\n\t"a": 1\n\t"b": 2\n}', '', `Line 3, character 2: ${COMMA}`],
	['comma too many in a group', '{"a": {"b": 1,}}', 'a', `Line 1, character 15: ${KEY}`],
	['comma too many in a list', '[1, ]', '', `Line 1, character 5: ${VALUE}`],
	['curly quotation marks', '{"a": “b”}', '', `Line 1, character 7: ${VALUE}`],
	['quotation mark missing', '{"a": "b\n}', '', `Line 1, character 7: ${VALUE}`],
	[
		'colon missing',
		'{"a" 1}',
		'',
		'Line 1, character 6: A colon (:) is missing between a name and its value.'
	],
	[
		'name without quotation marks',
		'{a: 1}',
		'',
		'Line 1, character 2: A name in straight quotation marks (") is needed here, or the closing bracket.'
	],
	['bracket open', '{"a": [1, 2', '', OPEN],
	['wrong bracket', '[1}', '', `Line 1, character 3: ${COMMA}`],
	[
		'more than one value',
		'{} {}',
		'',
		'Line 1, character 4: The content has ended, but more follows. Remove it, or check the brackets before it.'
	],
	[
		'name twice in a group',
		'{"a": {"b": 1,\n"b": 2}}',
		'a.b',
		'The name "b" stands on line 1 and again on line 2. Keep one of them.'
	],
	[
		'absurd depth',
		'['.repeat(100_000),
		Array(20).fill('0').join('.'),
		'Brackets stand in each other more than 20 times on line 1. Remove what does not belong here.'
	]
])('says what is wrong: %s', (_, source, path, message) => {
	expect(readJson(source)).toEqual({ ok: false, problems: [{ path, message }] });
});

test('the same name in two groups is allowed', () => {
	expect(readJson('[{"a": 1}, {"a": 2}]')).toMatchObject({ ok: true });
});
