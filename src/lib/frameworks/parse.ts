import { findFrameworksProblems, findFrameworksTextProblems } from '#lib/frameworks/problems.ts';
import {
	frameworksSchema,
	frameworksTextSchema,
	type Frameworks,
	type FrameworksText
} from '#lib/frameworks/schema.ts';
import { parseWith } from '#lib/questionnaire/parse-with.ts';
import type { Result } from '#lib/questionnaire/result.ts';

/**
 * Checks the list of frameworks and themes.
 * @param raw content of `frameworks.json`, as JSON gave it
 */
export function parseFrameworks(raw: unknown): Result<Frameworks> {
	return parseWith(raw, frameworksSchema, findFrameworksProblems);
}

/**
 * Checks the texts of one language: nothing missing, nothing left over.
 * @param raw content of a file such as `frameworks.en.json`
 * @param frameworks the checked structure
 */
export function parseFrameworksText(raw: unknown, frameworks: Frameworks): Result<FrameworksText> {
	return parseWith(raw, frameworksTextSchema, (text) => findFrameworksTextProblems(text, frameworks));
}
