import type { Assessment } from '#lib/assessment/schema.ts';

/** Something kept on the device that cannot be used: left exactly as it is, and offered as a file. */
export interface UnreadableRecord {
	key: string;
	/** `newer`: written by a newer version of this tool; `damaged`: not an assessment. */
	reason: 'newer' | 'damaged';
	raw: unknown;
}

interface Library {
	assessments: Assessment[];
	unreadable: UnreadableRecord[];
}

/**
 * How long what is written lasts. `device`: until somebody deletes it; `page`: until the page is closed, because a
 * person chose so; `refused`: until the page is closed, because the browser keeps nothing.
 */
export type Keeping = 'device' | 'page' | 'refused';

/** Where assessments are kept. Every promise settles only when the change is really stored, or has failed. */
export interface Storage {
	readonly keeping: Keeping;
	list(): Promise<Library>;
	/** The assessment kept under an id; undefined when there is none or it cannot be used. */
	read(id: string): Promise<Assessment | undefined>;
	/**
	 * Changes what is kept, in one step that no other tab can come between.
	 * Rejects, changing nothing, when what is kept cannot be used or stored.
	 * @param change gets what is kept now (undefined: nothing yet) and gives what to keep; it may be asked again when
	 *   another tab was quicker
	 * @returns what is kept afterwards
	 */
	change(id: string, change: (kept: Assessment | undefined) => Assessment): Promise<Assessment>;
	remove(id: string): Promise<void>;
}
