import type { Rows } from '#lib/storage/rows.ts';
import { isSealed } from '#lib/storage/sealed.ts';

/** So often it begins anew at most: a person does not change answers in another tab that fast. */
const MOST_TRIES = 50;

/**
 * Puts other rows in the place of all, in one step: all of them, or none. Making them takes time and a transaction
 * does not wait, so it begins anew when another tab changed a row meanwhile.
 * @param replace gets all rows as they are, the one of the lock too, and gives those to keep
 */
export async function replaceRows(
	rows: Rows,
	replace: (before: ReadonlyMap<string, unknown>) => Promise<Map<string, unknown>>
): Promise<void> {
	for (let tries = 0; tries < MOST_TRIES; tries += 1) {
		const before = await rows.all();
		const after = await replace(before);
		let isStored = false;
		await rows.changeAll((now) => {
			isStored = [...before.keys(), ...now.keys()].every((key) => isSameRow(before.get(key), now.get(key)));
			return isStored ? after : now;
		});
		if (isStored) return;
	}
	throw new Error('Another tab changed the rows each time');
}

/** Whether two rows hold the same. Of a sealed one it is enough to know what is never used twice. */
export function isSameRow(one: unknown, other: unknown): boolean {
	return fingerprint(one) === fingerprint(other);
}

function fingerprint(raw: unknown): string {
	if (isSealed(raw)) return raw.cipher.iv;
	try {
		return `${typeof raw} ${JSON.stringify(raw)}`;
	} catch {
		// what JSON cannot say is none of ours, and stays
		return typeof raw;
	}
}

/** Whether JSON says all of a value, so that it comes back the same. */
export function isJson(raw: unknown): boolean {
	let isWhole = true;
	const look = function (this: Record<string, unknown>, key: string, value: unknown): unknown {
		const own = this[key];
		// a field that is undefined is as good as absent
		const isPlain =
			own === null ||
			['string', 'boolean', 'undefined'].includes(typeof own) ||
			Number.isFinite(own) ||
			Array.isArray(own) ||
			Object.prototype.toString.call(own) === '[object Object]';
		if (!isPlain) isWhole = false;
		return value;
	};
	try {
		JSON.stringify(raw, look);
	} catch {
		return false;
	}
	return isWhole;
}
