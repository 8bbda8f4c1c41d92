import type { CalendarDate } from '#lib/assessment/calendar-date.ts';
import { FILE_FORMAT_VERSION } from '#lib/assessment/migrate.ts';
import type { Assessment, AssessmentFile } from '#lib/assessment/schema.ts';
import type { Questionnaire } from '#lib/questionnaire/schema.ts';

export const FULL_FORM = 'full';

/**
 * A new, empty assessment.
 * @param id random id, unique on the device
 * @param now time of creation, ISO 8601 in UTC
 * @param today the same moment as a day where the person is
 * @param form `full` or the id of a short form
 */
export function startAssessment(
	questionnaire: Questionnaire,
	{ id, now, today, form = FULL_FORM }: { id: string; now: string; today: CalendarDate; form?: string }
): Assessment {
	const empty: AssessmentFile = {
		format: 'child-safeguarding-assessment',
		formatVersion: FILE_FORMAT_VERSION,
		questionnaire: { id: questionnaire.id, version: questionnaire.version },
		profile: {},
		answers: {}
	};
	return completeAssessment(empty, { id, now, today, form });
}

/** The same assessment with every field that a file may leave out. What the file holds stays as it is. */
export function completeAssessment(
	file: AssessmentFile,
	{ id, now, today, form = FULL_FORM }: { id: string; now: string; today: CalendarDate; form?: string }
): Assessment {
	return {
		id,
		label: '',
		form,
		assessedOn: today,
		changedAt: now,
		plan: { drafted: [], edits: {}, added: [], order: [] },
		snapshots: [],
		...file
	} as Assessment;
}
