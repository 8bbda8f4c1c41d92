import { completeAssessment } from '#lib/assessment/start.ts';
import type { Assessment } from '#lib/assessment/schema.ts';
import type { Result } from '#lib/questionnaire/result.ts';
import { newId, today } from '#lib/session/clock.ts';

/** Five megabytes: some hundred times a full assessment, and still quick to read on an old phone. */
const LARGEST_FILE = 5_000_000;

/** Keeps an assessment in a file of the documented format, on the device of the person. */
export async function saveAssessmentFile(assessment: Assessment): Promise<void> {
	const { downloadFile } = await import('#lib/export/download.ts');
	const { assessmentFileName } = await import('#lib/export/file-name.ts');
	const bytes = new TextEncoder().encode(JSON.stringify(assessment, undefined, '\t'));
	downloadFile(assessmentFileName(today()), 'application/json', bytes);
}

/**
 * Reads a file that a person chose. A good one becomes an assessment with an id of its own, so that it never
 * replaces one that is there; a bad one gives sentences and changes nothing.
 */
export async function openAssessmentFile(file: File): Promise<Result<Assessment>> {
	const problem = (message: string): Result<Assessment> => ({ ok: false, problems: [{ path: '', message }] });
	if (file.size > LARGEST_FILE)
		return problem('The file is larger than 5 MB. Choose a file that this tool saved.');
	const { parseAssessment } = await import('#lib/assessment/parse.ts');
	let raw: unknown;
	try {
		raw = JSON.parse(await file.text());
	} catch {
		return problem('The file is not JSON. Choose a file that this tool saved.');
	}
	const parsed = parseAssessment(raw);
	if (!parsed.ok) return parsed;
	const now = new Date();
	const id = newId();
	const whole = completeAssessment(parsed.value, { id, now: now.toISOString(), today: today(now) });
	return { ok: true, value: { ...whole, id } };
}
