import * as z from 'zod/mini';

// Lists and groups are counted before one of their entries is looked at: to find out of a hundred thousand entries what
// is wrong with each would keep a phone busy for seconds.

/** A list of at most so many entries, and at least so many. */
export function listOf<Entry extends z.ZodMiniType>(entry: Entry, most: number, fewest = 0) {
	const limits = [...(fewest > 0 ? [z.minLength(fewest)] : []), z.maxLength(most)];
	// the second has the limits too, because the JSON Schema is made of it
	return z.pipe(z.array(z.any()).check(...limits), z.array(entry).check(...limits));
}

/**
 * A group with at most so many names.
 * @param entries what the names stand for, as a sentence calls them
 */
export function groupOf<Name extends z.ZodMiniType<string, string>, Value extends z.ZodMiniType>(
	name: Name,
	value: Value,
	most: number,
	entries: string
) {
	const areFew = (group: object): boolean => Object.keys(group).length <= most;
	const counted = z
		.record(z.string(), z.any())
		.check(z.refine(areFew, `Here are more than ${most} ${entries}. Remove some.`));
	return z.pipe(counted, z.record(name, value).check(z.meta({ maxProperties: most })));
}
