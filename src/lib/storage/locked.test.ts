import { describe, expect, it } from 'vitest';
import { recordAnswer } from '#lib/assessment/answer.ts';
import type { Assessment } from '#lib/assessment/schema.ts';
import { createClearStorage } from '#lib/storage/indexed-db.ts';
import { createLockedStorage, lockRows, unlockRows } from '#lib/storage/locked.ts';
import { LOCK_KEY, type Rows } from '#lib/storage/rows.ts';
import { makeSealingKey } from '#lib/storage/sealed.ts';
import { createFakeRows, type FakeRows } from '../../../tests/unit/fake-rows.ts';
import { exampleAssessment } from '../../../tests/unit/example-assessment.ts';

const PHRASE = 'four words nobody guesses';
const CANARY = 'ZQ7-canary';

/** A database in clear with two assessments, one of them with something to hide, and things that are none of ours. */
async function someRows(): Promise<FakeRows> {
	const rows = createFakeRows();
	const storage = createClearStorage(rows);
	for (const id of ['a', 'b'])
		await storage.change(id, () => exampleAssessment({}, { id, label: `${CANARY} ${id}` }));
	rows.kept.set('damaged', { format: 'child-safeguarding-assessment', note: CANARY });
	rows.kept.set('newer', { format: 'child-safeguarding-assessment', formatVersion: 99, note: CANARY });
	return rows;
}

const answering = (id: string) => (kept: Assessment | undefined) => {
	if (kept === undefined) throw new Error('It is gone');
	return recordAnswer(kept, id, { level: 'in-place' });
};

/** What the disk holds, opened as a page that starts anew would open it. */
async function openedFrom(rows: Rows): Promise<Assessment[]> {
	const lock = await rows.read(LOCK_KEY);
	if (lock === undefined) return (await createClearStorage(rows).list()).assessments;
	const storage = createLockedStorage(rows, lock);
	expect(await storage.unlock(PHRASE)).toBe(true);
	return (await storage.list()).assessments;
}

const textOf = ({ kept }: FakeRows) => JSON.stringify([...kept]);

describe('a passphrase that is set', () => {
	it('leaves nothing in clear, and opens everything again', async () => {
		const rows = await someRows();
		const storage = await lockRows(rows, PHRASE);
		expect(textOf(rows)).not.toContain(CANARY);
		await storage.change('a', answering('q.1'));
		await storage.change('c', () => exampleAssessment({}, { id: 'c', label: CANARY }));
		expect(textOf(rows)).not.toContain(CANARY);
		const { assessments, unreadable } = await storage.list();
		expect(assessments.map(({ label }) => label)).toEqual([`${CANARY} a`, `${CANARY} b`, CANARY]);
		expect(unreadable.map(({ key, reason }) => [key, reason])).toEqual([
			['damaged', 'damaged'],
			['newer', 'newer']
		]);
		// a file of one of these must not be in clear either
		expect(unreadable.map(({ raw }) => raw)).toEqual(['damaged', 'newer'].map((key) => rows.kept.get(key)));
	});

	it('may be a key that was made from it before', async () => {
		const rows = await someRows();
		const key = await makeSealingKey(PHRASE);
		const storage = await lockRows(rows, key);
		expect(storage.key).toBe(key);
		expect(textOf(rows)).not.toContain(CANARY);
		expect(await openedFrom(rows)).toHaveLength(2);
	});

	it('leaves alone what JSON cannot say', async () => {
		const rows = await someRows();
		const odd = { at: new Date(0), bytes: new Uint8Array([1]), big: 1n };
		rows.kept.set('odd', odd);
		await lockRows(rows, PHRASE);
		expect(rows.kept.get('odd')).toEqual(odd);
	});

	it('refuses another one, without a word of the content', async () => {
		const rows = await someRows();
		await lockRows(rows, PHRASE);
		const storage = createLockedStorage(rows, rows.kept.get(LOCK_KEY));
		expect(await storage.unlock(`${PHRASE} `)).toBe(false);
		expect(storage.key).toBeUndefined();
	});

	it('lets what was asked meanwhile go on once it is opened', async () => {
		const rows = await someRows();
		await lockRows(rows, PHRASE);
		const storage = createLockedStorage(rows, rows.kept.get(LOCK_KEY));
		const changing = storage.change('a', answering('q.1'));
		const reading = storage.read('b');
		await storage.unlock(PHRASE);
		expect((await changing).answers['q.1']).toEqual({ level: 'in-place' });
		expect((await reading)?.label).toBe(`${CANARY} b`);
	});

	it('opens what is there even when the lock itself is damaged', async () => {
		const rows = await someRows();
		await lockRows(rows, PHRASE);
		const storage = createLockedStorage(rows, { broken: true });
		expect(await storage.unlock('another passphrase')).toBe(false);
		expect(await storage.unlock(PHRASE)).toBe(true);
		expect((await storage.read('a'))?.label).toBe(`${CANARY} a`);
	});

	it('says that it cannot tell where nothing is sealed in a way that it knows', async () => {
		const storage = createLockedStorage(createFakeRows(new Map()), { formatVersion: 99 });
		await expect(storage.unlock(PHRASE)).rejects.toThrow('Nothing here');
	});

	it('keeps a damaged row from being changed, and shows it as damaged', async () => {
		const rows = await someRows();
		const storage = await lockRows(rows, PHRASE);
		const sealed = rows.kept.get('a') as { data: string };
		rows.kept.set('a', { ...sealed, data: `AAAA${sealed.data.slice(4)}` });
		const before = textOf(rows);
		await expect(storage.change('a', answering('q.1'))).rejects.toThrow('cannot be changed');
		expect((await storage.list()).unreadable.map(({ key }) => key)).toContain('a');
		expect(textOf(rows)).toBe(before);
		// and taking the passphrase away must not lose it
		await expect(unlockRows(rows, storage)).rejects.toThrow();
		expect(textOf(rows)).toBe(before);
	});
});

describe('stopped at any point', () => {
	const acts: [what: string, prepare: boolean, act: (rows: FakeRows) => Promise<unknown>][] = [
		['setting it', false, (rows) => lockRows(rows, PHRASE)],
		[
			'taking it away',
			true,
			async (rows) => {
				const storage = createLockedStorage(rows, rows.kept.get(LOCK_KEY));
				await storage.unlock(PHRASE);
				await unlockRows(rows, storage);
			}
		]
	];
	it.each(acts)(
		'%s leaves the old or the new, never neither',
		async (_what, isLocked, act) => {
			const first = await someRows();
			if (isLocked) await lockRows(first, PHRASE);
			const before = await openedFrom(first);
			let stops = 0;
			for (let isEnded = false; !isEnded; stops += 1) {
				const rows = createFakeRows(new Map(first.kept));
				let step = 0;
				rows.onstep = () => {
					if (step++ === stops) throw new Error('The browser was killed');
				};
				isEnded = await act(rows).then(
					() => true,
					() => false
				);
				rows.onstep = () => {};
				expect(await openedFrom(rows), `stopped at ${stops}`).toEqual(before);
			}
			// before and after each of its transactions, and once not at all
			expect(stops).toBeGreaterThan(4);
		},
		60_000
	);
});

describe('several tabs', () => {
	it('keep every answer that either of them was told is stored', async () => {
		const rows = await someRows();
		const one = await lockRows(rows, PHRASE);
		const other = createLockedStorage(createFakeRows(rows.kept), rows.kept.get(LOCK_KEY));
		await other.unlock(PHRASE);
		const answers = Array.from({ length: 12 }, (_, index) => `q.${index}`);
		await Promise.all(answers.map((id, index) => (index % 2 ? one : other).change('a', answering(id))));
		expect(Object.keys((await one.read('a'))?.answers ?? {}).sort()).toEqual([...answers].sort());
	});

	it('cannot write in clear once one of them has set a passphrase, nor lose what was stored on the way', async () => {
		const rows = await someRows();
		const other = createClearStorage(createFakeRows(rows.kept));
		const stored: string[] = [];
		rows.onstep = async (_name, when) => {
			const id = `q.${stored.length}`;
			if (when === 'before')
				await other.change('a', answering(id)).then(
					() => stored.push(id),
					() => {}
				);
		};
		const storage = await lockRows(rows, PHRASE).catch(() => undefined);
		rows.onstep = () => {};
		// the other tab was quicker each time: nothing was locked, and nothing lost
		expect(storage).toBeUndefined();
		expect(Object.keys((await other.read('a'))?.answers ?? {})).toEqual(stored);

		const locked = await lockRows(rows, PHRASE);
		await expect(other.change('a', answering('late'))).rejects.toThrow('nothing is written in clear');
		expect(Object.keys((await locked.read('a'))?.answers ?? {})).toEqual(stored);
		expect(textOf(rows)).not.toContain(CANARY);
	});

	it('cannot write under a passphrase that another one changed or took away', async () => {
		const rows = await someRows();
		const one = await lockRows(rows, PHRASE);
		const other = await lockRows(rows, 'another passphrase', one);
		expect(one.isUnder(rows.kept.get(LOCK_KEY))).toBe(false);
		await expect(one.change('a', answering('q.1'))).rejects.toThrow('changed');
		expect((await other.read('a'))?.label).toBe(`${CANARY} a`);
		await unlockRows(rows, other);
		await expect(other.change('a', answering('q.1'))).rejects.toThrow('changed');
		expect((await createClearStorage(rows).read('a'))?.answers).toEqual({});
	});

	it('cannot set one over that of another, nor change or take away one that is no more in use', async () => {
		const rows = await someRows();
		const one = await lockRows(rows, PHRASE);
		await expect(lockRows(rows, 'of a tab that heard nothing')).rejects.toThrow('changed');
		const other = await lockRows(rows, 'another passphrase', one);
		await expect(lockRows(rows, 'a third passphrase', one)).rejects.toThrow('changed');
		await expect(unlockRows(rows, one)).rejects.toThrow('changed');
		expect((await other.read('a'))?.label).toBe(`${CANARY} a`);
	});
});
