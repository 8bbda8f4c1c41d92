// Small things the browser remembers beside the assessments: none says anything about an organisation or an answer.
export const PREFIX = 'child-safeguarding:';

/** `tab`: gone when the tab is closed; `device`: stays until it is erased. */
type Where = 'tab' | 'device';
type Name =
	| 'open-assessment'
	| 'single-keys'
	| 'keeping'
	| 'hidden'
	| 'file-later'
	| 'asked-to-persist'
	| 'idle-minutes';

/** The browser's store of small things; throws where the browser refuses it. */
export const storeOf = (where: Where): globalThis.Storage =>
	where === 'tab' ? sessionStorage : localStorage;

/** What was remembered; undefined when there is nothing, or the browser does not say. */
export function recall(where: Where, name: Name): string | undefined {
	try {
		return storeOf(where).getItem(PREFIX + name) ?? undefined;
	} catch {
		return undefined;
	}
}

/** Remembers a value; undefined forgets it. A browser that refuses forgets it with the page. */
export function remember(where: Where, name: Name, value: string | undefined): void {
	try {
		if (value === undefined) storeOf(where).removeItem(PREFIX + name);
		else storeOf(where).setItem(PREFIX + name, value);
	} catch {
		// each reader has a meaning for "nothing remembered"
	}
}
