import type * as z from 'zod/mini';
import { findHostileKeys } from '#lib/questionnaire/hostile-keys.ts';
import { problemsOfIssues } from '#lib/questionnaire/problem-text.ts';
import type { Problem, Result } from '#lib/questionnaire/result.ts';

/**
 * Three sieves, each needs the one before: names that mislead, the shape, the meaning.
 * @returns the value, or all problems of the first sieve that finds any
 */
export function parseWith<Value>(
	raw: unknown,
	schema: z.ZodMiniType<Value>,
	findProblems: (value: Value) => Problem[]
): Result<Value> {
	const hostile = findHostileKeys(raw);
	if (hostile.length > 0) return { ok: false, problems: hostile };
	const parsed = schema.safeParse(raw);
	if (!parsed.success) return { ok: false, problems: problemsOfIssues(parsed.error.issues, raw) };
	const problems = findProblems(parsed.data);
	return problems.length > 0 ? { ok: false, problems } : { ok: true, value: parsed.data };
}
