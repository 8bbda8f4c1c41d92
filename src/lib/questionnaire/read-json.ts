import { brief } from '#lib/questionnaire/brief.ts';
import { DEEPEST } from '#lib/questionnaire/json-amount.ts';
import { readTokens, type JsonToken } from '#lib/questionnaire/json-tokens.ts';
import type { Problem, Result } from '#lib/questionnaire/result.ts';

/** The value of a JSON text, and on which line each part of it begins. */
export interface JsonDocument {
	value: unknown;
	/** Line (from 1) by dotted path, for example `standards.0.id`. */
	lines: ReadonlyMap<string, number>;
}

/** No questionnaire is a tenth as long. */
const LONGEST = 2_000_000;

type Expected = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end' | 'nothing';

const REMEDY: Readonly<Record<Expected, string>> = {
	value: 'A value is missing here, or it is not written correctly. Texts need straight quotation marks (").',
	'value or end': 'A value is not written correctly. Texts need straight quotation marks (").',
	key: 'A name in straight quotation marks (") is needed here. Perhaps the comma before it is one too many.',
	'key or end': 'A name in straight quotation marks (") is needed here, or the closing bracket.',
	colon: 'A colon (:) is missing between a name and its value.',
	'comma or end': 'A comma is missing before this place, or a bracket is not closed.',
	nothing: 'The content has ended, but more follows. Remove it, or check the brackets before it.'
};

/** An open bracket. */
interface Group {
	closing: '}' | ']';
	path: string;
	/** Line of each name already seen. */
	names: Map<string, number>;
	entries: number;
}

const join = (path: string, name: string | number): string => (path === '' ? `${name}` : `${path}.${name}`);

/** Follows the tokens of one text. It keeps its own stack, so that deep nesting cannot exhaust the program's. */
class Reader {
	readonly lines = new Map<string, number>();
	readonly problems: Problem[] = [];
	expected: Expected = 'value';
	#groups: Group[] = [];
	/** Where the next value belongs. */
	#path = '';

	/** @returns a problem when the text cannot be read beyond this token */
	take(token: JsonToken): Problem | undefined {
		const { kind, written, line } = token;
		const group = this.#groups[this.#groups.length - 1];
		if (kind === 'sign' && written === group?.closing && this.expected.endsWith('end')) {
			this.#groups.pop();
			this.#endValue();
		} else if (kind === 'string' && group !== undefined && this.expected.startsWith('key')) {
			this.#takeName(JSON.parse(written) as string, group, line);
		} else if (written === ':' && this.expected === 'colon') {
			this.expected = 'value';
		} else if (written === ',' && group !== undefined && this.expected === 'comma or end') {
			this.expected = group.closing === '}' ? 'key' : 'value';
		} else if (this.expected.startsWith('value') && (kind !== 'sign' || '{['.includes(written))) {
			if (kind === 'wrong') return this.#refuse(token);
			if (group?.closing === ']') {
				this.#path = join(group.path, group.entries);
				group.entries += 1;
				this.lines.set(this.#path, line);
			}
			if (kind !== 'sign') this.#endValue();
			else if (this.#groups.length === DEEPEST)
				return {
					path: this.#path,
					message: `Brackets stand in each other more than ${DEEPEST} times on line ${line}. Remove what does not belong here.`
				};
			else this.#open(written === '{' ? '}' : ']');
		} else return this.#refuse(token);
		return undefined;
	}

	#refuse({ line, character }: JsonToken): Problem {
		return {
			path: this.#groups[this.#groups.length - 1]?.path ?? '',
			message: `Line ${line}, character ${character}: ${REMEDY[this.expected]}`
		};
	}

	#open(closing: '}' | ']'): void {
		this.#groups.push({ closing, path: this.#path, names: new Map(), entries: 0 });
		this.expected = closing === '}' ? 'key or end' : 'value or end';
	}

	#endValue(): void {
		this.expected = this.#groups.length > 0 ? 'comma or end' : 'nothing';
	}

	#takeName(name: string, group: Group, line: number): void {
		this.#path = join(group.path, brief(name));
		const before = group.names.get(name);
		if (before !== undefined)
			this.problems.push({
				path: this.#path,
				message: `The name "${brief(name)}" stands on line ${before} and again on line ${line}. Keep one of them.`
			});
		group.names.set(name, line);
		this.lines.set(this.#path, line);
		this.expected = 'colon';
	}
}

/**
 * Reads a JSON text more strictly than `JSON.parse`, which tells neither the place of an error nor that a name
 * stands twice in a group.
 * @param source content of a file, at most two million characters
 * @returns the value and its lines, or where the text is wrong and what to do
 */
export function readJson(source: string): Result<JsonDocument> {
	const fail = (...problems: Problem[]): Result<never> => ({ ok: false, problems });
	if (source.trim() === '') return fail({ path: '', message: 'The file is empty. Fill it or remove it.' });
	if (source.length > LONGEST)
		return fail({ path: '', message: `The file is longer than ${LONGEST} characters. Shorten it.` });
	const reader = new Reader();
	for (const token of readTokens(source)) {
		const problem = reader.take(token);
		if (problem !== undefined) return fail(...reader.problems, problem);
	}
	if (reader.expected !== 'nothing')
		return fail(...reader.problems, {
			path: '',
			message: 'The file ends too early: a bracket is still open. Close it, or restore the missing end.'
		});
	if (reader.problems.length > 0) return fail(...reader.problems);
	return { ok: true, value: { value: JSON.parse(source) as unknown, lines: reader.lines } };
}
