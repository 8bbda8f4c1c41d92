import { promisifyRequest } from 'idb-keyval';

export const DATABASE = 'child-safeguarding';
const STORE = 'assessments';

/** The key under which lies what proves a passphrase; every other key is the id of an assessment. */
export const LOCK_KEY = 'passphrase';

/** What a row becomes: a new value, or `NOTHING` to leave it as it is. */
export const NOTHING = Symbol('nothing');

/**
 * The rows of the database, raw. Each call is one transaction, and a write is strict: it has ended when the disk has
 * it, not only the browser's memory.
 */
export interface Rows {
	/** All rows by key. */
	all(): Promise<Map<string, unknown>>;
	read(key: string): Promise<unknown>;
	/**
	 * Changes one row. Rejects, changing nothing, when `change` throws.
	 * @param change gets the row and the row of the lock as they are now
	 */
	change(key: string, change: (raw: unknown, lock: unknown) => unknown): Promise<void>;
	/** Changes all rows in one step: all of them, or none. `change` gives the rows to put; absent ones are removed. */
	changeAll(change: (rows: Map<string, unknown>) => Map<string, unknown>): Promise<void>;
	remove(key: string): Promise<void>;
	/** Called when somebody deletes the whole database; from then on every call rejects. */
	onerased: () => void;
}

/** The rows of this browser's database. Each call rejects when the browser refuses it. */
export function createRows(): Rows {
	let connection: Promise<IDBDatabase | undefined> | undefined;
	let isErased = false;
	// the browser closes connections of pages in the background, and other tabs may ask for it
	const connect = async (mayMake: boolean): Promise<IDBDatabase | undefined> => {
		const database = await openDatabase(mayMake);
		if (database === undefined) return undefined;
		database.onclose = () => (connection = undefined);
		database.onversionchange = ({ newVersion }) => {
			database.close();
			connection = undefined;
			if (newVersion !== null) return;
			isErased = true;
			rows.onerased();
		};
		return database;
	};
	/** Undefined when there is nothing to read in: looking must not make a database, writing does. */
	const transactionOn = async (mode: IDBTransactionMode): Promise<IDBObjectStore | undefined> => {
		if (isErased) throw new Error('Everything was erased');
		const asked = (connection ??= connect(mode === 'readwrite'));
		const database = await asked;
		if (database) return database.transaction(STORE, mode, { durability: 'strict' }).objectStore(STORE);
		if (connection === asked) connection = undefined;
		return mode === 'readwrite' ? transactionOn(mode) : undefined;
	};
	const store = async (mode: IDBTransactionMode): Promise<IDBObjectStore | undefined> => {
		try {
			return await transactionOn(mode);
		} catch {
			// a connection that was closed is good for nothing: another one may work
			connection = undefined;
			return transactionOn(mode);
		}
	};
	/** Runs what reads first and writes then, in one transaction; what throws there undoes it. */
	const write = async (
		read: (store: IDBObjectStore) => IDBRequest[],
		put: (store: IDBObjectStore, results: unknown[]) => void
	): Promise<void> => {
		const rows = (await store('readwrite')) as IDBObjectStore;
		const done = promisifyRequest(rows.transaction);
		const requests = read(rows);
		const problem = new Promise<never>((_resolve, reject) => {
			const last = requests[requests.length - 1];
			if (last === undefined) return;
			last.onsuccess = () => {
				try {
					put(
						rows,
						requests.map(({ result }) => result as unknown)
					);
				} catch (error) {
					reject(error instanceof Error ? error : new Error(String(error)));
					rows.transaction.abort();
				}
			};
		});
		// an abort makes both reject; the reason is the one of what threw
		await Promise.race([problem, done]);
	};
	const rows: Rows = {
		async all() {
			const all = await store('readonly');
			if (all === undefined) return new Map();
			const [keys, values] = await Promise.all([
				promisifyRequest(all.getAllKeys()),
				promisifyRequest<unknown[]>(all.getAll())
			]);
			return rowsOf(keys, values);
		},
		async read(key) {
			const all = await store('readonly');
			return all && promisifyRequest<unknown>(all.get(key));
		},
		change: (key, change) =>
			write(
				(all) => [all.get(LOCK_KEY), all.get(key)],
				(all, [lock, raw]) => {
					const next = change(raw, lock);
					if (next !== NOTHING) all.put(next, key);
				}
			),
		changeAll: (change) =>
			write(
				(all) => [all.getAllKeys(), all.getAll()],
				(all, [keys, values]) => {
					const after = change(rowsOf(keys as IDBValidKey[], values as unknown[]));
					all.clear();
					after.forEach((value, key) => all.put(value, key));
				}
			),
		remove: (key) =>
			write(
				(all) => [all.delete(key)],
				() => {}
			),
		onerased: () => {}
	};
	return rows;
}

/** What somebody put there under another kind of key keeps that key. */
const rowsOf = (keys: readonly IDBValidKey[], values: readonly unknown[]): Map<string, unknown> =>
	new Map((keys as readonly string[]).map((key, index) => [key, values[index]]));

/** Opens the database; undefined when there is none and none may be made. */
function openDatabase(mayMake: boolean): Promise<IDBDatabase | undefined> {
	return new Promise((resolve, reject) => {
		// without a version: a newer tool may have raised it, and its records must stay where they are
		const request = indexedDB.open(DATABASE);
		let isMissing = false;
		request.onupgradeneeded = function () {
			if (mayMake) this.result.createObjectStore(STORE);
			else {
				isMissing = true;
				this.transaction?.abort();
			}
		};
		request.onsuccess = () => resolve(request.result);
		request.onerror = () =>
			isMissing ? resolve(undefined) : reject(request.error ?? new Error('IndexedDB refused'));
	});
}
