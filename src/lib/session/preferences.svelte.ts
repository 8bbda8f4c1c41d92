// How a person likes to work in this tab. Says nothing about an organisation; gone with the tab.
const KEY = 'single-keys';

/** Whether single keys choose answers. On until a person turns them off. */
class Preferences {
	hasSingleKeys = $state(true);

	/** Reads what the tab remembers. */
	read(): void {
		try {
			this.hasSingleKeys = sessionStorage.getItem(KEY) !== 'off';
		} catch {
			// without memory the keys stay on
		}
	}

	setSingleKeys(areOn: boolean): void {
		this.hasSingleKeys = areOn;
		try {
			sessionStorage.setItem(KEY, areOn ? 'on' : 'off');
		} catch {
			// holds until the page is left
		}
	}
}

export const preferences = new Preferences();
