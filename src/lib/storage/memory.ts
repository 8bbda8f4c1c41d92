import type { Assessment } from '#lib/assessment/schema.ts';
import type { Keeping, Storage } from '#lib/storage/port.ts';

/**
 * Keeps assessments until the page is closed, and nothing on the disk.
 * @param keeping whether a person chose that or the browser refuses storage; tests have it act as a device
 */
export function createMemoryStorage(keeping: Keeping): Storage {
	const kept = new Map<string, Assessment>();
	return {
		keeping,
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
