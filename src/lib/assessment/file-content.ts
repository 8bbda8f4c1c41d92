import type { Assessment, AssessmentFile } from '#lib/assessment/schema.ts';

/** Bytes of the largest file that is opened: some ten times a full assessment, and still quick on an old phone. */
export const LARGEST_FILE = 5_000_000;

/** What wrote a file. */
type WritingApp = NonNullable<AssessmentFile['app']>;

/**
 * What a file holds of an assessment: all of it, and what wrote the file. When the assessment was last kept in a file
 * is left out: that is about the device, and two files of the same answers must be the same.
 */
export function fileContentOf(assessment: Assessment, app: WritingApp): AssessmentFile {
	const { lastFile: _lastFile, ...content } = assessment;
	return { ...content, app };
}

/** What came from a file without what is about the file alone. */
export function withoutFileFacts({
	app: _app,
	lastFile: _lastFile,
	...content
}: AssessmentFile): AssessmentFile {
	return content;
}

/**
 * A value as JSON that a person can read, always the same for the same value: the names of each group in the order of
 * their characters, format and version first.
 * @param value what JSON can hold, nested as in files: never deep
 */
export function writeJson(value: object): string {
	const { format, formatVersion, ...rest } = value as Record<string, unknown>;
	const ordered = { format, formatVersion, ...(inOrder(rest) as object) };
	return `${JSON.stringify(ordered, undefined, '\t')}\n`;
}

function inOrder(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(inOrder);
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
	// fromEntries, unlike assignment, keeps a name such as `__proto__` as a plain name
	return Object.fromEntries(entries.map(([name, inner]) => [name, inOrder(inner)]));
}
