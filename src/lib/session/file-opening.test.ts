import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fileContentOf, writeJson } from '#lib/assessment/file-content.ts';
import type { Assessment } from '#lib/assessment/schema.ts';
import { createMemoryStorage } from '#lib/storage/memory.ts';
import type { Storage, UnreadableRecord } from '#lib/storage/port.ts';
import { makeSealingKey, seal, type SealingKey } from '#lib/storage/sealed.ts';
import { HOSTILE_FILES, packedQuestionnaire, source } from '../../../tests/hostile-files.ts';
import { exampleAssessment } from '../../../tests/unit/example-assessment.ts';

const device = vi.hoisted(() => ({
	storage: undefined as unknown as Storage & { locked?: { key: SealingKey | undefined } },
	openId: undefined as string | undefined
}));
vi.mock('#lib/session/device.ts', () => ({ deviceStorage: () => Promise.resolve(device.storage) }));
vi.mock('#lib/session/site-facts.ts', () => ({
	loadQuestionnaireHash: () => Promise.resolve(undefined),
	loadVersions: () => Promise.resolve([{ id: 'example', title: 'Example', version: '1.0.0' }])
}));
vi.mock('#lib/storage/remember.ts', () => ({
	recall: () => device.openId,
	remember: (_where: string, _name: string, id: string) => (device.openId = id)
}));
const { opening } = await import('#lib/session/file-opening.svelte.ts');

const ID = 'a1b2c3d4e5f60718293a4b5c';
const here = exampleAssessment(
	{ 'example.a.1': 'in-place' },
	{ id: ID, label: 'Here', changedAt: '2026-03-02T09:00:00.000Z' }
);
const inFile = exampleAssessment(
	{ 'example.a.1': 'unknown', 'example.a.2': 'in-place' },
	{ id: ID, label: 'In the file', changedAt: '2026-03-01T09:00:00.000Z' }
);
const fileOf = (assessment: Assessment): Blob =>
	new Blob([writeJson(fileContentOf(assessment, { name: 'tool', version: '1' }))]);
const choose = (assessment: Assessment) => opening.choose(fileOf(assessment), 'en');
const kept = async () => (await device.storage.list()).assessments;
const dump = async () => JSON.stringify(await kept());
const withoutFile = ({ lastFile: _lastFile, ...rest }: Assessment) => rest;

beforeEach(() => {
	opening.close();
	device.storage = createMemoryStorage('device');
	device.openId = undefined;
});

describe('a chosen file', () => {
	it('shows what is in it, and writes nothing', async () => {
		await device.storage.change(ID, () => here);
		const before = await dump();
		await choose(inFile);
		expect(opening.step).toEqual({
			kind: 'assessment',
			found: { label: 'In the file', changedAt: '2026-03-01T09:00:00.000Z', answers: 2, snapshots: 0 },
			here: { label: 'Here', changedAt: '2026-03-02T09:00:00.000Z', answers: 1, snapshots: 0 },
			questionnaire: { title: 'Example', version: '1.0.0', versionHere: '1.0.0', kind: 'here' },
			losesPassphrase: false
		});
		opening.close();
		await opening.add();
		await opening.replace((label) => label);
		expect(await dump()).toBe(before);
	});

	it.each([
		['of another version', { id: 'example', version: '0.9.0' }, 'other-version'],
		['that the site lacks', { id: 'elsewhere', version: '1.0.0' }, 'unknown']
	])('says so when it answers a questionnaire %s', async (_name, questionnaire, kind) => {
		await choose({ ...inFile, questionnaire });
		expect(opening.step).toMatchObject({ kind: 'assessment', questionnaire: { kind } });
	});

	it.each(HOSTILE_FILES.filter(({ bytes }) => bytes.length < 100_000))(
		'that is hostile changes nothing: $name',
		async ({ bytes }) => {
			await device.storage.change(ID, () => here);
			const before = await dump();
			await opening.choose(new Blob([bytes]), 'en');
			expect(opening.step).toMatchObject({ kind: 'refused' });
			await opening.add();
			expect(await dump()).toBe(before);
		}
	);
});

describe('adding', () => {
	it('keeps the id, so that later files of it are known again; its undo takes it away', async () => {
		await choose(inFile);
		await opening.add();
		expect(opening.step).toEqual({ kind: 'added', label: 'In the file' });
		expect((await kept()).map(withoutFile)).toEqual([inFile]);
		expect((await kept())[0]?.lastFile).toMatchObject({ isChecked: true });
		await opening.undo();
		expect(await kept()).toEqual([]);
	});

	it('takes another id when the same one is here, which stays as it is', async () => {
		await device.storage.change(ID, () => here);
		await choose(inFile);
		await opening.add();
		const added = (await kept()).filter(({ id }) => id !== ID);
		expect(added.map((each) => ({ ...withoutFile(each), id: ID }))).toEqual([inFile]);
		expect(await device.storage.read(ID)).toEqual(here);
	});

	it.each(['passphrase', '__other__', 'x'.repeat(80), ID.toUpperCase()])(
		'never uses an id that this tool does not make: %s',
		async (id) => {
			await choose({ ...inFile, id });
			await opening.add();
			expect((await kept()).map((each) => each.id)).toEqual([expect.stringMatching(/^[0-9a-f]{24}$/)]);
		}
	);

	it('leaves a thing that cannot be read where it is', async () => {
		const unreadable: UnreadableRecord[] = [{ key: ID, reason: 'newer', raw: {} }];
		const { list } = device.storage;
		device.storage.list = async () => ({ ...(await list()), unreadable });
		await choose(inFile);
		await opening.add();
		expect((await kept()).map(({ id }) => id)).not.toContain(ID);
	});

	it('says so when the device refuses', async () => {
		await choose(inFile);
		device.storage.change = () => Promise.reject(new Error('full'));
		await opening.add();
		expect(opening.step).toEqual({ kind: 'failed' });
	});
});

describe('replacing', () => {
	beforeEach(async () => {
		await device.storage.change(ID, () => here);
		await choose(inFile);
		await opening.replace((label) => `${label} (before)`);
	});

	it('keeps a copy of what was here', async () => {
		expect(opening.step).toEqual({ kind: 'replaced', label: 'Here', copy: 'Here (before)' });
		expect(withoutFile((await device.storage.read(ID)) as Assessment)).toEqual(inFile);
		const copies = (await kept()).filter(({ id }) => id !== ID);
		expect(copies).toEqual([{ ...here, id: copies[0]?.id, label: 'Here (before)' }]);
	});

	it('is taken back whole', async () => {
		await opening.undo();
		expect(await kept()).toEqual([here]);
	});

	it('is not taken back over what another tab has stored since', async () => {
		const answers = { 'example.a.2': { level: 'not-in-place' } };
		await device.storage.change(ID, (assessment) => ({ ...(assessment as Assessment), answers }));
		const before = await dump();
		await opening.undo();
		expect(opening.step).toEqual({ kind: 'failed' });
		expect(await dump()).toBe(before);
	});

	it('leaves the copy where somebody went on with it', async () => {
		const copy = (await kept()).find(({ id }) => id !== ID) as Assessment;
		await device.storage.change(copy.id, () => ({ ...copy, label: 'Gone on' }));
		await opening.undo();
		expect((await kept()).map(({ label }) => label).sort()).toEqual(['Gone on', 'Here']);
	});
});

it('replacing does nothing when another tab stores something in the last moment', async () => {
	await device.storage.change(ID, () => here);
	await choose(inFile);
	const { change } = device.storage;
	device.storage.change = async (id, make) => {
		if (id === ID) await change(ID, () => ({ ...here, label: 'Quicker' }));
		return change(id, make);
	};
	await opening.replace((label) => `${label} (before)`);
	expect(opening.step).toEqual({ kind: 'failed' });
	expect((await device.storage.read(ID))?.label).toBe('Quicker');
});

describe('an encrypted file', () => {
	it('waits for its passphrase, and says that it would lie here in clear', async () => {
		const sealed = await seal(inFile, await makeSealingKey('right'));
		await opening.choose(new Blob([JSON.stringify(sealed)]), 'en');
		expect(opening.step).toEqual({ kind: 'sealed', isWrong: false, isTrying: false });
		await opening.unlock('wrong');
		expect(opening.step).toEqual({ kind: 'sealed', isWrong: true, isTrying: false });
		await opening.unlock('right');
		expect(opening.step).toMatchObject({ kind: 'assessment', losesPassphrase: true });
		await opening.add();
		expect((await kept()).map(withoutFile)).toEqual([inFile]);
	});

	it('of this device needs no passphrase while the device is open', async () => {
		const key = await makeSealingKey('right');
		device.storage = { ...device.storage, locked: { key } };
		await opening.choose(new Blob([JSON.stringify(await seal(inFile, key))]), 'en');
		expect(opening.step).toMatchObject({ kind: 'assessment', losesPassphrase: false });
	});
});

describe('a questionnaire in a file', () => {
	const fileWith = (change: object = {}) =>
		new Blob([JSON.stringify({ ...packedQuestionnaire(), ...change })]);

	it('is shown before anything is written, and begins an assessment that carries it', async () => {
		await opening.choose(fileWith(), 'en');
		expect(opening.step).toMatchObject({ kind: 'questionnaire', questions: 2 });
		expect(await kept()).toEqual([]);
		expect(await opening.begin()).toBe(true);
		const { questionnaire, text } = packedQuestionnaire();
		const [begun] = await kept();
		expect(begun).toMatchObject({
			questionnaire: { id: 'example', version: '1.0.0' },
			answers: {},
			ownQuestionnaire: { language: 'en', questionnaire, text, sources: [] }
		});
		expect(device.openId).toBe(begun?.id);
	});

	it('is kept as it lay in its file, and its next file can be opened', async () => {
		const packed = packedQuestionnaire();
		const [first = ''] = Object.keys(packed.text.indicators);
		const words = packed.text.indicators[first] as (typeof packed.text.indicators)[string];
		// with the time in place of the mark it is longer than a file may have it
		const requirement = `${'x'.repeat(380)}{deadline:a}`;
		const text = {
			...packed.text,
			deadlines: { a: { span: '5 working days after one has heard of it', purpose: 'To answer' } },
			indicators: { ...packed.text.indicators, [first]: { ...words, requirement } }
		};
		const questionnaire = structuredClone(packed.questionnaire);
		const limit = {
			amount: 5,
			unit: 'working-days',
			limit: 'target',
			source: 'paper',
			verified: true
		} as const;
		questionnaire.deadlines = [{ id: 'a', ...limit }];
		for (const { indicators } of questionnaire.standards)
			for (const each of indicators) if (each.id === first) each.deadlines = ['a'];
		const sources = [source('https://example.org/')];
		await opening.choose(new Blob([JSON.stringify({ ...packed, questionnaire, text, sources })]), 'en');
		expect(opening.step).toMatchObject({ kind: 'questionnaire' });
		expect(await opening.begin()).toBe(true);
		const [begun] = await kept();
		expect(begun?.ownQuestionnaire?.text.indicators[first]?.requirement).toBe(requirement);
		await choose(begun as Assessment);
		expect(opening.step).toMatchObject({ kind: 'assessment', questionnaire: { kind: 'own' } });
	});

	it('with the id of one of the site is refused, also inside an assessment', async () => {
		const { language, text, questionnaire } = JSON.parse(
			JSON.stringify(packedQuestionnaire()).replaceAll('example', 'icss')
		) as ReturnType<typeof packedQuestionnaire>;
		const openedAt = '2026-03-01T09:00:00.000Z';
		await choose({
			...inFile,
			questionnaire: { id: 'icss', version: questionnaire.version },
			answers: {},
			ownQuestionnaire: { openedAt, language, questionnaire, text, sources: [] }
		});
		expect(opening.step).toMatchObject({
			kind: 'refused',
			problems: [{ path: 'questionnaire.id' }]
		});
	});

	it('with the id of one of the site is refused', async () => {
		const icss = JSON.parse(JSON.stringify(packedQuestionnaire()).replaceAll('example', 'icss')) as object;
		await opening.choose(new Blob([JSON.stringify(icss)]), 'en');
		expect(opening.step).toMatchObject({ kind: 'refused', problems: [{ path: 'questionnaire.id' }] });
		expect(await opening.begin()).toBe(false);
		expect(await kept()).toEqual([]);
	});

	it('in an assessment of another device brings no source but its own', async () => {
		const { questionnaire, text } = packedQuestionnaire();
		const ownQuestionnaire = { openedAt: '2026-03-01T09:00:00.000Z', language: 'en', questionnaire, text };
		await choose({ ...inFile, ownQuestionnaire });
		expect(opening.step).toMatchObject({ questionnaire: { kind: 'own', title: 'Example' } });
		await opening.add();
		expect((await kept())[0]?.ownQuestionnaire).toEqual({ ...ownQuestionnaire, sources: [] });
	});
});
