import { del, entries, get, update, type UseStore } from 'idb-keyval';
import type { Assessment } from '#lib/assessment/schema.ts';
import type { Storage } from '#lib/storage/port.ts';
import { readRecord } from '#lib/storage/record.ts';

const DATABASE = 'child-safeguarding';
const STORE = 'assessments';

/**
 * Assessments in this browser's IndexedDB. Rejects when the browser refuses storage.
 * Writes are strict: "complete" means that the disk has it, not only the browser's memory.
 */
export async function openIndexedDbStorage(): Promise<Storage> {
	const store = strictStore(await openDatabase());
	return {
		isLasting: true,
		async list() {
			const records = (await entries<string, unknown>(store)).map(([key, raw]) => readRecord(key, raw));
			return {
				assessments: records.flatMap((each) => (each.kind === 'assessment' ? [each.assessment] : [])),
				unreadable: records.flatMap((each) => (each.kind === 'unreadable' ? [each.record] : []))
			};
		},
		async read(id) {
			const record = readRecord(id, await get<unknown>(id, store));
			return record.kind === 'assessment' ? record.assessment : undefined;
		},
		async change(id, change) {
			let changed: Assessment | undefined;
			await update<unknown>(
				id,
				(raw) => {
					if (raw === undefined) return (changed = change(undefined));
					const record = readRecord(id, raw);
					if (record.kind === 'unreadable') throw new Error('What is kept here cannot be changed');
					return (changed = change(record.assessment));
				},
				store
			);
			return changed as Assessment;
		},
		remove: (id) => del(id, store)
	};
}

function openDatabase(): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.open(DATABASE, 1);
		request.onupgradeneeded = () => request.result.createObjectStore(STORE);
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('IndexedDB refused'));
	});
}

/** A connection that opens again after the browser closed it, as Safari does with pages in the background. */
function strictStore(opened: IDBDatabase): UseStore {
	let connection: Promise<IDBDatabase> | undefined = Promise.resolve(opened);
	const reopenWhenClosed = (database: IDBDatabase): IDBDatabase => {
		database.onclose = () => (connection = undefined);
		return database;
	};
	reopenWhenClosed(opened);
	return async (mode, use) => {
		connection ??= openDatabase().then(reopenWhenClosed);
		const database = await connection;
		return use(database.transaction(STORE, mode, { durability: 'strict' }).objectStore(STORE));
	};
}
