/** In a tab that is hidden nothing is painted: then go on after so many milliseconds. */
const AT_MOST = 100;

/** Ends when the page has painted what was changed before. */
export function painted(): Promise<void> {
	return new Promise((resolve) => {
		setTimeout(resolve, AT_MOST);
		requestAnimationFrame(() => setTimeout(resolve));
	});
}
