import type { Assessment } from '#lib/assessment/schema.ts';
import { createClearStorage } from '#lib/storage/indexed-db.ts';
import type { LockedStorage } from '#lib/storage/locked.ts';
import { createMemoryStorage } from '#lib/storage/memory.ts';
import type { Join } from '#lib/storage/move.ts';
import type { Storage } from '#lib/storage/port.ts';
import { recall } from '#lib/storage/remember.ts';
import { createRows, LOCK_KEY, type Rows } from '#lib/storage/rows.ts';
import type { SealingKey } from '#lib/storage/sealed.ts';

/** After so many milliseconds without an answer from the browser's storage the page goes on without it. */
const LONGEST_WAIT = 2500;

/**
 * Where assessments are kept now. It may move while the page is open: when a slow browser answers after all, or a
 * person chooses otherwise.
 */
export class Device implements Storage {
	/** The database, when the browser gives one. */
	rows: Rows | undefined;
	/** What waits for the passphrase, or was opened with it. */
	locked: LockedStorage | undefined;
	/** For files, where nothing is kept on the disk and a person wants them encrypted all the same. */
	fileKey: SealingKey | undefined;
	/** Called when everything was erased by another tab. */
	onerased = (): void => location.reload();
	/** Called when what is kept moved to another storage. */
	onmove = (): void => {};
	private moving: Promise<unknown> | undefined;
	private current: Storage;

	constructor(current: Storage) {
		this.current = current;
	}

	get keeping() {
		return this.current.keeping;
	}

	list() {
		return this.current.list();
	}

	read(id: string) {
		return this.current.read(id);
	}

	change(id: string, change: (kept: Assessment | undefined) => Assessment): Promise<Assessment> {
		return this.moving ? this.moving.then(() => this.change(id, change)) : this.current.change(id, change);
	}

	remove(id: string): Promise<void> {
		return this.moving ? this.moving.then(() => this.remove(id)) : this.current.remove(id);
	}

	/** Lets changes wait until something is done with all that is kept. */
	pause<Result>(during: () => Promise<Result>): Promise<Result> {
		const done = during().finally(() => {
			this.moving = undefined;
			this.onmove();
		});
		this.moving = done.catch(() => undefined);
		return done;
	}

	/**
	 * Takes what is kept along to another storage. When that fails, everything stays where it was, and what was written
	 * there already is taken back as far as that storage lets it.
	 * @param join makes one of two assessments under the same id, when the other storage has it too
	 */
	moveTo(next: Storage, join?: Join): Promise<void> {
		return this.pause(async () => {
			const { moveAll } = await import('#lib/storage/move.ts');
			await moveAll(this.current, next, join);
			this.current = next;
		});
	}

	/** Whether a storage is the one in use. */
	isOn(storage: Storage): boolean {
		return this.current === storage;
	}

	/** Goes on with another storage; nothing is taken along. */
	replace(next: Storage): void {
		this.current = next;
		this.onmove();
	}
}

/** The best storage this browser gives: lasting where it allows it and the person did not choose otherwise. */
export async function openDevice(): Promise<Device> {
	const isForPage = recall('tab', 'keeping') === 'page';
	const device = new Device(createMemoryStorage(isForPage ? 'page' : 'refused'));
	if (!isForPage) await takeUp(device);
	return device;
}

/**
 * Has a device go on with the database. That takes three seconds at most: a browser that is slower is taken up when it
 * answers, and what was done until then moves there.
 */
export async function takeUp(device: Device): Promise<void> {
	const lasting = openLasting(device);
	const waited = new Promise<'waited'>((resolve) => setTimeout(() => resolve('waited'), LONGEST_WAIT));
	const found = await Promise.race([lasting.catch(() => createMemoryStorage('refused')), waited]);
	if (found !== 'waited') return device.replace(found);
	const meanwhile = createMemoryStorage('refused');
	device.replace(meanwhile);
	void lasting
		.then((storage) => {
			if (!device.isOn(meanwhile)) {
				// nobody waits for what was just opened: nobody is to be asked for its passphrase
				if (device.locked === storage) device.locked = undefined;
				return;
			}
			// a passphrase that is waited for has to be asked for
			device.onmove();
			return device.moveTo(storage);
		})
		.catch(() => undefined);
}

/** Opens the database for a device: in clear, or under the passphrase that was set. Rejects when the browser refuses. */
export async function openLasting(device: Device): Promise<Storage> {
	const rows = device.rows ?? createRows();
	rows.onerased = () => device.onerased();
	// also the proof that reading works at all
	const lock = await rows.read(LOCK_KEY);
	device.rows = rows;
	device.locked = undefined;
	if (lock === undefined) return createClearStorage(rows);
	const { createLockedStorage } = await import('#lib/storage/locked.ts');
	return (device.locked = createLockedStorage(rows, lock));
}
