import { openStorage } from '#lib/storage/open.ts';
import type { Storage } from '#lib/storage/port.ts';

let opened: Promise<Storage> | undefined;

/** The storage of this device, opened once. */
export function deviceStorage(): Promise<Storage> {
	return (opened ??= openStorage());
}
