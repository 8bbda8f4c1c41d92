/** What can truthfully be said about whether the answers on the page are stored. */
export type SaveState =
	| { kind: 'nothing-yet' }
	| { kind: 'saving' }
	/** The transaction has completed; `at` is when. */
	| { kind: 'saved'; at: Date }
	/** Kept only while the page is open, because a person chose so. */
	| { kind: 'on-page' }
	/** Kept only while the page is open: the browser refuses storage. */
	| { kind: 'cannot-keep' }
	/** The last write failed; the answers are still on the page. */
	| { kind: 'failing' };
