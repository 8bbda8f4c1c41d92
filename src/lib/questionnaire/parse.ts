import { parseWith } from '#lib/questionnaire/parse-with.ts';
import { findRepeatedIds } from '#lib/questionnaire/repeated-ids.ts';
import type { Result } from '#lib/questionnaire/result.ts';
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
