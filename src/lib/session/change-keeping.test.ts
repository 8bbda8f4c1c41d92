import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Assessment } from '#lib/assessment/schema.ts';
import { Device } from '#lib/storage/device.ts';
import { createClearStorage } from '#lib/storage/indexed-db.ts';
import { createLockedStorage, lockRows, unlockRows } from '#lib/storage/locked.ts';
import { createMemoryStorage } from '#lib/storage/memory.ts';
import { LOCK_KEY } from '#lib/storage/rows.ts';
import { exampleAssessment } from '../../../tests/unit/example-assessment.ts';
import { createFakeRows, type FakeRows } from '../../../tests/unit/fake-rows.ts';

const browser = vi.hoisted(() => ({ device: undefined as unknown, rows: undefined as unknown }));
vi.mock('#lib/session/device.ts', () => ({ deviceStorage: () => Promise.resolve(browser.device) }));
vi.mock('#lib/storage/rows.ts', async (original) => ({
	...(await original<object>()),
	createRows: () => browser.rows
}));

const PHRASE = 'four words nobody guesses';
const CANARY = 'ZQ7-canary';
const nameOf = (label: string) => `${label} (copy)`;

let rows: FakeRows;
let device: Device;
let change: typeof import('#lib/session/change-keeping.ts');
let keeping: typeof import('#lib/session/keeping.svelte.ts').keeping;

beforeEach(async () => {
	browser.rows = rows = createFakeRows();
	browser.device = device = new Device(createMemoryStorage('page'));
	const kept = new Map<string, string>();
	const store = {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => void kept.set(key, value),
		removeItem: (key: string) => void kept.delete(key)
	};
	vi.stubGlobal('sessionStorage', store);
	vi.stubGlobal('localStorage', store);
	vi.stubGlobal('navigator', {});
	vi.resetModules();
	change = await import('#lib/session/change-keeping.ts');
	({ keeping } = await import('#lib/session/keeping.svelte.ts'));
});

const keepOnDevice = () => change.chooseKeeping('device', nameOf);
const textOnDisk = () => JSON.stringify([...rows.kept]);

/** Has every write of the browser fail once the given number of them has been done. */
function failAfter(writes: number): void {
	let done = 0;
	rows.onstep = (name, when) => {
		if (name === 'change' && when === 'before' && done++ === writes) throw new Error('quota');
	};
}

describe('what comes back to the device', () => {
	const plan = { drafted: [], edits: { 'q.1': { note: 'edit' } }, added: [], order: [] };
	const edited = (hour: number, label: string, answers: Assessment['answers']): Assessment =>
		exampleAssessment(answers, { id: 'a', label, changedAt: `2026-03-02T0${hour}:00:00.000Z` });

	it.each([
		['there', 1, 2],
		['here', 2, 1]
	])('keeps a copy of what was %s when that was changed earlier', async (earlier, hourThere, hourHere) => {
		const disk = createClearStorage(rows);
		const there = { ...edited(hourThere, 'there', { 'q.1': { level: 'in-place' } }), plan };
		const here = edited(hourHere, 'here', { 'q.2': { level: 'in-place' } });
		await disk.change('a', () => there);
		await device.change('a', () => here);
		expect(await keepOnDevice()).toBe(true);
		const { assessments } = await disk.list();
		const joined = assessments.find(({ id }) => id === 'a');
		const copies = assessments.filter(({ id }) => id !== 'a');
		expect(joined?.label).toBe(earlier === 'there' ? 'here' : 'there');
		expect(Object.keys(joined?.answers ?? {}).sort()).toEqual(['q.1', 'q.2']);
		const lost = earlier === 'there' ? there : here;
		expect(copies).toEqual([{ ...lost, id: copies[0]?.id, label: `${earlier} (copy)` }]);
		expect(copies[0]?.id).toMatch(/^[0-9a-f]{24}$/);
	});

	it('makes no copy when only answers differ', async () => {
		const disk = createClearStorage(rows);
		await disk.change('a', () => edited(1, 'same', { 'q.1': { level: 'in-place' } }));
		await device.change('a', () => edited(2, 'same', { 'q.2': { level: 'in-place' } }));
		expect(await keepOnDevice()).toBe(true);
		expect([...rows.kept.keys()]).toEqual(['a']);
	});
});

describe('a passphrase for files', () => {
	beforeEach(async () => {
		await createClearStorage(rows).change('b', () => exampleAssessment({}, { id: 'b', label: CANARY }));
		for (const id of ['a', 'c']) await device.change(id, () => exampleAssessment({}, { id, label: CANARY }));
		expect(await change.setPassphrase(PHRASE)).toBe(true);
	});

	it('locks the device that is moved to, and the other tabs hear of it', async () => {
		const tell = vi.spyOn(keeping, 'tell');
		rows.onstep = (name, when) => {
			if (name === 'change' && when === 'after') expect(textOnDisk()).not.toContain(CANARY);
		};
		expect(await keepOnDevice()).toBe(true);
		expect(textOnDisk()).not.toContain(CANARY);
		expect([keeping.keeping, keeping.lock, keeping.hasFilePassphrase]).toEqual(['device', 'open', false]);
		expect(tell).toHaveBeenCalledWith({ kind: 'keeping' });
		const opened = createLockedStorage(rows, rows.kept.get(LOCK_KEY));
		expect(await opened.unlock(PHRASE)).toBe(true);
		expect((await opened.list()).assessments.map(({ id }) => id)).toEqual(['b', 'a', 'c']);
	});

	it('leaves the device as it was when the move fails, and stays for files', async () => {
		const before = textOnDisk();
		failAfter(1);
		expect(await keepOnDevice()).toBe(false);
		expect(textOnDisk()).toBe(before);
		expect([keeping.keeping, keeping.lock, keeping.hasFilePassphrase]).toEqual(['page', 'none', true]);
	});
});

describe('a device under a passphrase', () => {
	beforeEach(async () => {
		await lockRows(rows, PHRASE);
		await device.change('a', () => exampleAssessment({}, { id: 'a' }));
	});

	it('is out of sight again when the move fails after the passphrase was given', async () => {
		failAfter(0);
		const moving = keepOnDevice();
		await vi.waitFor(() => expect(keeping.lock).toBe('locked'));
		expect(await keeping.unlock(PHRASE)).toBe('open');
		expect(await moving).toBe(false);
		expect([keeping.keeping, keeping.lock]).toEqual(['page', 'none']);
		expect(device.locked).toBeUndefined();
	});

	it('is out of sight again when the person goes on without it', async () => {
		const moving = keepOnDevice();
		await vi.waitFor(() => expect(keeping.lock).toBe('locked'));
		await new Promise((resolve) => setTimeout(resolve));
		keeping.leaveLocked();
		expect(await moving).toBe(false);
		expect([keeping.keeping, keeping.lock]).toEqual(['page', 'none']);
	});

	it('never covers a page for good that does not wait for it', async () => {
		device.locked = createLockedStorage(rows, rows.kept.get(LOCK_KEY));
		await keeping.read();
		expect([keeping.keeping, keeping.lock]).toEqual(['page', 'locked']);
		keeping.leaveLocked();
		await vi.waitFor(() => expect(keeping.lock).toBe('none'));
	});
});

describe('a tab that heard nothing of what another one did', () => {
	const onDisk = () => exampleAssessment({}, { id: 'a', label: CANARY });

	beforeEach(async () => {
		device.rows = rows;
		device.replace((device.locked = await lockRows(rows, PHRASE)));
		await device.change('a', onDisk);
	});

	it('writes nothing back once all was taken off the disk', async () => {
		rows.kept.clear();
		await keeping.follow();
		await expect(device.change('a', onDisk)).rejects.toThrow();
		expect(rows.kept.size).toBe(0);
	});

	it('goes on in clear once the passphrase was removed', async () => {
		const { locked } = device;
		if (locked === undefined) throw new Error('There is no lock');
		await unlockRows(rows, locked);
		await keeping.follow();
		await device.change('a', onDisk);
		expect(textOnDisk()).toContain(CANARY);
	});
});

describe('what is deleted', () => {
	/** What another tab hears when an assessment is deleted here. */
	async function heardOfDeleting(): Promise<unknown[]> {
		const heard: unknown[] = [];
		const other = new BroadcastChannel('child-safeguarding');
		const ended = new Promise<void>((resolve) => {
			other.onmessage = ({ data }: MessageEvent) => (data === 'end' ? resolve() : void heard.push(data));
		});
		const leave = await keeping.watch(() => undefined);
		const { library } = await import('#lib/session/library.svelte.ts');
		await device.change('a', () => exampleAssessment({}, { id: 'a' }));
		await library.remove(exampleAssessment({}, { id: 'a' }));
		const last = new BroadcastChannel('child-safeguarding');
		last.postMessage('end');
		await ended;
		leave();
		for (const channel of [other, last]) channel.close();
		return heard;
	}

	it('from the device is told to the other tabs', async () => {
		device.replace(createClearStorage(rows));
		expect(await heardOfDeleting()).toEqual([{ kind: 'removed', id: 'a' }]);
	});

	it('from the page alone is not: the others may keep the same on the device', async () => {
		expect(await heardOfDeleting()).toEqual([]);
	});
});
