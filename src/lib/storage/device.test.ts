import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { recordAnswer } from '#lib/assessment/answer.ts';
import { joinAssessments } from '#lib/assessment/join.ts';
import type { Assessment } from '#lib/assessment/schema.ts';
import { createClearStorage } from '#lib/storage/indexed-db.ts';
import { lockRows } from '#lib/storage/locked.ts';
import { createMemoryStorage } from '#lib/storage/memory.ts';
import type { Storage } from '#lib/storage/port.ts';
import type * as rowsModule from '#lib/storage/rows.ts';
import { takeOffDisk } from '#lib/storage/take-off-disk.ts';
import { exampleAssessment } from '../../../tests/unit/example-assessment.ts';
import { createFakeRows, type FakeRows } from '../../../tests/unit/fake-rows.ts';

const browser = vi.hoisted(() => ({ rows: undefined as unknown }));
vi.mock('#lib/storage/rows.ts', async (original) => ({
	...(await original<typeof rowsModule>()),
	createRows: () => browser.rows
}));
const { Device, openDevice, openLasting } = await import('#lib/storage/device.ts');

let rows: FakeRows;
/** What the tab remembers. */
let tab: Map<string, string>;

beforeEach(() => {
	browser.rows = rows = createFakeRows();
	tab = new Map();
	vi.stubGlobal('sessionStorage', { getItem: (key: string) => tab.get(key) ?? null });
});

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

const start = (id: string) => () => exampleAssessment({}, { id });
const answering = (id: string) => (kept: Assessment | undefined) =>
	recordAnswer(kept ?? exampleAssessment({}, { id: 'a' }), id, { level: 'in-place' });

/** Holds every transaction of the browser until it is let go. */
function holdRows(): () => void {
	let letGo = () => {};
	const held = new Promise<void>((resolve) => (letGo = resolve));
	rows.onstep = () => held;
	return letGo;
}

async function answersOf(device: Storage, id = 'a'): Promise<string[]> {
	return Object.keys((await device.read(id))?.answers ?? {});
}

describe('a device', () => {
	it('keeps on the disk what it is given', async () => {
		const device = await openDevice();
		expect(device.keeping).toBe('device');
		await device.change('a', start('a'));
		expect([...rows.kept.keys()]).toEqual(['a']);
	});

	it('touches no disk in a tab that keeps only until it is closed', async () => {
		tab.set('child-safeguarding:keeping', 'page');
		const step = vi.fn();
		rows.onstep = step;
		const device = await openDevice();
		await device.change('a', start('a'));
		expect(device.keeping).toBe('page');
		expect(step).not.toHaveBeenCalled();
	});

	it.each([
		['refuses', () => Promise.reject(new DOMException('Refused', 'SecurityError'))],
		[
			'throws',
			() => {
				throw new DOMException('Refused', 'SecurityError');
			}
		]
	])('works in memory and says so when the browser %s', async (_what, onstep) => {
		rows.onstep = onstep;
		const device = await openDevice();
		expect(device.keeping).toBe('refused');
		await device.change('a', answering('q.1'));
		expect(await answersOf(device)).toEqual(['q.1']);
	});

	it('begins without the disk after three seconds at most, and takes everything there when it answers', async () => {
		vi.useFakeTimers();
		const letGo = holdRows();
		const opening = openDevice();
		await vi.advanceTimersByTimeAsync(3000);
		const device = await opening;
		expect(device.keeping).toBe('refused');
		await device.change('a', answering('q.1'));
		letGo();
		// changes made while it moves wait for their new place
		await Promise.all(['q.2', 'q.3'].map((id) => device.change('a', answering(id))));
		await vi.waitFor(() => expect(device.keeping).toBe('device'));
		await device.change('a', answering('q.4'));
		expect(await answersOf(device)).toEqual(['q.1', 'q.2', 'q.3', 'q.4']);
		expect(await createClearStorage(rows).read('a')).toEqual(await device.read('a'));
	});

	it('writes nothing late to the disk when the person has chosen the page meanwhile', async () => {
		vi.useFakeTimers();
		const letGo = holdRows();
		const opening = openDevice();
		await vi.advanceTimersByTimeAsync(3000);
		const device = await opening;
		await device.change('a', answering('q.1'));
		await device.moveTo(createMemoryStorage('page'));
		letGo();
		await vi.advanceTimersByTimeAsync(3000);
		expect(device.keeping).toBe('page');
		expect([...rows.kept]).toEqual([]);
		expect(await answersOf(device)).toEqual(['q.1']);
	});
});

it('asks for no passphrase when the person has chosen the page before the disk answers', async () => {
	await lockRows(rows, 'four words nobody guesses');
	vi.useFakeTimers();
	const letGo = holdRows();
	const opening = openDevice();
	await vi.advanceTimersByTimeAsync(3000);
	const device = await opening;
	device.replace(createMemoryStorage('page'));
	letGo();
	await vi.waitFor(() => expect(device.rows).toBeDefined());
	vi.useRealTimers();
	// what opens it is loaded first
	await new Promise((resolve) => setTimeout(resolve, 50));
	expect(device.locked).toBeUndefined();
});

describe('what moves', () => {
	it('from the disk into memory leaves nothing there but what cannot be opened', async () => {
		rows.kept.set('garbage', 'text');
		const device = await openDevice();
		await device.change('a', answering('q.1'));
		device.replace(await takeOffDisk(device, rows));
		expect([...rows.kept]).toEqual([['garbage', 'text']]);
		expect(device.keeping).toBe('page');
		expect(await answersOf(device)).toEqual(['q.1']);
	});

	it('takes along what another tab stored on the way', async () => {
		const device = await openDevice();
		await device.change('a', answering('q.1'));
		const other = createClearStorage(createFakeRows(rows.kept));
		let isFirst = true;
		rows.onstep = async (name, when) => {
			if (name !== 'changeAll' || when !== 'before' || !isFirst) return;
			isFirst = false;
			await other.change('a', answering('q.2'));
		};
		device.replace(await takeOffDisk(device, rows));
		expect(await answersOf(device)).toEqual(['q.1', 'q.2']);
		expect([...rows.kept]).toEqual([]);
	});

	it('stays where it was when the disk refuses', async () => {
		const device = await openDevice();
		await device.change('a', answering('q.1'));
		rows.onstep = (name) => {
			if (name === 'changeAll') throw new Error('quota');
		};
		await expect(takeOffDisk(device, rows)).rejects.toThrow();
		expect([...rows.kept.keys()]).toEqual(['a']);
		expect(await answersOf(device)).toEqual(['q.1']);
	});

	it('back to the disk never takes the place of what another tab wrote there', async () => {
		const device = await openDevice();
		await device.change('a', answering('q.1'));
		device.replace(await takeOffDisk(device, rows));
		await device.change('a', answering('q.2'));
		// the other tab had it open, and stored it again
		await createClearStorage(rows).change('a', answering('q.3'));
		await device.moveTo(await openLasting(device), (there, here) => ({
			joined: joinAssessments(there, here),
			copies: []
		}));
		expect(device.keeping).toBe('device');
		expect((await answersOf(device)).sort()).toEqual(['q.1', 'q.2', 'q.3']);
	});

	describe('and meets another state of the same on the disk', () => {
		/** What is there has a label and a copy of its own; the move fails at one of its writes, if at any. */
		async function move(failing: (write: number) => boolean | Promise<boolean>) {
			const disk = createClearStorage(rows);
			await disk.change('b', () => exampleAssessment({ 'q.1': 'in-place' }, { id: 'b', label: 'there' }));
			const before = JSON.stringify([...rows.kept]);
			const device = new Device(createMemoryStorage('page'));
			for (const id of ['a', 'b', 'c'])
				await device.change(id, () => exampleAssessment({}, { id, label: 'here' }));
			const keys: string[][] = [];
			rows.onstep = async (name, when) => {
				if (name !== 'change') return;
				if (when === 'after') keys.push([...rows.kept.keys()]);
				else if (await failing(keys.length)) throw new Error('quota');
			};
			const moved = device.moveTo(await openLasting(device), (there, here) => ({
				joined: here,
				copies: [{ ...there, id: 'copy' }]
			}));
			const outcome = await moved.then(
				() => 'moved',
				({ message }: Error) => message
			);
			const now = JSON.stringify([...rows.kept]);
			return { device, disk, outcome, keys, isAsBefore: now === before };
		}

		it('writes the copy before it takes its place', async () => {
			const { device, disk, outcome, keys } = await move(() => false);
			expect([outcome, device.keeping]).toEqual(['moved', 'device']);
			expect(keys.map((each) => each.join(' '))).toEqual(['b a', 'b a copy', 'b a copy', 'b a copy c']);
			expect(await disk.read('b')).toMatchObject({ label: 'here' });
			expect(await disk.read('copy')).toMatchObject({ label: 'there', answers: { 'q.1': {} } });
		});

		it.each([0, 1, 2, 3])('leaves nothing behind when write %i fails', async (failing) => {
			let hasFailed = false;
			const { device, outcome, isAsBefore } = await move((write) => {
				const isFailing = !hasFailed && write === failing;
				hasFailed ||= isFailing;
				return isFailing;
			});
			expect([outcome, device.keeping, isAsBefore]).toEqual(['quota', 'page', true]);
			expect((await device.list()).assessments.map(({ label }) => label)).toEqual(['here', 'here', 'here']);
		});

		it('keeps what another tab writes between the copy and the joined one', async () => {
			const other = createClearStorage(createFakeRows(rows.kept));
			const { device, disk, outcome } = await move(async (write) => {
				if (write === 2) await other.change('b', answering('q.2'));
				return false;
			});
			expect([outcome, device.keeping]).toEqual(['Another tab has changed the assessment', 'page']);
			expect(await answersOf(disk, 'b')).toEqual(['q.1', 'q.2']);
			expect([...rows.kept.keys()]).not.toContain('a');
		});
	});

	it('makes changes wait, and lets them go on when it fails', async () => {
		const device = await openDevice();
		await device.change('a', answering('q.1'));
		const moved = device.pause(() => Promise.reject(new Error('It failed')));
		const changed = device.change('a', answering('q.2'));
		await expect(moved).rejects.toThrow('It failed');
		await changed;
		expect(await answersOf(device)).toEqual(['q.1', 'q.2']);
	});
});
