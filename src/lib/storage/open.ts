import { openIndexedDbStorage } from '#lib/storage/indexed-db.ts';
import { createMemoryStorage } from '#lib/storage/memory.ts';
import type { Storage } from '#lib/storage/port.ts';

/** The best storage this browser gives: lasting where it allows it, otherwise until the page is closed. */
export async function openStorage(): Promise<Storage> {
	try {
		return await openIndexedDbStorage();
	} catch {
		return createMemoryStorage();
	}
}
