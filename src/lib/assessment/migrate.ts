/** Version of the format in which assessments are kept and saved. */
export const FILE_FORMAT_VERSION = 2;

type Fields = Readonly<Record<string, unknown>>;

/**
 * What brings an assessment from one version of the format to the next; the first is for version 1. Each gives a new
 * object, sets what the next version needs and keeps every other field. One that changes what a snapshot holds
 * changes it in `snapshots` too.
 */
const MIGRATIONS: readonly ((assessment: Fields) => Fields)[] = [
	// 2: dated copies are kept with the assessment
	(assessment) => ({ snapshots: [], ...assessment })
];

/**
 * Brings an assessment of an older version to the newest one. What is of this version or a newer one, and what is no
 * assessment, comes back as it is: nothing is checked here. The value given is never changed.
 * @param raw what a file or the device holds
 */
export function migrateAssessment(raw: unknown): unknown {
	const { format, formatVersion: from } = (raw ?? {}) as Fields;
	if (format !== 'child-safeguarding-assessment' || !isOlder(from)) return raw;
	const migrated = MIGRATIONS.slice(from - 1).reduce((each, migrate) => migrate(each), raw as Fields);
	return { ...migrated, formatVersion: FILE_FORMAT_VERSION };
}

function isOlder(version: unknown): version is number {
	return Number.isInteger(version) && (version as number) >= 1 && (version as number) < FILE_FORMAT_VERSION;
}
