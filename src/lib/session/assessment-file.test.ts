import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Assessment } from '#lib/assessment/schema.ts';
import { createMemoryStorage } from '#lib/storage/memory.ts';
import type { Storage } from '#lib/storage/port.ts';
import { makeSealingKey, type SealingKey } from '#lib/storage/sealed.ts';
import { HOSTILE_STRINGS } from '../../../tests/hostile-strings.ts';
import { exampleAssessment } from '../../../tests/unit/example-assessment.ts';

const device = vi.hoisted(() => ({
	storage: undefined as unknown as Storage & {
		locked?: { key: SealingKey | undefined };
		fileKey?: SealingKey;
	},
	openId: undefined as string | undefined
}));
const files = vi.hoisted(() => ({
	savedAs: 'downloaded',
	saved: [] as { name: string; text: string }[]
}));
vi.mock('$app/environment', () => ({ version: '1.2.3' }));
vi.mock('#lib/session/device.ts', () => ({ deviceStorage: () => Promise.resolve(device.storage) }));
vi.mock('#lib/session/site-facts.ts', () => ({ loadQuestionnaireHash: () => Promise.resolve(undefined) }));
vi.mock('#lib/storage/remember.ts', () => ({ recall: () => device.openId, remember: () => undefined }));
vi.mock('#lib/export/save-file.ts', () => ({
	saveFile: async (name: string, _type: string, content: Promise<Uint8Array>) => {
		files.saved.push({ name, text: new TextDecoder().decode(await content) });
		return files.savedAs;
	}
}));
vi.mock('#lib/export/download.ts', () => ({
	downloadFile: (name: string, _type: string, bytes: Uint8Array) =>
		files.saved.push({ name, text: new TextDecoder().decode(bytes) })
}));
vi.stubGlobal('document', { documentElement: { lang: 'en' } });
const { saveAssessmentFile, saveOpenAssessment } = await import('#lib/session/assessment-file.ts');
const { lastFile } = await import('#lib/session/file-outcome.svelte.ts');

const NAME = /^child-safeguarding-assessment-\d{4}-\d\d-\d\d\.safeguarding\.json$/;
const kept = exampleAssessment({ 'example.a.1': { level: 'in-place', note: 'Canary of the hill' } });
const keptNow = async () => (await device.storage.read(kept.id)) as Assessment;

beforeEach(async () => {
	device.storage = createMemoryStorage('device');
	device.openId = undefined;
	files.savedAs = 'downloaded';
	files.saved = [];
	lastFile.outcome = undefined;
	await device.storage.change(kept.id, () => kept);
});

describe('a file of an assessment', () => {
	it('holds the assessment and what wrote it', async () => {
		await saveAssessmentFile(kept);
		const [file] = files.saved;
		expect(file?.name).toMatch(NAME);
		expect(JSON.parse(file?.text ?? '')).toEqual({
			...kept,
			app: { name: 'child-safeguarding-self-assessment', version: '1.2.3' }
		});
	});

	it('is the same when it is saved twice', async () => {
		await saveAssessmentFile(await keptNow());
		await saveAssessmentFile(await keptNow());
		expect(files.saved[1]).toEqual(files.saved[0]);
	});

	it.each(HOSTILE_STRINGS.slice(0, 30))('has a name without a word of the person: %s', async (label) => {
		await saveAssessmentFile({ ...kept, label: label.slice(0, 120) });
		expect(files.saved[0]?.name).toMatch(NAME);
		expect(files.saved[0]?.name).toMatch(/^[a-z0-9-]{1,64}\.safeguarding\.json$/);
	});

	it('is never in clear once a passphrase is set', async () => {
		device.storage = { ...device.storage, locked: { key: await makeSealingKey('a long phrase') } };
		await saveAssessmentFile(kept);
		expect(files.saved[0]?.name).toMatch(NAME);
		expect(files.saved[0]?.text).toMatch(/^\{"format":"child-safeguarding-encrypted"/);
		expect(files.saved[0]?.text).not.toContain('Canary');
		expect(lastFile.outcome).toMatchObject({ kind: 'downloaded', isOpenable: true });
	});

	it('is not in clear either where nothing is kept on the disk, but a passphrase was set for files', async () => {
		device.storage = { ...device.storage, fileKey: await makeSealingKey('a long phrase') };
		await saveAssessmentFile(kept);
		expect(files.saved[0]?.text).toMatch(/^\{"format":"child-safeguarding-encrypted"/);
		expect(files.saved[0]?.text).not.toContain('Canary');
	});

	it('is not made while the passphrase is waited for', async () => {
		device.storage = { ...device.storage, locked: { key: undefined } };
		await saveAssessmentFile(kept);
		expect(files.saved).toEqual([]);
		expect(lastFile.outcome).toEqual({ kind: 'failed' });
	});
});

describe('what is said of it', () => {
	it.each([
		['checked', true],
		['downloaded', false]
	])('%s, and the assessment remembers it without counting as changed', async (savedAs, isChecked) => {
		files.savedAs = savedAs;
		await saveAssessmentFile(kept);
		expect(lastFile.outcome).toEqual({ kind: savedAs, name: expect.stringMatching(NAME), isOpenable: true });
		const { lastFile: noted, ...rest } = await keptNow();
		expect(noted).toEqual({ savedAt: expect.stringMatching(/^\d{4}-.*Z$/), isChecked });
		expect(rest).toEqual(kept);
	});

	it('nothing when the person chose no place', async () => {
		files.savedAs = 'cancelled';
		await saveAssessmentFile(kept);
		expect(lastFile.outcome).toBeUndefined();
		expect(await keptNow()).toEqual(kept);
	});

	it('that it failed, with a download as another way', async () => {
		files.savedAs = 'failed';
		await saveAssessmentFile(kept);
		expect(await keptNow()).toEqual(kept);
		if (lastFile.outcome?.kind !== 'failed') throw new Error('not said');
		lastFile.outcome.download?.();
		await vi.waitFor(() => expect(lastFile.outcome).toMatchObject({ kind: 'downloaded' }));
		expect(files.saved[1]?.text).toBe(files.saved[0]?.text);
		await vi.waitFor(async () => expect((await keptNow()).lastFile).toMatchObject({ isChecked: false }));
	});

	it('that this tool could not open it again', async () => {
		await saveAssessmentFile({ ...kept, more: 'x'.repeat(5_000_000) });
		expect(lastFile.outcome).toMatchObject({ kind: 'downloaded', isOpenable: false });
	});

	it('that there is none to save, on a page about no assessment', async () => {
		await saveOpenAssessment();
		expect(lastFile.outcome).toEqual({ kind: 'nothing' });
		expect(files.saved).toEqual([]);
	});

	it('of the assessment that this tab has open, on a page about none', async () => {
		device.openId = kept.id;
		await saveOpenAssessment();
		expect(JSON.parse(files.saved[0]?.text ?? '')).toMatchObject({ id: kept.id });
	});
});
