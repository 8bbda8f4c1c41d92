import type { SaveState } from '#lib/assessment/save-state.ts';

/** What the screen shows of saving, and what a person can do about it. */
export interface SaveView {
	state: SaveState;
	/** Tries to store again. */
	retry(): void;
	/** Keeps the work in a file. */
	saveFile(): void;
}
