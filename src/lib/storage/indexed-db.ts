import type { Assessment } from '#lib/assessment/schema.ts';
import type { Storage } from '#lib/storage/port.ts';
import { readRecord } from '#lib/storage/record.ts';
import { LOCK_KEY, type Rows } from '#lib/storage/rows.ts';

/** Assessments in this browser's IndexedDB, in clear. Once a passphrase is set it refuses to write. */
export function createClearStorage(rows: Rows): Storage {
	return {
		keeping: 'device',
		async list() {
			const all = await rows.all();
			all.delete(LOCK_KEY);
			const records = [...all].map(([key, raw]) => readRecord(key, raw));
			return {
				assessments: records.flatMap((each) => (each.kind === 'assessment' ? [each.assessment] : [])),
				unreadable: records.flatMap((each) => (each.kind === 'unreadable' ? [each.record] : []))
			};
		},
		async read(id) {
			const record = readRecord(id, await rows.read(id));
			return record.kind === 'assessment' ? record.assessment : undefined;
		},
		async change(id, change) {
			let changed: Assessment | undefined;
			await rows.change(id, (raw, lock) => {
				if (lock !== undefined) throw new Error('A passphrase was set: nothing is written in clear');
				if (raw === undefined) return (changed = change(undefined));
				const record = readRecord(id, raw);
				if (record.kind === 'unreadable') throw new Error('What is kept here cannot be changed');
				return (changed = change(record.assessment));
			});
			return changed as Assessment;
		},
		remove: (id) => rows.remove(id)
	};
}
