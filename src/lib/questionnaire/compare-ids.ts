import { ownValue } from '#lib/questionnaire/own-value.ts';
import type { Problem } from '#lib/questionnaire/result.ts';

/**
 * Compares the ids that need a text with the ids that have one.
 * @param what the kind of thing, for example "level"
 * @param texts what stands in the text file, by id
 * @param path place of the texts in their file
 * @param holder what the things belong to, for the sentence about a text that is left over
 */
export function compareIds(
	what: string,
	needed: readonly string[],
	texts: Readonly<Record<string, unknown>>,
	path: string,
	holder = 'questionnaire'
): Problem[] {
	const ids = new Set(needed);
	return [
		...[...ids]
			.filter((id) => ownValue(texts, id) === undefined)
			.map((id) => ({
				path: `${path}.${id}`,
				message: `The text of the ${what} "${id}" is missing. Add it.`
			})),
		...Object.keys(texts)
			.filter((id) => !ids.has(id))
			.map((id) => ({
				path: `${path}.${id}`,
				message: `The ${holder} has no ${what} "${id}" here. Correct the id or remove this text.`
			}))
	];
}
