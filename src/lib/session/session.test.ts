import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Assessment } from '#lib/assessment/schema.ts';
import { startAssessment } from '#lib/assessment/start.ts';
import type { LoadedQuestionnaire } from '#lib/session/questionnaires.ts';
import { createMemoryStorage } from '#lib/storage/memory.ts';
import type { Storage } from '#lib/storage/port.ts';
import {
	exampleIndicator,
	exampleQuestionnaire,
	exampleText
} from '../../../tests/unit/example-questionnaire.ts';

const device = vi.hoisted(() => ({ storage: undefined as unknown as Promise<Storage> }));
const texts = vi.hoisted(() => ({ load: (() => undefined) as (id: string) => unknown }));
vi.mock('#lib/session/device.ts', () => ({ deviceStorage: () => device.storage }));
vi.mock('#lib/session/questionnaires.ts', () => ({ loadQuestionnaire: (id: string) => texts.load(id) }));

const [A, B] = ['a', 'b'].map((id): LoadedQuestionnaire => {
	const questionnaire = exampleQuestionnaire(
		{ one: [exampleIndicator(`${id}.one.1`), exampleIndicator(`${id}.one.2`)] },
		{ id }
	);
	return { questionnaire, text: exampleText(questionnaire) };
}) as [LoadedQuestionnaire, LoadedQuestionnaire];

/** What the tab remembers; gone with each test. */
let openId: string | undefined;
let storage: Storage;
/** Lets the device answer. */
let answerNow: () => void;
let session: typeof import('#lib/session/session.svelte.ts').session;

beforeEach(async () => {
	openId = undefined;
	vi.stubGlobal('sessionStorage', {
		getItem: () => openId ?? null,
		setItem: (_key: string, id: string) => (openId = id)
	});
	storage = { ...createMemoryStorage(), isLasting: true };
	device.storage = new Promise((resolve) => (answerNow = () => resolve(storage)));
	texts.load = (id) => Promise.resolve([A, B].find(({ questionnaire }) => questionnaire.id === id));
	vi.resetModules();
	({ session } = await import('#lib/session/session.svelte.ts'));
});

/** Stores an assessment as if it had been made before. */
async function keep(
	{ questionnaire }: LoadedQuestionnaire,
	id: string,
	answers: Assessment['answers'] = {},
	changedAt = '2026-01-01T00:00:00.000Z'
): Promise<void> {
	const kept = startAssessment(questionnaire, { id, now: changedAt, today: '2026-01-01' });
	await storage.change(id, () => ({ ...kept, answers }));
}

/** The answers kept on the device of all assessments of a questionnaire. */
async function keptOf({ questionnaire: { id } }: LoadedQuestionnaire): Promise<Assessment['answers'][]> {
	const { assessments } = await storage.list();
	return assessments.filter(({ questionnaire }) => questionnaire.id === id).map(({ answers }) => answers);
}

/** Makes the device take its time over the next read. */
function holdRead(): () => void {
	const { read } = storage;
	let release = () => {};
	const hold = new Promise<void>((resolve) => (release = resolve));
	storage.read = async (id) => {
		storage.read = read;
		const found = await read(id);
		await hold;
		return found;
	};
	return release;
}

/** Waits until all that was started has come to its end. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

const inPlace = { level: 'in-place' };
const unknown = { level: 'unknown' };

describe('answers given before the device replies', () => {
	it('begin an assessment where none is kept', async () => {
		session.prepare(A);
		const opening = session.open('en');
		session.answer('a.one.1', inPlace);
		expect(session.assessment.answers).toEqual({ 'a.one.1': inPlace });
		answerNow();
		await opening;
		expect(session.isOpen).toBe(true);
		expect(session.assessment.id).toBe(openId);
		expect(await keptOf(A)).toEqual([{ 'a.one.1': inPlace }]);
	});

	it('keep the last of several choices, with its reason', async () => {
		session.prepare(A);
		const opening = session.open('en');
		session.answer('a.one.1', inPlace);
		session.answer('a.one.1', { level: 'not-applicable' });
		session.answer('a.one.1', { reason: 'No base' });
		session.answer('a.one.2', unknown);
		session.clear('a.one.2');
		answerNow();
		await opening;
		expect(await keptOf(A)).toEqual([{ 'a.one.1': { level: 'not-applicable', reason: 'No base' } }]);
	});

	it('fill what is open and leave what is kept', async () => {
		await keep(A, 'kept', { 'a.one.1': { ...unknown, reason: 'r' } });
		session.prepare(A);
		const opening = session.open('en');
		session.answer('a.one.1', { level: 'in-place', note: 'seen' });
		session.answer('a.one.2', inPlace);
		answerNow();
		await opening;
		const expected = { 'a.one.1': { ...unknown, reason: 'r', note: 'seen' }, 'a.one.2': inPlace };
		expect(session.assessment.answers).toEqual(expected);
		expect(await keptOf(A)).toEqual([expected]);
	});

	it('change nothing, not even the time, where all is answered', async () => {
		await keep(A, 'kept', { 'a.one.1': unknown });
		session.prepare(A);
		const opening = session.open('en');
		session.answer('a.one.1', inPlace);
		answerNow();
		await opening;
		expect(session.assessment.changedAt).toBe('2026-01-01T00:00:00.000Z');
	});
});

describe('a new assessment', () => {
	it('gets what is answered while the device is slow', async () => {
		await keep(A, 'kept', { 'a.one.1': unknown });
		session.prepare(A);
		const opening = session.open('en');
		const beginning = session.begin();
		session.answer('a.one.1', inPlace);
		answerNow();
		await Promise.all([opening, beginning]);
		expect(session.assessment.answers).toEqual({ 'a.one.1': inPlace });
		expect(await keptOf(A)).toEqual([{ 'a.one.1': unknown }, { 'a.one.1': inPlace }]);
	});

	it('does not get what was answered before it was asked for', async () => {
		await keep(A, 'kept');
		session.prepare(A);
		const opening = session.open('en');
		session.answer('a.one.1', unknown);
		const beginning = session.begin();
		session.answer('a.one.2', inPlace);
		answerNow();
		await Promise.all([opening, beginning]);
		expect(session.assessment.answers).toEqual({ 'a.one.2': inPlace });
		expect(await keptOf(A)).toEqual([{ 'a.one.1': unknown }, { 'a.one.2': inPlace }]);
	});

	it('gets what is answered at once after another one was open', async () => {
		await keep(A, 'kept');
		answerNow();
		session.prepare(A);
		await session.open('en');
		const beginning = session.begin();
		session.answer('a.one.1', inPlace);
		await beginning;
		expect(await keptOf(A)).toEqual([{}, { 'a.one.1': inPlace }]);
	});

	it('is one, however often it is asked for while the device is slow', async () => {
		session.prepare(A);
		const begun = [session.open('en'), session.begin(), session.begin()];
		answerNow();
		await Promise.all(begun);
		expect(await keptOf(A)).toEqual([{}]);
	});

	it('is not put back by a look at the one before', async () => {
		await keep(A, 'kept', { 'a.one.1': unknown });
		answerNow();
		session.prepare(A);
		await session.open('en');
		const release = holdRead();
		const refreshing = session.refresh();
		await session.begin();
		release();
		await refreshing;
		expect(session.assessment.answers).toEqual({});
	});

	it('is not begun for another questionnaire', async () => {
		await keep(B, 'kept', { 'b.one.1': unknown });
		session.prepare(A);
		const beginning = session.begin();
		session.prepare(B);
		const opening = session.open('en');
		answerNow();
		await Promise.all([beginning, opening]);
		expect(session.assessment.id).toBe('kept');
		expect(await keptOf(A)).toEqual([]);
	});
});

describe('moving to another questionnaire while the device is slow', () => {
	it.each([true, false])('stores each answer in its own assessment (one is kept: %s)', async (isKept) => {
		if (isKept) await keep(A, 'kept', { 'a.one.2': unknown });
		session.prepare(A);
		const opening = session.open('en');
		session.answer('a.one.1', inPlace);
		session.prepare(B);
		session.answer('b.one.1', unknown);
		answerNow();
		await opening;
		await settle();
		expect(session.questionnaire.id).toBe('b');
		expect(session.isOpen).toBe(true);
		expect(session.assessment.answers).toEqual({ 'b.one.1': unknown });
		expect(await keptOf(A)).toEqual([{ ...(isKept && { 'a.one.2': unknown }), 'a.one.1': inPlace }]);
		expect(await keptOf(B)).toEqual([{ 'b.one.1': unknown }]);
	});

	it('and back again shows what was answered there', async () => {
		session.prepare(A);
		const opening = session.open('en');
		session.answer('a.one.1', inPlace);
		session.prepare(B);
		session.prepare(A);
		session.answer('a.one.2', unknown);
		answerNow();
		await opening;
		const expected = { 'a.one.1': inPlace, 'a.one.2': unknown };
		expect(session.assessment.answers).toEqual(expected);
		expect(await keptOf(A)).toEqual([expected]);
	});

	it('opens the one of the new page though the texts of the old one come late', async () => {
		await keep(B, 'kept', { 'b.one.1': unknown });
		answerNow();
		session.prepare(A);
		let comes = () => {};
		const { load } = texts;
		texts.load = async (id) => {
			if (id === 'a') await new Promise<void>((resolve) => (comes = resolve));
			return load(id);
		};
		const opening = session.open('en');
		await settle();
		session.prepare(B);
		expect(session.isOpen).toBe(false);
		comes();
		await opening;
		expect(session.assessment.id).toBe('kept');
		expect(session.text).toEqual(B.text);
		session.answer('b.one.2', inPlace);
		await settle();
		expect(await keptOf(B)).toEqual([{ 'b.one.1': unknown, 'b.one.2': inPlace }]);
	});

	it('is not undone by a look at the one before', async () => {
		await keep(A, 'kept-a', { 'a.one.1': unknown });
		await keep(B, 'kept-b');
		answerNow();
		session.prepare(A);
		await session.open('en');
		const release = holdRead();
		const looking = session.asked();
		await settle();
		session.prepare(B);
		session.answer('b.one.1', inPlace);
		release();
		await looking;
		expect(session.assessment.id).toBe('kept-b');
		await settle();
		expect(await keptOf(A)).toEqual([{ 'a.one.1': unknown }]);
		expect(await keptOf(B)).toEqual([{ 'b.one.1': inPlace }]);
	});
});

describe('another assessment chosen for this tab', () => {
	it('takes the place of the open one before anybody can answer', async () => {
		await keep(A, 'first');
		await keep(A, 'second', {}, '2025-01-01T00:00:00.000Z');
		answerNow();
		session.prepare(A);
		await session.open('en');
		expect(session.assessment.id).toBe('first');
		openId = 'second';
		session.prepare(A);
		const opening = session.open('en');
		session.answer('a.one.1', inPlace);
		await opening;
		expect(session.assessment.id).toBe('second');
		expect((await storage.read('first'))?.answers).toEqual({});
		expect((await storage.read('second'))?.answers).toEqual({ 'a.one.1': inPlace });
	});

	it('gets nothing that was answered for the one before', async () => {
		await keep(A, 'first');
		await keep(A, 'second', {}, '2025-01-01T00:00:00.000Z');
		openId = 'first';
		session.prepare(A);
		const opening = session.open('en');
		session.answer('a.one.1', inPlace);
		openId = 'second';
		session.prepare(A);
		answerNow();
		await opening;
		await settle();
		expect(session.assessment.id).toBe('second');
		expect((await storage.read('first'))?.answers).toEqual({ 'a.one.1': inPlace });
		expect((await storage.read('second'))?.answers).toEqual({});
	});
});

describe('a device that refuses', () => {
	it('loses nothing when a person goes to another questionnaire and comes back', async () => {
		let isRefusing = true;
		const memory = storage;
		storage = {
			...memory,
			change: (id, change) => (isRefusing ? Promise.reject(new Error('quota')) : memory.change(id, change))
		};
		answerNow();
		session.prepare(A);
		await session.open('en');
		session.answer('a.one.1', inPlace);
		await settle();
		expect(session.saveState.kind).toBe('failing');
		session.prepare(B);
		await session.open('en');
		session.prepare(A);
		await session.open('en');
		expect(session.assessment.answers).toEqual({ 'a.one.1': inPlace });
		isRefusing = false;
		session.retrySave();
		await settle();
		expect(await keptOf(A)).toEqual([{ 'a.one.1': inPlace }]);
	});

	it('does not bring back what was deleted', async () => {
		storage = { ...storage, change: () => Promise.reject(new Error('quota')) };
		answerNow();
		session.prepare(A);
		await session.open('en');
		session.answer('a.one.1', inPlace);
		await settle();
		session.forget(session.assessment.id);
		openId = undefined;
		session.prepare(A);
		await session.open('en');
		expect(session.assessment.answers).toEqual({});
		expect(session.saveState.kind).toBe('nothing-yet');
	});

	it('leaves the page as it is when it cannot be read again', async () => {
		await keep(A, 'kept');
		answerNow();
		session.prepare(A);
		await session.open('en');
		storage.read = () => Promise.reject(new Error('gone'));
		await session.open('en');
		expect(session.assessment.id).toBe('kept');
	});
});
