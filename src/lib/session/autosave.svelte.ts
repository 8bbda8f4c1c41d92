import type { SaveState } from '#lib/assessment/save-state.ts';
import type { Assessment } from '#lib/assessment/schema.ts';
import { addressOf } from '#lib/session/questionnaires.ts';
import type { Storage } from '#lib/storage/port.ts';

/** A change to an assessment. It sets things, so that applying it twice gives the same as once. */
export type Change = (assessment: Assessment) => Assessment;

/** After so many milliseconds a failed write is tried again; each time twice as long, up to the longest. */
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 30_000;
/** A write that takes longer than so many milliseconds is said to be not stored yet. */
const SLOW = 3000;

/** A change that is not stored yet, and the assessment as it was on the page with it. */
interface Unsaved {
	base: Assessment;
	change: Change;
}

/**
 * Writes each change in the event that made it. A change counts as stored only when its transaction has completed;
 * until then every later write of that assessment carries it too, in order, so that one failure loses nothing.
 */
export class Autosave {
	state = $state.raw<SaveState>({ kind: 'nothing-yet' });
	readonly #storage: Storage;
	readonly #now: () => Date;
	#unsaved: Unsaved[] = [];
	/** Writes that have not begun to read what is kept, by the id of their assessment. */
	readonly #waiting = new Map<string, Promise<void>>();

	#pause = FIRST_PAUSE;
	#nextTry: ReturnType<typeof setTimeout> | undefined;

	constructor(storage: Storage, now: () => Date) {
		this.#storage = storage;
		this.#now = now;
	}

	get hasUnsaved(): boolean {
		return this.#unsaved.length > 0;
	}

	/** Says when what was found on the device had been stored, unless something newer is on its way. */
	found(at: Date): void {
		if (!this.hasUnsaved) this.state = this.#stored(at);
	}

	/**
	 * What to show of a questionnaire: what was found on the device, or the assessment that could not be stored yet.
	 * @param address how the questionnaire is called in the addresses
	 * @param wanted id of the assessment that was asked for; when it was found, no other takes its place
	 */
	newestOf(
		address: string,
		found: Assessment | undefined,
		wanted: string | undefined
	): Assessment | undefined {
		const { base } = this.#unsaved.filter(({ base }) => addressOf(base) === address).pop() ?? {};
		return found !== undefined && found.id === wanted && found.id !== base?.id ? found : (base ?? found);
	}

	/**
	 * Starts to store a change, in this very call.
	 * @param base the assessment with the change, to begin with when nothing is kept under its id yet
	 */
	save(base: Assessment, change: Change): Promise<void> {
		this.#unsaved.push({ base, change });
		return this.#write(base.id);
	}

	/** Gives up what is not stored yet, of one assessment or of all. */
	forget(id?: string): void {
		if (!this.hasUnsaved) return;
		this.#unsaved = id === undefined ? [] : this.#unsaved.filter(({ base }) => base.id !== id);
		if (!this.hasUnsaved) this.state = { kind: 'nothing-yet' };
	}

	/** Tries again to store what is not stored yet; without such changes it does nothing. */
	async saveAgain(): Promise<void> {
		const ids = new Set(this.#unsaved.map(({ base }) => base.id));
		await Promise.all([...ids].map((id) => this.#write(id)));
	}

	/**
	 * Writes all that is not stored yet of one assessment. A write that waits for the one before it will carry what is
	 * changed meanwhile: however fast a person types, the last letter waits for two writes at most.
	 */
	#write(id: string): Promise<void> {
		const waiting = this.#waiting.get(id);
		if (waiting) return waiting;
		let isWaiting = true;
		const write = this.#carry(id, () => {
			isWaiting = false;
			this.#waiting.delete(id);
		});
		if (isWaiting) this.#waiting.set(id, write);
		return write;
	}

	/** What can be said of changes that the storage has taken. */
	#stored(at: Date): SaveState {
		const { keeping } = this.#storage;
		return keeping === 'device'
			? { kind: 'saved', at }
			: { kind: keeping === 'page' ? 'on-page' : 'cannot-keep' };
	}

	/** @param begin called when the write reads what it carries, or has failed before that */
	async #carry(id: string, begin: () => void): Promise<void> {
		if (this.state.kind !== 'failing') this.state = { kind: 'saving' };
		let carried: Unsaved[] = [];
		const slow = setTimeout(() => this.#fail(), SLOW);
		try {
			await this.#storage.change(id, (kept) => {
				begin();
				carried = this.#unsaved.filter(({ base }) => base.id === id);
				const base = kept ?? carried[carried.length - 1]?.base;
				if (base === undefined) throw new Error('There is nothing to write');
				return carried.reduce((assessment, { change }) => change(assessment), base);
			});
			this.#unsaved = this.#unsaved.filter((each) => !carried.includes(each));
			if (this.hasUnsaved) return;
			this.#pause = FIRST_PAUSE;
			clearTimeout(this.#nextTry);
			this.state = this.#stored(this.#now());
		} catch {
			begin();
			this.#fail();
			this.#tryLater();
		} finally {
			clearTimeout(slow);
		}
	}

	/** A later write may have stored the changes meanwhile: only what is not stored counts as failed. */
	#fail(): void {
		if (this.hasUnsaved) this.state = { kind: 'failing' };
	}

	#tryLater(): void {
		clearTimeout(this.#nextTry);
		this.#nextTry = setTimeout(() => void this.saveAgain(), this.#pause);
		this.#pause = Math.min(2 * this.#pause, LONGEST_PAUSE);
	}
}
