import { recall, remember } from '#lib/storage/remember.ts';

// How a person likes to work in this tab. Says nothing about an organisation; gone with the tab.

/** Whether single keys choose answers. On until a person turns them off. */
class Preferences {
	hasSingleKeys = $state(true);

	/** Reads what the tab remembers. */
	read(): void {
		this.hasSingleKeys = recall('tab', 'single-keys') !== 'off';
	}

	setSingleKeys(areOn: boolean): void {
		this.hasSingleKeys = areOn;
		remember('tab', 'single-keys', areOn ? 'on' : 'off');
	}
}

export const preferences = new Preferences();
