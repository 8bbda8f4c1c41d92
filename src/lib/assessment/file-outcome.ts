/** What became of a file that a person asked for. */
export type FileOutcome =
	/** `checked`: read back, and the same; `downloaded`: the browser took it, and says nothing more. */
	| {
			kind: 'checked' | 'downloaded';
			name: string;
			/** Whether this tool could open it again. */
			isOpenable: boolean;
	  }
	/** Not written, or not as it should be; `download` is another way, where there is content at all. */
	| { kind: 'failed'; download?: () => void }
	/** No assessment is open in this tab. */
	| { kind: 'nothing' };
