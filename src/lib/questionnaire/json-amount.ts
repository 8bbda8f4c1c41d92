import type { Problem } from '#lib/questionnaire/result.ts';

/** Our files are nine levels deep. */
export const DEEPEST = 20;
/** Far more than a full assessment with all its dated copies has. Each value costs a phone time. */
export const MOST_VALUES = 150_000;
/** Groups and lists, of which a full file has a quarter as many as values. Each can lack all that belongs in it. */
const MOST_GROUPS = 50_000;

/**
 * Looks through a text that may be JSON for nesting and amounts that no file of this tool has. `JSON.parse` would take
 * them, and an old phone would stand still meanwhile.
 */
export function findExcess(source: string): Problem | undefined {
	let depth = 0;
	let values = 0;
	let groups = 0;
	let isText = false;
	for (let at = 0; at < source.length; at += 1) {
		const sign = source[at];
		if (isText) {
			// what follows a backslash ends nothing
			if (sign === '\\') at += 1;
			else isText = sign !== '"';
			continue;
		}
		if (sign === '"') isText = true;
		else if (sign === '{' || sign === '[') {
			depth += 1;
			groups += 1;
		} else if (sign === '}' || sign === ']') depth -= 1;
		else if (sign === ',') values += 1;
		if (depth > DEEPEST)
			return {
				path: '',
				message: `Brackets stand in each other more than ${DEEPEST} times on line ${lineOf(source, at)}. Remove what does not belong here.`
			};
		if (groups > MOST_GROUPS)
			return {
				path: '',
				message: `The file holds more than ${MOST_GROUPS} groups and lists. Remove what does not belong here.`
			};
		if (values > MOST_VALUES)
			return {
				path: '',
				message: `The file holds more than ${MOST_VALUES} values. Remove what does not belong here.`
			};
	}
	return undefined;
}

function lineOf(source: string, at: number): number {
	return source.slice(0, at).split('\n').length;
}
