import type { Assessment } from '#lib/assessment/schema.ts';
import type { Storage } from '#lib/storage/port.ts';

/** Keeps assessments until the page is closed: for browsers that refuse storage, and for tests. */
export function createMemoryStorage(): Storage {
	const kept = new Map<string, Assessment>();
	return {
		isLasting: false,
		list: () => Promise.resolve({ assessments: [...kept.values()], unreadable: [] }),
		read: (id) => Promise.resolve(kept.get(id)),
		change(id, change) {
			const changed = change(kept.get(id));
			kept.set(id, changed);
			return Promise.resolve(changed);
		},
		remove(id) {
			kept.delete(id);
			return Promise.resolve();
		}
	};
}
