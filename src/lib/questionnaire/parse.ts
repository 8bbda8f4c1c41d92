import type * as z from 'zod/mini';
import { findHostileKeys } from '#lib/questionnaire/hostile-keys.ts';
import { problemsOfIssue } from '#lib/questionnaire/problem-text.ts';
import { findRepeatedIds } from '#lib/questionnaire/repeated-ids.ts';
import type { Problem, Result } from '#lib/questionnaire/result.ts';
import {
	questionnaireSchema,
	questionnaireTextSchema,
	sourcesSchema,
	type Questionnaire,
	type QuestionnaireText,
	type Source
} from '#lib/questionnaire/schema.ts';
import { findStructureProblems } from '#lib/questionnaire/structure-problems.ts';
import { findTextProblems } from '#lib/questionnaire/text-problems.ts';

/**
 * Three sieves, each needs the one before: names that mislead, the shape, the meaning.
 * All problems of the first sieve that finds any are returned.
 */
function parseWith<Value>(
	raw: unknown,
	schema: z.ZodMiniType<Value>,
	findProblems: (value: Value) => Problem[]
): Result<Value> {
	const hostile = findHostileKeys(raw);
	if (hostile.length > 0) return { ok: false, problems: hostile };
	const parsed = schema.safeParse(raw);
	if (!parsed.success)
		return { ok: false, problems: parsed.error.issues.flatMap((issue) => problemsOfIssue(issue, raw)) };
	const problems = findProblems(parsed.data);
	return problems.length > 0 ? { ok: false, problems } : { ok: true, value: parsed.data };
}

/**
 * Checks the structure of a questionnaire.
 * @param raw content of a `questionnaire.json`, as JSON gave it
 * @returns the questionnaire, or every problem with its place
 */
export function parseQuestionnaire(raw: unknown): Result<Questionnaire> {
	return parseWith(raw, questionnaireSchema, findStructureProblems);
}

/**
 * Checks the texts of one language against the questionnaire they belong to: nothing missing, nothing left over.
 * @param raw content of a text file such as `en.json`
 * @param questionnaire the checked structure
 */
export function parseQuestionnaireText(
	raw: unknown,
	questionnaire: Questionnaire
): Result<QuestionnaireText> {
	return parseWith(raw, questionnaireTextSchema, (text) => findTextProblems(text, questionnaire));
}

/**
 * Checks the list of publications.
 * @param raw content of `sources.json`
 */
export function parseSources(raw: unknown): Result<Source[]> {
	return parseWith(raw, sourcesSchema, (sources) =>
		findRepeatedIds(
			sources.map(({ id }) => id),
			(index) => `${index}.id`
		)
	);
}
