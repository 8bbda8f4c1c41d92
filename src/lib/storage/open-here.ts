// Which assessment is open in this tab. A random id and nothing else; gone with the tab.
const KEY = 'open-assessment';

/** The id of the assessment open in this tab, if the browser lets us know. */
export function readOpenId(): string | undefined {
	try {
		return sessionStorage.getItem(KEY) ?? undefined;
	} catch {
		return undefined;
	}
}

/** Remembers which assessment is open in this tab, so that a reload finds it; undefined forgets it. */
export function writeOpenId(id: string | undefined): void {
	try {
		if (id === undefined) sessionStorage.removeItem(KEY);
		else sessionStorage.setItem(KEY, id);
	} catch {
		// without it a reload opens the assessment that was changed last
	}
}
