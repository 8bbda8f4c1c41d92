import { joinAssessments, losesInJoin } from '#lib/assessment/join.ts';
import type { Assessment } from '#lib/assessment/schema.ts';
import { newId } from '#lib/session/clock.ts';
import { deviceStorage } from '#lib/session/device.ts';
import { keeping } from '#lib/session/keeping.svelte.ts';
import { session } from '#lib/session/session.svelte.ts';
import { openLasting, type Device } from '#lib/storage/device.ts';
import { createClearStorage } from '#lib/storage/indexed-db.ts';
import type { LockedStorage } from '#lib/storage/locked.ts';
import { createMemoryStorage } from '#lib/storage/memory.ts';
import type { Joined } from '#lib/storage/move.ts';
import { remember } from '#lib/storage/remember.ts';
import type { Rows } from '#lib/storage/rows.ts';

// What a person can change about how this device keeps things. Each is done whole or not at all; false says that
// everything stays as it was.

/**
 * `device`: on the device again; what the page holds moves there. `page-with-all`: only until the page is closed, and
 * what the device keeps is taken off it. `page-empty`: only until the page is closed, and what the device keeps stays
 * there, out of sight.
 */
export type KeepingChoice = 'device' | 'page-with-all' | 'page-empty';

/**
 * Keeps from now on as a person chooses.
 * @param nameOf what the copy of an assessment with this name is called, when the device has another state of it
 */
export function chooseKeeping(choice: KeepingChoice, nameOf: (label: string) => string): Promise<boolean> {
	return change(async (device) => {
		const wanted = choice === 'device' ? 'device' : 'page';
		if (wanted === device.keeping) return;
		if (wanted === 'device') await keepOnDevice(device, nameOf);
		else if (choice === 'page-with-all' || device.keeping === 'refused') await keepOnPage(device);
		else await beginEmptyPage(device);
	});
}

async function keepOnDevice(device: Device, nameOf: (label: string) => string): Promise<void> {
	let lockedNow: LockedStorage | undefined;
	try {
		let lasting = await openLasting(device);
		if (device.locked && !(await keeping.askPassphrase())) throw new Error('The passphrase was not given');
		const { rows, fileKey } = device;
		if (rows && fileKey && device.locked === undefined) {
			// who wanted nothing in clear in files wants it even less here
			const { lockRows } = await import('#lib/storage/locked.ts');
			lasting = device.locked = lockedNow = await lockRows(rows, fileKey);
		}
		await device.moveTo(lasting, (there, here) => joinWithCopies(there, here, nameOf));
	} catch (error) {
		if (device.rows && lockedNow) await unlockAgain(device.rows, lockedNow);
		device.locked = undefined;
		throw error;
	} finally {
		if (lockedNow) keeping.tell({ kind: 'keeping' });
	}
	device.fileKey = undefined;
	remember('tab', 'keeping', undefined);
}

/** Of what joining would lose a whole copy stays. */
function joinWithCopies(there: Assessment, here: Assessment, nameOf: (label: string) => string): Joined {
	const joined = joinAssessments(there, here);
	const copies = [there, here]
		.filter((each) => losesInJoin(each, joined))
		.map((each) => ({ ...each, id: newId(), label: nameOf(each.label) }));
	return { joined, copies };
}

/** Takes back a lock that was set for a move that failed; where that fails too, the passphrase opens it. */
async function unlockAgain(rows: Rows, locked: LockedStorage): Promise<void> {
	const { unlockRows } = await import('#lib/storage/locked.ts');
	await unlockRows(rows, locked).catch(() => undefined);
}

async function keepOnPage(device: Device): Promise<void> {
	const { rows } = device;
	if (rows === undefined) {
		await device.moveTo(createMemoryStorage('page'));
	} else {
		const { takeOffDisk } = await import('#lib/storage/take-off-disk.ts');
		await session.stored();
		await device.pause(async () => device.replace(await takeOffDisk(device, rows)));
		// who wanted nothing in clear still does
		device.fileKey = device.locked?.key;
		device.locked = undefined;
		keeping.tell({ kind: 'keeping' });
	}
	remember('tab', 'keeping', 'page');
}

async function beginEmptyPage(device: Device): Promise<void> {
	await session.stored();
	if (session.hasUnsaved) throw new Error('Something is not stored yet');
	session.reset();
	remember('tab', 'open-assessment', undefined);
	remember('tab', 'keeping', 'page');
	device.locked = undefined;
	device.replace(createMemoryStorage('page'));
}

/**
 * Sets a passphrase, or changes it: from now on nothing is written in clear. Everything kept is sealed in one step.
 * Where nothing is kept on the disk it is for the files that a person saves.
 */
export function setPassphrase(phrase: string): Promise<boolean> {
	return change(async (device) => {
		if (device.keeping !== 'device') {
			const { makeSealingKey } = await import('#lib/storage/sealed.ts');
			device.fileKey = await makeSealingKey(phrase);
			return;
		}
		const { rows, locked } = device;
		if (rows === undefined || (locked && !locked.key)) throw new Error('Nothing can be locked here');
		const { lockRows } = await import('#lib/storage/locked.ts');
		await session.stored();
		await device.pause(async () => {
			device.locked = await lockRows(rows, phrase, locked);
			device.replace(device.locked);
		});
		keeping.tell({ kind: 'keeping' });
	});
}

/** Takes the passphrase away: everything is written in clear again. Not while something there cannot be opened. */
export function removePassphrase(): Promise<boolean> {
	return change(async (device) => {
		device.fileKey = undefined;
		if (device.keeping !== 'device') return;
		const { rows, locked } = device;
		if (rows === undefined || locked === undefined) throw new Error('There is nothing to open');
		const { unlockRows } = await import('#lib/storage/locked.ts');
		await session.stored();
		await device.pause(async () => {
			await unlockRows(rows, locked);
			device.locked = undefined;
			device.replace(createClearStorage(rows));
		});
		keeping.tell({ kind: 'keeping' });
	});
}

async function change(make: (device: Device) => Promise<void>): Promise<boolean> {
	try {
		await make(await deviceStorage());
		return true;
	} catch {
		// another tab may have changed the passphrase: then it is asked for here too
		await keeping.follow();
		return false;
	} finally {
		await keeping.read();
	}
}
