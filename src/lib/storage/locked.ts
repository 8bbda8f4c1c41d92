import type { Assessment } from '#lib/assessment/schema.ts';
import type { Storage } from '#lib/storage/port.ts';
import { readRecord, type StoredRecord } from '#lib/storage/record.ts';
import { LOCK_KEY, NOTHING, type Rows } from '#lib/storage/rows.ts';
import { isJson, isSameRow, replaceRows } from '#lib/storage/replace-rows.ts';
import { isSealed, makeSealingKey, seal, unseal, type SealingKey } from '#lib/storage/sealed.ts';

// Assessments under a passphrase. Every row is sealed for itself, in the envelope that files have too; the row of the
// lock holds a known text, so that a wrong passphrase can be told where nothing else is kept yet.

const KNOWN_TEXT = 'child-safeguarding';

/** Storage under a passphrase: all that is asked of it waits until somebody unlocks it. */
export interface LockedStorage extends Storage {
	/** The key in use, for files; undefined while locked. It exists in memory only. */
	readonly key: SealingKey | undefined;
	/** Whether the lock that is kept now is still the one of this storage. */
	isUnder(lock: unknown): boolean;
	/**
	 * Whether the passphrase fits; if so, everything that waited goes on. Rejects when that cannot be told: the browser's
	 * storage does not answer, or nothing that is kept here was sealed in a way that this version knows.
	 */
	unlock(phrase: string): Promise<boolean>;
}

/**
 * @param lock the row of the lock, as it is kept
 * @param key given when the passphrase was set on this page
 */
export function createLockedStorage(rows: Rows, lock: unknown, key?: SealingKey): LockedStorage {
	let known = key;
	let open: (key: SealingKey) => void = () => {};
	const unlocked = key ? Promise.resolve(key) : new Promise<SealingKey>((resolve) => (open = resolve));
	/** What cannot be used stays sealed, also for the file that a person makes of it. */
	const recordOf = async (id: string, raw: unknown): Promise<StoredRecord> => {
		if (!isSealed(raw)) return readRecord(id, raw);
		const record = readRecord(id, await unseal(raw, await unlocked).catch(() => raw));
		return record.kind === 'unreadable' ? { ...record, record: { ...record.record, raw } } : record;
	};
	return {
		keeping: 'device',
		get key() {
			return known;
		},
		isUnder: (now) => isSameRow(lock, now),
		async unlock(phrase) {
			const fitting = await keyThatOpens(await rows.all(), lock, phrase);
			if (fitting === undefined) return false;
			known = fitting;
			open(fitting);
			return true;
		},
		async list() {
			await unlocked;
			const all = await rows.all();
			all.delete(LOCK_KEY);
			const records = await Promise.all([...all].map(([key, raw]) => recordOf(key, raw)));
			return {
				assessments: records.flatMap((each) => (each.kind === 'assessment' ? [each.assessment] : [])),
				unreadable: records.flatMap((each) => (each.kind === 'unreadable' ? [each.record] : []))
			};
		},
		async read(id) {
			await unlocked;
			const record = await recordOf(id, await rows.read(id));
			return record.kind === 'assessment' ? record.assessment : undefined;
		},
		async change(id, change) {
			const key = await unlocked;
			// sealing takes time, and a transaction does not wait: it looks whether the row is still the one that was read
			for (;;) {
				const raw = await rows.read(id);
				const changed = change(raw === undefined ? undefined : await keptIn(id, raw));
				const sealed = await seal(changed, key);
				let isStored = false;
				await rows.change(id, (now, lockNow) => {
					if (!isSameRow(lock, lockNow)) throw new Error('The passphrase was changed elsewhere');
					isStored = isSameRow(now, raw);
					return isStored ? sealed : NOTHING;
				});
				if (isStored) return changed;
			}
		},
		remove: async (id) => {
			await unlocked;
			await rows.remove(id);
		}
	};

	async function keptIn(id: string, raw: unknown): Promise<Assessment> {
		const record = await recordOf(id, raw);
		if (record.kind === 'unreadable') throw new Error('What is kept here cannot be changed');
		return record.assessment;
	}
}

/**
 * Seals everything under a passphrase, in one step: either all of it or nothing. Only what no JSON can say, and what
 * another passphrase sealed, stays as it is. Rejects, changing nothing, when another tab has set a passphrase meanwhile,
 * changed it or taken it away: nothing must end up under two.
 * @param secret the passphrase, or the key that was made from it before
 * @param before what was opened with the passphrase in use, when that is changed
 * @returns the storage to go on with
 */
export async function lockRows(
	rows: Rows,
	secret: string | SealingKey,
	before?: LockedStorage
): Promise<LockedStorage> {
	const keyBefore = before?.key;
	const key = typeof secret === 'string' ? await makeSealingKey(secret) : secret;
	const lock = await seal(KNOWN_TEXT, key);
	const sealRow = async (raw: unknown): Promise<unknown> => {
		if (!isSealed(raw)) return isJson(raw) ? seal(raw, key) : raw;
		if (keyBefore === undefined) return raw;
		return unseal(raw, keyBefore).then(
			(clear) => seal(clear, key),
			() => raw
		);
	};
	await replaceRows(rows, async (all) => {
		expectLock(all, before);
		return (await replaceEach(all, sealRow)).set(LOCK_KEY, lock);
	});
	return createLockedStorage(rows, lock, key);
}

/**
 * Writes everything in clear again, in one step. Rejects, changing nothing, when a row cannot be opened, or another tab
 * has changed the passphrase meanwhile.
 * @param locked what was opened with the passphrase
 */
export async function unlockRows(rows: Rows, locked: LockedStorage): Promise<void> {
	const { key } = locked;
	if (key === undefined) throw new Error('There is no key');
	await replaceRows(rows, (all) => {
		expectLock(all, locked);
		return replaceEach(all, async (raw) => (isSealed(raw) ? unseal(raw, key) : raw));
	});
}

/** Throws when the lock is not the one that this tab knows. */
function expectLock(all: ReadonlyMap<string, unknown>, known: LockedStorage | undefined): void {
	const lock = all.get(LOCK_KEY);
	if (known ? !known.isUnder(lock) : lock !== undefined)
		throw new Error('The passphrase was changed elsewhere');
}

/** All rows but the one of the lock, each replaced. */
async function replaceEach(
	all: ReadonlyMap<string, unknown>,
	replace: (raw: unknown) => Promise<unknown>
): Promise<Map<string, unknown>> {
	const replaced = new Map<string, unknown>();
	for (const [key, raw] of all) if (key !== LOCK_KEY) replaced.set(key, await replace(raw));
	return replaced;
}

/**
 * The key from a passphrase, when it fits. A damaged lock is no reason to lose what it locks: what was sealed with it
 * shows as well whether the passphrase is the right one. Rejects when there is nothing to try it on.
 */
async function keyThatOpens(
	all: ReadonlyMap<string, unknown>,
	lock: unknown,
	phrase: string
): Promise<SealingKey | undefined> {
	const sealed = [lock, ...all.values()].filter(isSealed);
	const kdf = sealed[0]?.kdf;
	if (kdf === undefined) throw new Error('Nothing here is sealed in a way that this version knows');
	const key = await makeSealingKey(phrase, kdf);
	for (const each of sealed) {
		if (each.kdf.salt !== kdf.salt) continue;
		const isFitting = await unseal(each, key).then(
			() => true,
			() => false
		);
		if (isFitting) return key;
	}
	return undefined;
}
