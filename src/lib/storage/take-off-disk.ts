import type { Device } from '#lib/storage/device.ts';
import { createMemoryStorage } from '#lib/storage/memory.ts';
import type { Storage } from '#lib/storage/port.ts';
import { replaceRows } from '#lib/storage/replace-rows.ts';
import { LOCK_KEY, type Rows } from '#lib/storage/rows.ts';

/**
 * Takes all assessments of a device off its disk, in one step; what cannot be opened stays there, and the lock goes
 * with the last row. When that fails, everything stays where it was.
 * @returns the memory that holds them until the page is closed
 */
export async function takeOffDisk(device: Device, rows: Rows): Promise<Storage> {
	let memory = createMemoryStorage('page');
	await replaceRows(rows, async (before) => {
		memory = createMemoryStorage('page');
		const left = new Map(before);
		for (const each of (await device.list()).assessments) {
			await memory.change(each.id, () => each);
			left.delete(each.id);
		}
		return [...left.keys()].every((key) => key === LOCK_KEY) ? new Map<string, unknown>() : left;
	});
	return memory;
}
