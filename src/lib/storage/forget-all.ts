import { PREFIX, storeOf } from '#lib/storage/remember.ts';

/** Forgets everything of this tool, and what the router remembers of this tab. Other sites of the host keep theirs. */
export function forgetAll(): void {
	for (const where of ['tab', 'device'] as const) {
		try {
			const store = storeOf(where);
			Object.keys(store)
				.filter((key) => key.startsWith(PREFIX) || key.startsWith('sveltekit:'))
				.forEach((key) => store.removeItem(key));
		} catch {
			// what the browser refuses to show it has not kept for us
		}
	}
}
