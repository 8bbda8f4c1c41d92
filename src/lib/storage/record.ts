import { FILE_FORMAT_VERSION, migrateAssessment } from '#lib/assessment/migrate.ts';
import type { Assessment } from '#lib/assessment/schema.ts';
import type { UnreadableRecord } from '#lib/storage/port.ts';

const FORMAT = 'child-safeguarding-assessment';

/** What a stored value is: an assessment of a version we know, or something to leave alone. */
export type StoredRecord =
	{ kind: 'assessment'; assessment: Assessment } | { kind: 'unreadable'; record: UnreadableRecord };

/**
 * Looks at a stored value without changing it; what an older version stored comes back in today's form. It checks the
 * envelope and the parts the tool relies on; unknown fields stay. (The full schema check is for files that people
 * open.)
 */
export function readRecord(key: string, raw: unknown): StoredRecord {
	const unreadable = (reason: UnreadableRecord['reason']): StoredRecord => ({
		kind: 'unreadable',
		record: { key, reason, raw }
	});
	if (!isRecord(raw) || raw['format'] !== FORMAT) return unreadable('damaged');
	if (typeof raw['formatVersion'] === 'number' && raw['formatVersion'] > FILE_FORMAT_VERSION)
		return unreadable('newer');
	const migrated = migrateAssessment(raw) as Record<string, unknown>;
	const { id, questionnaire, answers, profile, plan, snapshots } = migrated;
	const isWhole =
		id === key &&
		isRecord(questionnaire) &&
		isRecord(answers) &&
		Object.values(answers).every(isRecord) &&
		isRecord(profile) &&
		isRecord(plan) &&
		isRecord(plan['edits']) &&
		[plan['drafted'], plan['added'], plan['order'], snapshots].every(Array.isArray);
	return isWhole
		? { kind: 'assessment', assessment: migrated as unknown as Assessment }
		: unreadable('damaged');
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
