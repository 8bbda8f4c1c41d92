import type { FileOutcome } from '#lib/assessment/file-outcome.ts';

/** What became of the file that a person asked for last; shown beside every page until it was seen. */
class LastFile {
	outcome = $state.raw<FileOutcome>();
}

export const lastFile = new LastFile();
