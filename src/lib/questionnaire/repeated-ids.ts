import type { Problem } from '#lib/questionnaire/result.ts';

/**
 * Finds ids that stand more than once in a list.
 * @param ids the list, in file order
 * @param placeOf path of the entry with this index
 */
export function findRepeatedIds(ids: readonly string[], placeOf: (index: number) => string): Problem[] {
	const seen = new Set<string>();
	return ids.flatMap((id, index) => {
		if (seen.has(id))
			return [{ path: placeOf(index), message: `The id "${id}" is used twice. Give each entry its own id.` }];
		seen.add(id);
		return [];
	});
}
