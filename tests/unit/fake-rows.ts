import { LOCK_KEY, NOTHING, type Rows } from '#lib/storage/rows.ts';

/** Rows in memory that a test can stop, or look into, before and after each of their transactions. */
export interface FakeRows extends Rows {
	/** What the disk holds. */
	readonly kept: Map<string, unknown>;
	/** Called before and after each transaction; what it throws is what the page gets instead of an answer. */
	onstep: (name: keyof Rows, when: 'before' | 'after') => void | Promise<void>;
}

/** @param kept rows of a database that another tab has open as well */
export function createFakeRows(kept = new Map<string, unknown>()): FakeRows {
	const transact = async <Result>(name: keyof Rows, run: () => Result): Promise<Result> => {
		await rows.onstep(name, 'before');
		const result = run();
		await rows.onstep(name, 'after');
		return result;
	};
	const put = (key: string, raw: unknown): void => void kept.set(key, structuredClone(raw));
	const rows: FakeRows = {
		kept,
		onstep: () => {},
		onerased: () => {},
		all: () => transact('all', () => new Map([...kept].map(([key, raw]) => [key, structuredClone(raw)]))),
		read: (key) => transact('read', () => structuredClone(kept.get(key))),
		change: (key, change) =>
			transact('change', () => {
				const next = change(structuredClone(kept.get(key)), structuredClone(kept.get(LOCK_KEY)));
				if (next !== NOTHING) put(key, next);
			}),
		changeAll: (change) =>
			transact('changeAll', () => {
				const after = change(new Map(kept));
				kept.clear();
				after.forEach((raw, key) => put(key, raw));
			}),
		remove: (key) => transact('remove', () => void kept.delete(key))
	};
	return rows;
}
