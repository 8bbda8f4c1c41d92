import { deviceStorage } from '#lib/session/device.ts';
import { library } from '#lib/session/library.svelte.ts';
import { session } from '#lib/session/session.svelte.ts';
import { openLasting, takeUp } from '#lib/storage/device.ts';
import { eraseAll } from '#lib/storage/erase.ts';
import type { Keeping } from '#lib/storage/port.ts';
import { forgetAll } from '#lib/storage/forget-all.ts';
import { createMemoryStorage } from '#lib/storage/memory.ts';
import { recall, remember } from '#lib/storage/remember.ts';
import { LOCK_KEY } from '#lib/storage/rows.ts';
import { joinTabs, type News } from '#lib/storage/tabs.ts';

/** What the browser says to the wish to keep data until a person deletes it. */
type Persistence = 'granted' | 'refused' | 'not-asked' | 'unknown';

/** So many answers are worth asking the browser to keep them. */
const WORTH_ASKING = 3;
const IDLE_MINUTES = 10;

/** How this browser keeps what is answered, and what a person can do about it. Loaded after the page is alive. */
class DeviceKeeping {
	/** Undefined until the device has answered. */
	keeping = $state<Keeping>();
	/** `none`: no passphrase was set; `locked`: it is waited for; `open`: it was given. */
	lock = $state<'none' | 'locked' | 'open'>('none');
	/** Whether files are encrypted though nothing is kept on the disk. */
	hasFilePassphrase = $state(false);
	persistence = $state<Persistence>('unknown');
	/** Bytes that this site uses, and may use, as the browser estimates; undefined where it does not say. */
	space = $state.raw<{ used: number; all: number }>();
	/** Why the page is covered, until a person wants to see it: nobody used it, or another tab was locked by hand. */
	covered = $state<'idle' | 'lock'>();
	/** Minutes without use after which the page is covered, or locked; 0: never. */
	idleMinutes = $state(IDLE_MINUTES);
	/** Whether everything was erased since the page was loaded, here or in another tab. */
	hasErased = $state(false);
	/** Whether a person wants to erase everything, and is asked if they mean it. */
	isAskedToErase = $state(false);
	/** Goes on with what waits for the passphrase, or without it. */
	#goOn: ((isOpen: boolean) => void) | undefined;
	#tabs: ReturnType<typeof joinTabs> | undefined;

	/**
	 * Begins to follow the device and the other tabs.
	 * @param ongone called when another tab has deleted what the page shows, or erased everything
	 * @returns ends it
	 */
	async watch(ongone: () => void): Promise<() => void> {
		const minutes = Number(recall('device', 'idle-minutes') ?? IDLE_MINUTES);
		this.idleMinutes = Number.isFinite(minutes) && minutes >= 0 ? minutes : IDLE_MINUTES;
		const tabs = joinTabs((news) => {
			// a hidden tab may be frozen, and what it reads then would keep all others from writing; it looks when it is shown
			if (news.kind === 'changed') void (document.hidden || session.refresh(news.id));
			else if (news.kind === 'erased') void this.#startAnew().then(ongone);
			// a tab that keeps things only until it is closed has its own
			else if (this.keeping !== 'device') return;
			else if (news.kind === 'removed') this.#forget(news.id, ongone);
			// it locks as soon as all is stored
			else if (news.kind === 'lock') this.covered ??= this.lock === 'open' ? 'lock' : undefined;
			// the page starts anew with the storage as it is now; what was answered here is stored already
			else if (this.lock === 'locked' || !session.hasUnsaved) location.reload();
			else void this.follow();
		});
		this.#tabs = tabs;
		const device = await deviceStorage();
		device.onmove = () => {
			session.resave();
			void this.read();
		};
		device.onerased = () => void this.#startAnew().then(ongone);
		library.onremoved = (id) => {
			if (this.keeping === 'device') this.tell({ kind: 'removed', id });
		};
		await this.read();
		return () => tabs.leave();
	}

	/** Asks the device again how it keeps things. */
	async read(): Promise<void> {
		const device = await deviceStorage();
		if (library.isRead) void library.read();
		this.keeping = device.keeping;
		this.lock = device.locked === undefined ? 'none' : device.locked.key === undefined ? 'locked' : 'open';
		this.hasFilePassphrase = device.fileKey !== undefined;
		this.persistence = await persistenceNow();
		const { usage, quota } = (await navigator.storage?.estimate?.().catch(() => undefined)) ?? {};
		this.space = usage === undefined || quota === undefined ? undefined : { used: usage, all: quota };
	}

	/** Another tab has deleted an assessment. What was done here and is not stored yet is newer, and brings it back. */
	#forget(id: string, ongone: () => void): void {
		if (!session.hasUnsaved && session.forget(id)) {
			remember('tab', 'open-assessment', undefined);
			ongone();
		}
		if (library.isRead) void library.read();
	}

	/** Tells the other tabs what happened here. */
	tell(news: News): void {
		this.#tabs?.tell(news);
	}

	/**
	 * Asks the browser, once, to keep the answers until a person deletes them: after the first answers, because before
	 * them a browser has no reason to agree and a person none to understand the question.
	 */
	async askToPersist(answers: number): Promise<void> {
		if (this.keeping !== 'device' || answers < WORTH_ASKING || recall('device', 'asked-to-persist')) return;
		remember('device', 'asked-to-persist', 'yes');
		await navigator.storage?.persist?.().catch(() => false);
		this.persistence = await persistenceNow();
	}

	/** Goes on with the lock as it is kept now: another tab may have set a passphrase, or taken it away. */
	async follow(): Promise<void> {
		const device = await deviceStorage();
		if (device.keeping !== 'device' || device.rows === undefined) return;
		try {
			const lock = await device.rows.read(LOCK_KEY);
			if (device.locked ? device.locked.isUnder(lock) : lock === undefined) return;
			// all was taken off the disk elsewhere: nothing of it goes back there by itself, and least of all in clear
			if (lock === undefined && device.locked?.key && (await device.rows.all()).size === 0) return;
			device.replace(await openLasting(device));
			session.retrySave();
		} catch {
			// a database that does not answer cannot be followed; what is not stored stays on the page
		}
	}

	/** Asks for the passphrase of what is locked; false when the person goes on without it. */
	async askPassphrase(): Promise<boolean> {
		await this.read();
		return new Promise((resolve) => (this.#goOn = resolve));
	}

	/**
	 * Leaves closed what is locked. A page that has work goes on with that; another begins anew, with an empty one that
	 * lasts until it is closed: whoever comes next to a shared computer needs no passphrase of somebody else.
	 */
	leaveLocked(): void {
		if (this.keeping === 'page') {
			this.#goOn?.(false);
			// the page works on with what it has: a lock that is not on its way must not cover it again
			void deviceStorage().then((device) => {
				device.locked = undefined;
				return this.read();
			});
			return;
		}
		remember('tab', 'open-assessment', undefined);
		remember('tab', 'keeping', 'page');
		location.reload();
	}

	/** Opens what is kept with the passphrase. `failed`: whether it fits cannot be told. */
	async unlock(phrase: string): Promise<'open' | 'wrong' | 'failed'> {
		const { locked } = await deviceStorage();
		const outcome = await (locked?.unlock(phrase) ?? Promise.reject(new Error('There is no lock'))).then(
			(isFitting) => (isFitting ? 'open' : 'wrong'),
			() => 'failed' as const
		);
		if (outcome === 'open') this.#goOn?.(true);
		await this.read();
		return outcome;
	}

	/**
	 * Locks: the page starts anew and knows no key. What is not stored yet would be lost: then it does not lock.
	 * @param where whether the other tabs lock too
	 * @returns false when something could not be stored
	 */
	async lockNow(where: 'here' | 'everywhere'): Promise<boolean> {
		await session.stored();
		if (session.hasUnsaved) return false;
		if (where === 'everywhere') this.tell({ kind: 'lock' });
		location.reload();
		return true;
	}

	setIdleMinutes(minutes: number): void {
		this.idleMinutes = minutes;
		remember('device', 'idle-minutes', minutes === IDLE_MINUTES ? undefined : String(minutes));
	}

	/**
	 * Erases every assessment, passphrase and setting of this tool in this browser; the other tabs start empty.
	 * The files of the site itself are for `offline.remove()`.
	 * @returns false when the browser refused
	 */
	async erase(): Promise<boolean> {
		const device = await deviceStorage();
		session.reset();
		const isErased = await eraseAll(device.rows).then(
			() => true,
			() => false
		);
		if (isErased) this.tell({ kind: 'erased' });
		await this.#startAnew();
		this.hasErased = isErased;
		return isErased;
	}

	/** Knows nothing any more, as a page of somebody who was never here. */
	async #startAnew(): Promise<void> {
		const device = await deviceStorage();
		const wasOnPage = device.keeping === 'page';
		forgetAll();
		session.reset();
		library.deleted = undefined;
		device.rows = device.locked = device.fileKey = undefined;
		if (wasOnPage) {
			// a person who wanted nothing on the disk still does
			remember('tab', 'keeping', 'page');
			device.replace(createMemoryStorage('page'));
		} else {
			await takeUp(device);
		}
		this.idleMinutes = IDLE_MINUTES;
		this.hasErased = true;
		await this.read();
	}
}

async function persistenceNow(): Promise<Persistence> {
	if (typeof navigator.storage?.persisted !== 'function') return 'unknown';
	if (await navigator.storage.persisted().catch(() => false)) return 'granted';
	return recall('device', 'asked-to-persist') ? 'refused' : 'not-asked';
}

export const keeping = new DeviceKeeping();
