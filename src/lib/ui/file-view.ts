import type { FileStep } from '#lib/assessment/file-step.ts';

/** What the screen shows of a file that a person chose, and what they can do with it. */
export interface FileView {
	readonly step: FileStep | undefined;
	/** Tries a passphrase. */
	unlock(phrase: string): void;
	/** Adds its assessment beside the others. */
	add(): void;
	/** Puts its assessment in place of the same one here, of which a copy stays under another name. */
	replace(nameOf: (label: string) => string): void;
	/** Begins an assessment with its questionnaire. */
	begin(): void;
	/** Takes back what was done last. */
	undo(): void;
	/** Forgets the file; nothing is done. */
	close(): void;
}
