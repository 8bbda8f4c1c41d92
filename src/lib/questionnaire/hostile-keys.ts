import type { Problem } from '#lib/questionnaire/result.ts';

// These names reach into every object of the language: a file that uses them as keys tries to mislead the program.
const HOSTILE = new Set(['__proto__', 'constructor', 'prototype']);
/** Our files are seven levels deep. */
const DEEPEST = 20;

/**
 * Finds names that no file may use and nesting that no honest file has, before anything else looks at the value.
 * @param raw any value, as it came from a file
 * @returns one problem for each place; nothing when the value is safe to check further
 */
export function findHostileKeys(raw: unknown, path: readonly string[] = []): Problem[] {
	if (typeof raw !== 'object' || raw === null) return [];
	if (path.length >= DEEPEST)
		return [
			{
				path: path.join('.'),
				message: `Brackets stand in each other more than ${DEEPEST} times. Remove what does not belong here.`
			}
		];
	return Object.entries(raw).flatMap(([key, value]) =>
		HOSTILE.has(key)
			? [
					{
						path: [...path, key].join('.'),
						message: `The name "${key}" is not allowed in any file. Use another name.`
					}
				]
			: findHostileKeys(value, [...path, key])
	);
}
