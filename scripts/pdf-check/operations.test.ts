import { describe, expect, it } from 'vitest';
import { readOperations, type Operand } from './operations.ts';

function operandsOf(source: string): Operand[] {
	const [operation, ...rest] = readOperations(Buffer.from(`${source} op`, 'latin1'));
	expect(rest).toEqual([]);
	return operation?.operands ?? [];
}

describe('operands', () => {
	it.each<[string, Operand[]]>([
		['1 -2 +.5 4. 0.25', [1, -2, 0.5, 4, 0.25]],
		['true false null', [true, false, null]],
		['/F1/A#20b', [{ name: 'F1' }, { name: 'A b' }]],
		['<48 65\n6C>', [Buffer.from('Hel')]],
		['<7>', [Buffer.from('p')]],
		['(a (b) c)', [Buffer.from('a (b) c')]],
		['(\\(\\)\\\\\\101\\7\\n\\q)', [Buffer.from('()\\A\x07\nq')]],
		['(one \\\nline)', [Buffer.from('one line')]],
		['[1[2]<</A(b)>>]', [[1, [2], new Map([['A', Buffer.from('b')]])]]],
		['1 % 2 (3\n4', [1, 4]]
	])('%s are read', (source, operands) => {
		expect(operandsOf(source)).toEqual(operands);
	});
});

it('says which operator has which operands', () => {
	expect(readOperations(Buffer.from("q 1 0 0 1 2 3 cm T* (a)' f* Q"))).toEqual([
		{ operator: 'q', operands: [] },
		{ operator: 'cm', operands: [1, 0, 0, 1, 2, 3] },
		{ operator: 'T*', operands: [] },
		{ operator: "'", operands: [Buffer.from('a')] },
		{ operator: 'f*', operands: [] },
		{ operator: 'Q', operands: [] }
	]);
});

describe('content that cannot be read', () => {
	it.each([
		['(open', 'ends within a string'],
		['[1 2', 'ends within an operation'],
		['1 2', 'ends within an operation'],
		['1 >> op', 'closes at byte 2 what is not open'],
		['[1 >> op', 'closes at byte 3 what is not open'],
		['[1 op]', 'has the operator op within a list'],
		['<4G> op', 'has no token at byte 0'],
		['BI /W 1 ID x EI', 'holds an inline image']
	])('%s %s', (source, message) => {
		expect(() => readOperations(Buffer.from(source))).toThrow(message);
	});
});
