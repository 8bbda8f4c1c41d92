import { downloadFile } from '#lib/export/download.ts';
import { unreadableFileName } from '#lib/export/file-name.ts';
import { today } from '#lib/session/clock.ts';

/** Gives a person what is kept here and cannot be opened, as it is, for somebody who may be able to read it. */
export function saveUnreadable(raw: unknown): void {
	downloadFile(unreadableFileName(today()), 'application/json', new TextEncoder().encode(textOf(raw)));
}

/** JSON; of what JSON does not know, the nearest it can say. */
function textOf(raw: unknown): string {
	try {
		return JSON.stringify(raw, sayable, '\t') ?? String(raw);
	} catch {
		return String(raw);
	}
}

function sayable(_key: string, value: unknown): unknown {
	if (typeof value === 'bigint') return String(value);
	if (value instanceof ArrayBuffer) return [...new Uint8Array(value)];
	if (value instanceof Map || value instanceof Set) return [...value];
	return value;
}
