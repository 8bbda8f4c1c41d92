import { today } from '#lib/session/clock.ts';
import { recall, remember } from '#lib/storage/remember.ts';

/** Whether a person wanted to hear of files tomorrow, and it is still today. The tab remembers it. */
export function isFileForTomorrow(): boolean {
	return recall('tab', 'file-later') === today();
}

export function leaveFileForTomorrow(): void {
	remember('tab', 'file-later', today());
}
