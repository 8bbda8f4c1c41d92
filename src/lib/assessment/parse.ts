import { assessmentSchema, type AssessmentFile } from '#lib/assessment/schema.ts';
import { findHostileKeys } from '#lib/questionnaire/hostile-keys.ts';
import { problemsOfIssue } from '#lib/questionnaire/problem-text.ts';
import type { Problem, Result } from '#lib/questionnaire/result.ts';

/**
 * Checks the content of an assessment file, or of a record the device kept. Fields that this version does not
 * know are kept; nothing is filled in (see `completeAssessment`) and no answer is compared with a questionnaire.
 * @param raw content of the file, as JSON gave it
 * @returns the assessment, or every problem with its place
 */
export function parseAssessment(raw: unknown): Result<AssessmentFile> {
	const hostile = findHostileKeys(raw);
	if (hostile.length > 0) return { ok: false, problems: hostile };
	const foreign = findForeignFormat(raw);
	if (foreign !== undefined) return { ok: false, problems: [foreign] };
	const parsed = assessmentSchema.safeParse(raw);
	return parsed.success
		? { ok: true, value: parsed.data }
		: { ok: false, problems: parsed.error.issues.flatMap((issue) => problemsOfIssue(issue, raw)) };
}

/** What another program or a newer version wrote gets one sentence instead of a list of fields that differ. */
function findForeignFormat(raw: unknown): Problem | undefined {
	const { format, formatVersion } = (raw ?? {}) as Readonly<Record<string, unknown>>;
	if (format !== 'child-safeguarding-assessment')
		return {
			path: 'format',
			message: 'This is not an assessment made with this tool. Choose a file that this tool saved.'
		};
	if (typeof formatVersion === 'number' && formatVersion > 1)
		return {
			path: 'formatVersion',
			message: 'This assessment was made by a newer version of this tool. Open it there. Nothing was changed.'
		};
	return undefined;
}
