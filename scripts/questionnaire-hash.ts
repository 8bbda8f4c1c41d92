import { createHash } from 'node:crypto';

/**
 * Names the content of a questionnaire: two with the same hash ask the same in the same words. How it is made stands in
 * static/schema/README.md, so that anybody can check it.
 * @param structure content of `questionnaire.json`
 * @param text content of the English texts beside it
 * @returns `sha256-` and 64 hexadecimal digits
 */
export function hashQuestionnaire(structure: unknown, text: unknown): string {
	return `sha256-${createHash('sha256')
		.update(canonicalJson([structure, text]), 'utf8')
		.digest('hex')}`;
}

/** JSON without white space, the names of each group in the order of their code units. */
function canonicalJson(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
	return `{${fields.map(([name, each]) => `${JSON.stringify(name)}:${canonicalJson(each)}`).join(',')}}`;
}
