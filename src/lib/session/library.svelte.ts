import type { Assessment } from '#lib/assessment/schema.ts';
import { isSound } from '#lib/assessment/sound.ts';
import { newId } from '#lib/session/clock.ts';
import { deviceStorage } from '#lib/session/device.ts';
import { session } from '#lib/session/session.svelte.ts';
import type { Keeping, UnreadableRecord } from '#lib/storage/port.ts';
import { recall, remember } from '#lib/storage/remember.ts';

/** All assessments on this device. */
class Library {
	/** False until the device has been asked. */
	isRead = $state(false);
	keeping = $state<Keeping>('device');
	/** Last changed first. */
	assessments = $state.raw<readonly Assessment[]>([]);
	/** Things kept here that this version cannot use; they are left alone. */
	unreadable = $state.raw<readonly UnreadableRecord[]>([]);
	/** The assessment deleted last, until the page is left: it can be brought back. */
	deleted = $state.raw<Assessment>();
	/** True when the last change could not be stored. */
	hasFailed = $state(false);
	/** True when the device would not say what it keeps. */
	isUnreadable = $state(false);
	/** Called when an assessment was deleted here. */
	onremoved = (_id: string): void => {};

	/** Reads what is kept. */
	async read(): Promise<void> {
		const storage = await deviceStorage();
		this.keeping = storage.keeping;
		try {
			const { assessments, unreadable } = await storage.list();
			const damaged = await Promise.all(
				assessments
					.filter((each) => !isSound(each))
					// as it lies there: under a passphrase it stays sealed
					.map(async (each) => ({
						key: each.id,
						reason: 'damaged' as const,
						raw: (await storage.rows?.read(each.id)) ?? each
					}))
			);
			this.assessments = assessments.filter(isSound).sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1));
			this.unreadable = [...unreadable, ...damaged];
			this.isUnreadable = false;
		} catch {
			this.isUnreadable = true;
		}
		this.isRead = true;
	}

	/** Makes an assessment the one that this tab opens next. */
	choose(id: string): void {
		remember('tab', 'open-assessment', id);
	}

	rename(id: string, label: string): Promise<void> {
		return this.#change(async () => {
			const storage = await deviceStorage();
			await storage.change(id, (kept) => {
				if (kept === undefined) throw new Error('The assessment is gone');
				return { ...kept, label };
			});
		});
	}

	/** Adds an assessment: a copy, one from a file, or one brought back. Never replaces another. */
	add(assessment: Assessment): Promise<void> {
		return this.#change(async () => {
			const storage = await deviceStorage();
			await storage.change(assessment.id, (kept) => kept ?? assessment);
		});
	}

	/** Adds a copy of an assessment under its own label. */
	duplicate(assessment: Assessment, label: string): Promise<void> {
		return this.add({ ...assessment, id: newId(), label, changedAt: new Date().toISOString() });
	}

	/** Deletes one assessment; `bringBack` restores it while the page is open. */
	remove(assessment: Assessment): Promise<void> {
		return this.#change(async () => {
			const storage = await deviceStorage();
			// what is kept may be newer than what is listed
			const kept = (await storage.read(assessment.id)) ?? assessment;
			await storage.remove(assessment.id);
			session.forget(assessment.id);
			if (recall('tab', 'open-assessment') === assessment.id) remember('tab', 'open-assessment', undefined);
			this.deleted = kept;
			this.onremoved(assessment.id);
		});
	}

	/** Deletes for good something that cannot be opened. */
	discard(key: string): Promise<void> {
		return this.#change(async () => (await deviceStorage()).remove(key));
	}

	async bringBack(): Promise<void> {
		if (this.deleted === undefined) return;
		await this.add(this.deleted);
		if (!this.hasFailed) this.deleted = undefined;
	}

	async #change(change: () => Promise<void>): Promise<void> {
		try {
			await change();
			this.hasFailed = false;
		} catch {
			this.hasFailed = true;
		}
		await this.read();
	}
}

export const library = new Library();
