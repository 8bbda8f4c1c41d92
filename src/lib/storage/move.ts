import type { Assessment } from '#lib/assessment/schema.ts';
import type { Storage } from '#lib/storage/port.ts';
import { isSameRow } from '#lib/storage/replace-rows.ts';

/** What is kept of two assessments that have the same id: the one under that id, and copies under their own. */
export interface Joined {
	joined: Assessment;
	copies: readonly Assessment[];
}

/** Makes one of two assessments under the same id. */
export type Join = (there: Assessment, here: Assessment) => Joined;

/**
 * Copies all that one storage keeps to another. When that fails, what was written there already is taken back as far as
 * that storage lets it.
 */
export async function moveAll(
	from: Storage,
	to: Storage,
	join: Join = (_there, here) => ({ joined: here, copies: [] })
): Promise<void> {
	const { assessments } = await from.list();
	const undo: (() => Promise<void>)[] = [];
	try {
		for (const here of assessments) {
			const there = await to.read(here.id);
			const put = there === undefined ? { joined: here, copies: [] } : join(there, here);
			undo.push(() => takeBack(to, there, put));
			await putJoined(to, there, put);
		}
	} catch (error) {
		for (const each of undo) await each().catch(() => undefined);
		throw error;
	}
}

/** Writes the copies first: what they save must never be nowhere. */
async function putJoined(
	storage: Storage,
	before: Assessment | undefined,
	{ joined, copies }: Joined
): Promise<void> {
	for (const copy of copies) await storage.change(copy.id, () => copy);
	await storage.change(joined.id, (kept) => {
		// the copies are of what was there before
		if (!isSameRow(kept, before)) throw new Error('Another tab has changed the assessment');
		return joined;
	});
}

/** Undoes `putJoined`, however far it came. What another tab has gone on with stays, and then the copies do too. */
async function takeBack(
	storage: Storage,
	before: Assessment | undefined,
	{ joined, copies }: Joined
): Promise<void> {
	if (before !== undefined)
		await storage.change(joined.id, (kept) => {
			if (isSameRow(kept, joined) || isSameRow(kept, before)) return before;
			throw new Error('Another tab has changed the assessment');
		});
	else if (isSameRow(await storage.read(joined.id), joined)) await storage.remove(joined.id);
	for (const copy of copies) await storage.remove(copy.id);
}
