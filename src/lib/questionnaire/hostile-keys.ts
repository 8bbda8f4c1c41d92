import { brief } from '#lib/questionnaire/brief.ts';
import { DEEPEST, MOST_VALUES } from '#lib/questionnaire/json-amount.ts';
import type { Problem } from '#lib/questionnaire/result.ts';

// These names reach into every object of the language: a file that uses them as keys tries to mislead the program.
const HOSTILE = new Set(['__proto__', 'constructor', 'prototype']);
/** Whoever mends these sees the others next time. */
const MOST_PROBLEMS = 100;

/** A value and where it stands. */
interface Place {
	value: unknown;
	key: string;
	group: Place | undefined;
	depth: number;
}

/**
 * Finds names that no file may use, nesting and amounts that no honest file has, and numbers that JSON cannot write
 * again, before anything else looks at the value. It keeps its own list, so that nesting cannot exhaust the program's.
 * @param raw any value, as it came from a file
 * @returns one problem for each place; nothing when the value is safe to check further
 */
export function findHostileKeys(raw: unknown): Problem[] {
	const problems: Problem[] = [];
	const places: Place[] = [{ value: raw, key: '', group: undefined, depth: 0 }];
	for (let at = 0; at < places.length; at += 1) {
		const place = places[at] as Place;
		const { value, depth } = place;
		const say = (message: string) => problems.push({ path: pathOf(place), message });
		if (problems.length >= MOST_PROBLEMS) return problems;
		if (typeof value === 'number' && !Number.isFinite(value))
			say('This number is too large to be kept. Write a smaller one.');
		if (typeof value !== 'object' || value === null) continue;
		if (depth >= DEEPEST) {
			say(`Brackets stand in each other more than ${DEEPEST} times. Remove what does not belong here.`);
			continue;
		}
		if (HOSTILE.has(place.key)) continue;
		const length = Array.isArray(value) ? value.length : Object.keys(value).length;
		if (places.length + length > MOST_VALUES) {
			say(`The file holds more than ${MOST_VALUES} values. Remove what does not belong here.`);
			return problems;
		}
		for (const [key, inner] of Object.entries(value)) {
			const entry = { value: inner as unknown, key, group: place, depth: depth + 1 };
			places.push(entry);
			if (HOSTILE.has(key))
				problems.push({
					path: pathOf(entry),
					message: `The name "${key}" is not allowed in any file. Use another name.`
				});
		}
	}
	return problems;
}

function pathOf(place: Place): string {
	const keys: string[] = [];
	for (let each = place; each.group; each = each.group) keys.unshift(brief(each.key));
	return keys.join('.');
}
