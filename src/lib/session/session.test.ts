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
vi.mock('#lib/session/site-facts.ts', () => ({ loadQuestionnaireHash: () => Promise.resolve('sha256-0') }));
vi.mock('#lib/session/questionnaires.ts', async (original) => ({
	...(await original<object>()),
	loadQuestionnaire: (id: string) => texts.load(id)
}));

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
	storage = createMemoryStorage('device');
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
	return assessments
		.filter(({ questionnaire }) => questionnaire.id === id)
		.map(({ answers }) => withoutTimes(answers));
}

/** Answers as a person gave them, without when they did. */
function withoutTimes(answers: Assessment['answers']): Assessment['answers'] {
	return Object.fromEntries(
		Object.entries(answers).map(([id, { changedAt: _changedAt, ...answer }]) => [id, answer])
	);
}

/** The answers on the page. */
const shown = () => withoutTimes(session.assessment.answers);

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
		expect(shown()).toEqual({ 'a.one.1': inPlace });
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
		expect(shown()).toEqual(expected);
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
		expect(shown()).toEqual({ 'a.one.1': inPlace });
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
		expect(shown()).toEqual({ 'a.one.2': inPlace });
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
		expect(shown()).toEqual({});
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
		expect(shown()).toEqual({ 'b.one.1': unknown });
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
		expect(shown()).toEqual(expected);
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
		expect(withoutTimes((await storage.read('first'))?.answers ?? {})).toEqual({});
		expect(withoutTimes((await storage.read('second'))?.answers ?? {})).toEqual({ 'a.one.1': inPlace });
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
		expect(withoutTimes((await storage.read('first'))?.answers ?? {})).toEqual({ 'a.one.1': inPlace });
		expect(withoutTimes((await storage.read('second'))?.answers ?? {})).toEqual({});
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
		expect(shown()).toEqual({ 'a.one.1': inPlace });
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
		expect(shown()).toEqual({});
		expect(session.saveState.kind).toBe('nothing-yet');
	});

	it('does not bring back what was deleted when all is stored anew, as under a passphrase', async () => {
		await keep(A, 'kept');
		answerNow();
		session.prepare(A);
		await session.open('en');
		await storage.remove('kept');
		expect(session.forget('another')).toBe(false);
		expect(session.forget('kept')).toBe(true);
		session.resave();
		await settle();
		expect((await storage.list()).assessments).toEqual([]);
		expect(session.isBegun).toBe(false);
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

describe('the questions that are answered', () => {
	it('are stored with their answers as soon as the texts are there', async () => {
		let arrive: (loaded: LoadedQuestionnaire) => void = () => {};
		texts.load = () => new Promise((resolve) => (arrive = resolve));
		answerNow();
		session.prepare(A);
		const opening = session.open('en');
		await settle();
		session.answer('a.one.1', inPlace);
		await session.stored();
		const stored = async () => (await storage.list()).assessments[0];
		expect((await stored())?.questions).toBeUndefined();
		arrive(A);
		await opening;
		await session.stored();
		expect(Object.keys((await stored())?.questions ?? {})).toEqual(['a.one.1']);
		expect((await stored())?.questionnaire.hash).toBe('sha256-0');
		session.answer('a.one.2', unknown);
		await session.stored();
		expect(Object.keys((await stored())?.questions ?? {})).toEqual(['a.one.1', 'a.one.2']);
	});
});

it('a note under an answer of an older questionnaire leaves the question that it answered', async () => {
	const before = { question: 'As it was asked', answeredUnder: '0.0.9' };
	await keep(A, 'old', { 'a.one.1': inPlace });
	await storage.change(
		'old',
		(kept) =>
			({
				...kept,
				questionnaire: { id: 'a', version: '0.0.9' },
				questions: { 'a.one.1': before }
			}) as unknown as Assessment
	);
	answerNow();
	session.prepare(A);
	await session.open('en');
	session.answer('a.one.1', { note: 'Written since' });
	session.answer('a.one.2', { note: 'Never answered before' });
	await session.stored();
	const questions = (await storage.read('old'))?.questions ?? {};
	expect(questions['a.one.1']).toEqual(before);
	expect(questions['a.one.2']?.answeredUnder).toBe(A.questionnaire.version);
	session.answer('a.one.1', unknown);
	await session.stored();
	expect((await storage.read('old'))?.questions?.['a.one.1']?.answeredUnder).toBe(A.questionnaire.version);
});

describe('a change that could not be stored at once', () => {
	it('gives way to what another tab stored later for the same field, and keeps the rest', async () => {
		vi.useFakeTimers();
		vi.setSystemTime('2026-11-21T10:00:00Z');
		await keep(A, 'kept', { 'a.one.1': { level: 'unknown', changedAt: '2026-11-21T09:00:00.000Z' } });
		answerNow();
		session.prepare(A);
		const opening = session.open('en');
		await vi.runAllTimersAsync();
		await opening;
		const { change } = storage;
		storage.change = () => Promise.reject(new Error('quota'));
		session.answer('a.one.1', { ...inPlace, note: 'written here' });
		session.change((assessment) => ({ ...assessment, label: 'Named here', reportBy: 'Named here' }));
		await vi.advanceTimersByTimeAsync(100);
		expect(session.saveState.kind).toBe('failing');
		storage.change = change;
		vi.setSystemTime('2026-11-21T10:05:00Z');
		await storage.change('kept', (kept) => ({
			...(kept as Assessment),
			label: 'Named there',
			answers: { 'a.one.1': { level: 'partly-in-place', changedAt: '2026-11-21T10:05:00.000Z' } },
			changedAt: '2026-11-21T10:05:00.000Z'
		}));
		await vi.advanceTimersByTimeAsync(5000);
		expect(session.saveState.kind).toBe('saved');
		expect((await storage.read('kept'))?.answers['a.one.1']).toEqual({
			level: 'partly-in-place',
			note: 'written here',
			changedAt: '2026-11-21T10:05:00.000Z'
		});
		expect(await storage.read('kept')).toMatchObject({
			label: 'Named there',
			reportBy: 'Named here',
			changedAt: '2026-11-21T10:05:00.000Z'
		});
		vi.useRealTimers();
	});
});

describe('a questionnaire from a file', () => {
	/** What its pages show before the device has answered. */
	const notReadYet = { questionnaire: { id: 'own' }, text: {} } as unknown as LoadedQuestionnaire;

	/** Stores an assessment that brings its questionnaire. */
	async function keepOwn({ questionnaire, text }: LoadedQuestionnaire, id: string): Promise<void> {
		await keep({ questionnaire, text }, id);
		const ownQuestionnaire = { openedAt: '2026-01-01T00:00:00.000Z', language: 'en', questionnaire, text };
		await storage.change(id, (kept) => ({ ...(kept as Assessment), ownQuestionnaire }));
	}

	beforeEach(() => {
		answerNow();
		// the site has neither of them
		texts.load = () => Promise.resolve(undefined);
	});

	it('is taken from the assessment', async () => {
		await keepOwn(A, 'kept');
		session.prepare(notReadYet);
		await session.open('en');
		expect(session.isOpen).toBe(true);
		expect(session.questionnaire).toEqual(A.questionnaire);
		expect(session.text).toEqual(A.text);
		session.answer('a.one.1', inPlace);
		await session.stored();
		expect(await storage.read('kept')).toMatchObject({
			answers: { 'a.one.1': inPlace },
			ownQuestionnaire: { questionnaire: { id: 'a' } }
		});
	});

	it('is never taken for the one of the site with the same id, nor the other way round', async () => {
		texts.load = (id) => Promise.resolve(id === 'a' ? A : undefined);
		const altered = { ...A, text: { ...A.text, title: 'Altered' } };
		await keepOwn(altered, 'own one');
		await keep(A, 'one of the site', {}, '2025-01-01T00:00:00.000Z');
		session.prepare(A);
		await session.open('en');
		expect(session.assessment.id).toBe('one of the site');
		expect(session.text.title).toBe('Example');
		session.prepare(notReadYet);
		await session.open('en');
		expect(session.assessment.id).toBe('own one');
		expect(session.text.title).toBe('Altered');
	});

	it('gives way to the one of another assessment', async () => {
		await keepOwn(A, 'one');
		await keepOwn(B, 'other');
		for (const [id, { questionnaire }] of [['one', A] as const, ['other', B] as const]) {
			openId = id;
			session.prepare(notReadYet);
			expect(session.isOpen).toBe(false);
			await session.open('en');
			expect(session.assessment.id).toBe(id);
			expect(session.questionnaire).toEqual(questionnaire);
		}
	});

	it('stays on the page while one goes from page to page', async () => {
		await keepOwn(A, 'kept');
		session.prepare(notReadYet);
		await session.open('en');
		session.prepare(notReadYet);
		expect(session.isOpen).toBe(true);
		expect(session.questionnaire).toEqual(A.questionnaire);
	});

	it('cannot begin without its file', async () => {
		await keepOwn(A, 'kept');
		session.prepare(notReadYet);
		await session.open('en');
		await session.begin();
		expect((await storage.list()).assessments.map(({ id }) => id)).toEqual(['kept']);
	});

	it('shows nothing begun where the device has none', async () => {
		await keep(A, 'one of the site');
		session.prepare(notReadYet);
		await session.open('en');
		expect(session.isBegun).toBe(false);
	});
});
