import { FILE_FORMAT_VERSION, migrateAssessment } from '#lib/assessment/migrate.ts';
import { assessmentSchema, type AssessmentFile } from '#lib/assessment/schema.ts';
import { findHostileKeys } from '#lib/questionnaire/hostile-keys.ts';
import { problemsOfIssues } from '#lib/questionnaire/problem-text.ts';
import { findTooMany } from '#lib/questionnaire/questionnaire-file.ts';
import { findStructureProblems } from '#lib/questionnaire/structure-problems.ts';
import { findTextProblems } from '#lib/questionnaire/text-problems.ts';
import type { Problem, Result } from '#lib/questionnaire/result.ts';

/**
 * Checks the content of an assessment file, or of a record the device kept. What an older version wrote is brought
 * to today's form first. Fields that this version does not
 * know are kept; nothing is filled in (see `completeAssessment`) and no answer is compared with a questionnaire.
 * @param raw content of the file, as JSON gave it
 * @returns the assessment, or every problem with its place
 */
export function parseAssessment(raw: unknown): Result<AssessmentFile> {
	const hostile = findHostileKeys(raw);
	if (hostile.length > 0) return { ok: false, problems: hostile };
	const foreign = findForeignFormat(raw);
	if (foreign !== undefined) return { ok: false, problems: [foreign] };
	const migrated = migrateAssessment(raw) as Readonly<Record<string, unknown>>;
	const tooMany = findTooManyOwn(migrated['ownQuestionnaire']);
	if (tooMany !== undefined) return { ok: false, problems: [tooMany] };
	const parsed = assessmentSchema.safeParse(migrated);
	if (!parsed.success) return { ok: false, problems: problemsOfIssues(parsed.error.issues, migrated) };
	const problems = findOwnProblems(parsed.data);
	return problems.length > 0 ? { ok: false, problems } : { ok: true, value: parsed.data };
}

/** What another program or a newer version wrote gets one sentence instead of a list of fields that differ. */
function findForeignFormat(raw: unknown): Problem | undefined {
	const { format, formatVersion } = (raw ?? {}) as Readonly<Record<string, unknown>>;
	if (format !== 'child-safeguarding-assessment')
		return {
			path: 'format',
			message: 'This is not an assessment made with this tool. Choose a file that this tool saved.'
		};
	if (typeof formatVersion === 'number' && formatVersion > FILE_FORMAT_VERSION)
		return {
			path: 'formatVersion',
			message: 'This assessment was made by a newer version of this tool. Open it there. Nothing was changed.'
		};
	return undefined;
}

function findTooManyOwn(own: unknown): Problem | undefined {
	const tooMany = findTooMany((own as { questionnaire?: unknown } | null | undefined)?.questionnaire);
	return tooMany && { ...tooMany, path: `ownQuestionnaire.${tooMany.path}` };
}

/**
 * A questionnaire that lies in the file must be the one that was answered, and as sound as one of the site. Each
 * sieve needs the one before.
 */
function findOwnProblems({ ownQuestionnaire: own, questionnaire: { id } }: AssessmentFile): Problem[] {
	if (own === undefined) return [];
	const { questionnaire, text } = own;
	if (questionnaire.id !== id)
		return [
			{
				path: 'ownQuestionnaire.questionnaire.id',
				message: `The answers are to the questionnaire "${id}", not "${questionnaire.id}". Put that one here.`
			}
		];
	const inStructure = findStructureProblems(questionnaire);
	const place = inStructure.length > 0 ? 'questionnaire' : 'text';
	const problems = inStructure.length > 0 ? inStructure : findTextProblems(text, questionnaire);
	return problems.map(({ path, message }) => ({ path: `ownQuestionnaire.${place}.${path}`, message }));
}
