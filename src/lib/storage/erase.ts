import { forgetAll } from '#lib/storage/forget-all.ts';
import { createRows, DATABASE, type Rows } from '#lib/storage/rows.ts';

/** After so many milliseconds a deletion that another tab holds up goes on by itself: the rows are gone already. */
const LONGEST_WAIT = 1000;
/** After so many a browser that says nothing has not done it. */
const LONGEST_SILENCE = 5000;

/**
 * Erases what this tool keeps in the browser, apart from the files of the site itself: the rows first, so that a tab
 * that will not let go of the database holds an empty one. Rejects when the browser refuses or does not answer.
 */
export async function eraseAll(rows: Rows = createRows()): Promise<void> {
	forgetAll();
	rows.onerased = () => {};
	const silence = new Promise<never>((_resolve, reject) => {
		setTimeout(() => reject(new Error('The browser does not answer')), LONGEST_SILENCE);
	});
	const erased = rows.changeAll(() => new Map()).then(deleteDatabase);
	await Promise.race([erased, silence]);
}

function deleteDatabase(): Promise<void> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.deleteDatabase(DATABASE);
		request.onsuccess = () => resolve();
		request.onerror = () => reject(request.error ?? new Error('The database could not be deleted'));
		request.onblocked = () => setTimeout(resolve, LONGEST_WAIT);
	});
}
