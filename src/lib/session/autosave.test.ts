import { afterEach, describe, expect, it, vi } from 'vitest';
import { recordAnswer } from '#lib/assessment/answer.ts';
import type { Assessment } from '#lib/assessment/schema.ts';
import { completeAssessment } from '#lib/assessment/start.ts';
import { Autosave } from '#lib/session/autosave.svelte.ts';
import { createMemoryStorage } from '#lib/storage/memory.ts';
import type { Storage } from '#lib/storage/port.ts';

const NOON = new Date('2026-11-21T12:00:00Z');

function anAssessment(id: string): Assessment {
	return completeAssessment(
		{
			format: 'child-safeguarding-assessment',
			formatVersion: 2,
			questionnaire: { id: 'icss', version: '0.1.0' },
			profile: {},
			answers: {},
			snapshots: []
		},
		{ id, now: NOON.toISOString(), today: '2026-11-21' }
	);
}

const answering = (indicatorId: string, level: string) => (assessment: Assessment) =>
	recordAnswer(assessment, indicatorId, { level });

/** Lasting storage that refuses writes while `isRefusing`, and settles only when told to. */
function aStorage() {
	const memory = createMemoryStorage('device');
	const switches = { isRefusing: false, hold: undefined as Promise<void> | undefined, begun: 0 };
	const storage: Storage = {
		...memory,
		async change(id, change) {
			switches.begun += 1;
			const isRefused = switches.isRefusing;
			await switches.hold;
			if (isRefused) throw new Error('quota');
			return memory.change(id, change);
		}
	};
	return { storage, switches };
}

afterEach(() => void vi.useRealTimers());

describe('Autosave', () => {
	it('begins the write in the call and says saved only when it has completed', async () => {
		const { storage, switches } = aStorage();
		let finish = () => {};
		switches.hold = new Promise((resolve) => (finish = resolve));
		const autosave = new Autosave(storage, () => NOON);
		const saving = autosave.save(anAssessment('a'), answering('q.1', 'in-place'));
		expect(switches.begun).toBe(1);
		expect(autosave.state).toEqual({ kind: 'saving' });
		finish();
		await saving;
		expect(autosave.state).toEqual({ kind: 'saved', at: NOON });
		expect((await storage.read('a'))?.answers['q.1']).toEqual({ level: 'in-place' });
	});

	it('says at once that a write failed and stores everything with the next one that works', async () => {
		const { storage, switches } = aStorage();
		const autosave = new Autosave(storage, () => NOON);
		switches.isRefusing = true;
		await autosave.save(anAssessment('a'), answering('q.1', 'in-place'));
		expect(autosave.state).toEqual({ kind: 'failing' });
		switches.isRefusing = false;
		await autosave.save(anAssessment('a'), answering('q.2', 'unknown'));
		expect(autosave.state).toEqual({ kind: 'saved', at: NOON });
		expect((await storage.read('a'))?.answers).toEqual({
			'q.1': { level: 'in-place' },
			'q.2': { level: 'unknown' }
		});
	});

	it('does not say saved while an earlier change is not stored', async () => {
		const { storage, switches } = aStorage();
		const autosave = new Autosave(storage, () => NOON);
		switches.isRefusing = true;
		await autosave.save(anAssessment('a'), answering('q.1', 'in-place'));
		await autosave.saveAgain();
		expect(autosave.state).toEqual({ kind: 'failing' });
		expect(autosave.hasUnsaved).toBe(true);
		switches.isRefusing = false;
		await autosave.saveAgain();
		expect(autosave.hasUnsaved).toBe(false);
	});

	it('keeps what another tab stored meanwhile', async () => {
		const { storage } = aStorage();
		const here = new Autosave(storage, () => NOON);
		const there = new Autosave(storage, () => NOON);
		await here.save(anAssessment('a'), answering('q.1', 'in-place'));
		await there.save(anAssessment('a'), answering('q.2', 'unknown'));
		await here.save(anAssessment('a'), answering('q.3', 'in-place'));
		expect(Object.keys((await storage.read('a'))?.answers ?? {})).toEqual(['q.1', 'q.2', 'q.3']);
	});

	it('lets a write that waits carry what is changed meanwhile', async () => {
		const { storage, switches } = aStorage();
		let finish = () => {};
		switches.hold = new Promise((resolve) => (finish = resolve));
		const autosave = new Autosave(storage, () => NOON);
		const saves = ['q.1', 'q.2', 'q.3'].map((id) =>
			autosave.save(anAssessment('a'), answering(id, 'in-place'))
		);
		expect(switches.begun).toBe(1);
		finish();
		await Promise.all(saves);
		expect(Object.keys((await storage.read('a'))?.answers ?? {})).toEqual(['q.1', 'q.2', 'q.3']);
		await autosave.save(anAssessment('a'), answering('q.4', 'in-place'));
		expect(switches.begun).toBe(2);
		expect((await storage.read('a'))?.answers['q.4']).toEqual({ level: 'in-place' });
	});

	it('starts a write of its own once the one before has begun to read', async () => {
		const memory = createMemoryStorage('device');
		const autosave = new Autosave(memory, () => NOON);
		// memory reads within the call: no write ever waits
		await Promise.all(
			['q.1', 'q.2'].map((id) => autosave.save(anAssessment('a'), answering(id, 'in-place')))
		);
		expect(Object.keys((await memory.read('a'))?.answers ?? {})).toEqual(['q.1', 'q.2']);
		expect(autosave.hasUnsaved).toBe(false);
	});

	it('never writes a change that failed into another assessment', async () => {
		const { storage, switches } = aStorage();
		const autosave = new Autosave(storage, () => NOON);
		switches.isRefusing = true;
		await autosave.save(anAssessment('a'), answering('q.1', 'in-place'));
		switches.isRefusing = false;
		await autosave.save(anAssessment('b'), answering('q.2', 'unknown'));
		expect((await storage.read('b'))?.answers).toEqual({ 'q.2': { level: 'unknown' } });
		expect(autosave.hasUnsaved).toBe(true);
		await autosave.saveAgain();
		expect((await storage.read('a'))?.answers['q.1']).toEqual({ level: 'in-place' });
	});

	it.each([
		['the browser refuses storage', 'refused', 'cannot-keep'],
		['a person chose so', 'page', 'on-page']
	] as const)('never says that it is saved when %s', async (_why, keeping, kind) => {
		const autosave = new Autosave(createMemoryStorage(keeping), () => NOON);
		await autosave.save(anAssessment('a'), answering('q.1', 'in-place'));
		expect(autosave.state).toEqual({ kind });
	});

	it('tries again by itself, and says saved only then', async () => {
		vi.useFakeTimers();
		const { storage, switches } = aStorage();
		const autosave = new Autosave(storage, () => NOON);
		switches.isRefusing = true;
		await autosave.save(anAssessment('a'), answering('q.1', 'in-place'));
		await vi.advanceTimersByTimeAsync(1000);
		expect(switches.begun).toBe(2);
		expect(autosave.state).toEqual({ kind: 'failing' });
		switches.isRefusing = false;
		await vi.advanceTimersByTimeAsync(2000);
		expect(autosave.state).toEqual({ kind: 'saved', at: NOON });
		expect((await storage.read('a'))?.answers['q.1']).toEqual({ level: 'in-place' });
		await vi.advanceTimersByTimeAsync(60_000);
		expect(switches.begun).toBe(3);
	});

	it('says that it is not saved when the device does not answer, and saved once it did', async () => {
		vi.useFakeTimers();
		const { storage, switches } = aStorage();
		let answer = () => {};
		switches.hold = new Promise((resolve) => (answer = resolve));
		const autosave = new Autosave(storage, () => NOON);
		const saved = autosave.save(anAssessment('a'), answering('q.1', 'in-place'));
		expect(autosave.state).toEqual({ kind: 'saving' });
		await vi.advanceTimersByTimeAsync(3000);
		expect(autosave.state).toEqual({ kind: 'failing' });
		answer();
		await saved;
		expect(autosave.state).toEqual({ kind: 'saved', at: NOON });
	});

	it('gives up everything when everything is erased', async () => {
		vi.useFakeTimers();
		const { storage, switches } = aStorage();
		const autosave = new Autosave(storage, () => NOON);
		switches.isRefusing = true;
		await autosave.save(anAssessment('a'), answering('q.1', 'in-place'));
		autosave.forget();
		switches.isRefusing = false;
		await vi.advanceTimersByTimeAsync(60_000);
		expect(await storage.read('a')).toBeUndefined();
		expect(autosave.state).toEqual({ kind: 'nothing-yet' });
	});
});
