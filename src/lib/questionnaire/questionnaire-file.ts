import * as z from 'zod/mini';
import { parseQuestionnaire, parseQuestionnaireText, parseSources } from '#lib/questionnaire/parse.ts';
import { parseWith } from '#lib/questionnaire/parse-with.ts';
import type { Problem, Result } from '#lib/questionnaire/result.ts';
import {
	languageCode,
	schemaPlace,
	type Questionnaire,
	type QuestionnaireText,
	type Source
} from '#lib/questionnaire/schema.ts';

// A questionnaire in one file, so that it can be passed on: structure, texts of one language, and perhaps the
// publications that it rests on. questionnaires/README.md says how to make one.

/** How many indicators a questionnaire from elsewhere may have: ten times as many as the longest of the site. */
const MOST_INDICATORS = 1000;

/** A questionnaire that came in a file. */
export interface QuestionnaireFile {
	language: string;
	questionnaire: Questionnaire;
	text: QuestionnaireText;
	/** The publications it names; links lead nowhere else. */
	sources: readonly Source[];
}

const wrapper = z.strictObject({
	$schema: schemaPlace,
	format: z.literal('child-safeguarding-questionnaire'),
	formatVersion: z.literal(1),
	language: languageCode,
	questionnaire: z.unknown(),
	text: z.unknown(),
	sources: z.optional(z.unknown())
});

/**
 * Checks a questionnaire that was packed into one file.
 * @param raw content of the file, as JSON gave it
 * @returns its parts, or every problem with its place
 */
export function parseQuestionnaireFile(raw: unknown): Result<QuestionnaireFile> {
	const foreign = findForeignForm(raw);
	if (foreign !== undefined) return { ok: false, problems: [foreign] };
	const parts = parseWith(raw, wrapper, () => []);
	if (!parts.ok) return parts;
	const { language } = parts.value;
	const tooMany = findTooMany(parts.value.questionnaire);
	if (tooMany !== undefined) return { ok: false, problems: [tooMany] };
	const questionnaire = under('questionnaire', parseQuestionnaire(parts.value.questionnaire));
	if (!questionnaire.ok) return questionnaire;
	const text = under('text', parseQuestionnaireText(parts.value.text, questionnaire.value));
	if (!text.ok) return text;
	if (text.value.language !== language)
		return {
			ok: false,
			problems: [
				{
					path: 'language',
					message: `The texts are in "${text.value.language}". Write the same language here.`
				}
			]
		};
	const sources = under('sources', parseSources(parts.value.sources ?? []));
	if (!sources.ok) return sources;
	return {
		ok: true,
		value: { language, questionnaire: questionnaire.value, text: text.value, sources: sources.value }
	};
}

/**
 * Says of a questionnaire with more indicators than a phone can show at once how many it may have. They are counted
 * before anything else is checked: each may lack all that belongs in it.
 */
export function findTooMany(raw: unknown): Problem | undefined {
	const { length } = listIn(raw, 'standards').flatMap((standard) => listIn(standard, 'indicators'));
	if (length <= MOST_INDICATORS) return undefined;
	return {
		path: 'questionnaire.standards',
		message: `There are ${length} indicators; at most ${MOST_INDICATORS} are possible. Remove some.`
	};
}

function listIn(raw: unknown, name: string): unknown[] {
	const inner = (raw as Readonly<Record<string, unknown>> | null | undefined)?.[name];
	return Array.isArray(inner) ? inner : [];
}

/** What is no packed questionnaire at all gets one sentence instead of a list of fields that differ. */
function findForeignForm(raw: unknown): Problem | undefined {
	const { format, formatVersion, standards } = (raw ?? {}) as Readonly<Record<string, unknown>>;
	if (format !== 'child-safeguarding-questionnaire')
		return { path: 'format', message: 'This is not a questionnaire for this tool. Choose another file.' };
	if (typeof formatVersion === 'number' && formatVersion > 1)
		return {
			path: 'formatVersion',
			message: 'This questionnaire is written for a newer version of this tool. Open it there.'
		};
	if (standards !== undefined)
		return {
			path: 'standards',
			message:
				'This is only the structure of a questionnaire. Pack it into one file with its texts: the guide for questionnaires says how.'
		};
	return undefined;
}

function under<Value>(place: string, result: Result<Value>): Result<Value> {
	if (result.ok) return result;
	return {
		ok: false,
		problems: result.problems.map(({ path, message }) => ({
			path: path === '' ? place : `${place}.${path}`,
			message
		}))
	};
}
