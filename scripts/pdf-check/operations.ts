/** A name such as `/F1`, without its slash. */
interface Name {
	name: string;
}

export type Operand = number | boolean | null | Uint8Array | Name | Operand[] | Map<string, Operand>;

/** An operator of a content stream or a character map, with the operands that stand before it. */
export interface Operation {
	operator: string;
	operands: Operand[];
}

const TOKEN =
	/[\0\t\n\f\r ]+|%[^\r\n]*|\/(?<name>[^\0\t\n\f\r ()<>[\]{}/%]*)|<(?<hex>[\dA-Fa-f\0\t\n\f\r ]*)>|(?<text>\()|(?<open><<|\[)|(?<close>>>|\])|(?<word>[^\0\t\n\f\r ()<>[\]{}/%]+)/y;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)$/;
const WORDS = new Map<string, Operand>([
	['true', true],
	['false', false],
	['null', null]
]);

/**
 * Cuts a content stream into its operations; a ToUnicode map has the same syntax. Throws a sentence when it cannot:
 * inline images too, because their bytes have no syntax.
 */
export function readOperations(bytes: Uint8Array): Operation[] {
	const source = Buffer.from(bytes).toString('latin1');
	const operations: Operation[] = [];
	let operands: Operand[] = [];
	const outer: { closedBy: string; operands: Operand[] }[] = [];

	for (let at = 0; at < source.length; at = TOKEN.lastIndex) {
		TOKEN.lastIndex = at;
		const token = TOKEN.exec(source)?.groups;
		if (token === undefined) throw new Error(`has no token at byte ${at}`);
		const { name, hex, text, open, close, word } = token;
		if (name !== undefined) operands.push({ name: unescapeName(name) });
		else if (hex !== undefined) operands.push(hexBytes(hex));
		else if (text !== undefined) {
			const { value, end } = readText(source, TOKEN.lastIndex);
			operands.push(value);
			TOKEN.lastIndex = end;
		} else if (open !== undefined) {
			outer.push({ closedBy: open === '[' ? ']' : '>>', operands });
			operands = [];
		} else if (close !== undefined) {
			const around = outer.pop();
			if (around?.closedBy !== close) throw new Error(`closes at byte ${at} what is not open`);
			around.operands.push(close === ']' ? operands : dictionary(operands));
			operands = around.operands;
		} else if (word !== undefined) {
			const value = NUMBER.test(word) ? Number(word) : WORDS.get(word);
			if (value !== undefined) operands.push(value);
			else if (word === 'BI') throw new Error('holds an inline image');
			else {
				if (outer.length > 0) throw new Error(`has the operator ${word} within a list`);
				operations.push({ operator: word, operands });
				operands = [];
			}
		}
	}
	if (outer.length > 0 || operands.length > 0) throw new Error('ends within an operation');
	return operations;
}

function dictionary(operands: readonly Operand[]): Map<string, Operand> {
	const found = new Map<string, Operand>();
	for (let i = 0; i + 1 < operands.length; i += 2) {
		const key = nameOf(operands[i]);
		if (key !== undefined) found.set(key, operands[i + 1] as Operand);
	}
	return found;
}

export function nameOf(operand: Operand | undefined): string | undefined {
	return operand !== null && typeof operand === 'object' && 'name' in operand ? operand.name : undefined;
}

function unescapeName(name: string): string {
	return name.replace(/#([\dA-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function hexBytes(hex: string): Uint8Array {
	const digits = hex.replace(/[^\dA-Fa-f]/g, '');
	return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
}

const ESCAPES = new Map([
	['n', '\n'],
	['r', '\r'],
	['t', '\t'],
	['b', '\b'],
	['f', '\f']
]);

/** A string in parentheses, from the character after the first one. */
function readText(source: string, start: number): { value: Uint8Array; end: number } {
	const part = /\\(?<octal>[0-7]{1,3})|\\(?<lineEnd>\r\n?|\n)|\\(?<escaped>[^])|(?<plain>[^])/y;
	part.lastIndex = start;
	let value = '';
	for (let depth = 1; ;) {
		const found = part.exec(source)?.groups;
		if (found === undefined) throw new Error('ends within a string');
		const { octal, lineEnd, escaped, plain } = found;
		if (plain === '(') depth++;
		if (plain === ')' && --depth === 0) break;
		if (octal !== undefined) value += String.fromCharCode(parseInt(octal, 8) & 255);
		else if (lineEnd === undefined) value += plain ?? ESCAPES.get(escaped ?? '') ?? escaped ?? '';
	}
	return { value: Buffer.from(value, 'latin1'), end: part.lastIndex };
}
