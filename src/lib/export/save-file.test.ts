import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const downloads = vi.hoisted(() => [] as unknown[][]);
vi.mock('#lib/export/download.ts', () => ({
	downloadFile: (...file: unknown[]) => downloads.push(file)
}));
const { saveFile } = await import('#lib/export/save-file.ts');

const NAME = 'child-safeguarding-assessment-2026-11-21.safeguarding.json';
const TYPE = 'application/json';
const bytes = new TextEncoder().encode('{"a":1}');
const save = () => saveFile(NAME, TYPE, Promise.resolve(bytes));

/** A file on the disk that a person chose. */
function chosenFile(change: (written: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer> = (same) => same) {
	let held = new Uint8Array(0);
	let next = held;
	return {
		createWritable: () =>
			Promise.resolve({
				write: (written: Uint8Array<ArrayBuffer>) => Promise.resolve(void (next = written)),
				close: () => Promise.resolve(void (held = change(next)))
			}),
		getFile: () => Promise.resolve(new Blob([held]))
	};
}
const offer = (pick: (options: unknown) => unknown) => vi.stubGlobal('showSaveFilePicker', pick);

beforeEach(() => void downloads.splice(0));
afterEach(() => vi.unstubAllGlobals());

it('reads back what was written before it says that it is checked', async () => {
	const asked: unknown[] = [];
	offer((options) => {
		asked.push(options);
		return Promise.resolve(chosenFile());
	});
	expect(await save()).toBe('checked');
	expect(asked).toEqual([{ suggestedName: NAME, types: [{ accept: { 'application/json': ['.json'] } }] }]);
	expect(downloads).toEqual([]);
});

it.each([
	['one bit', (written: Uint8Array<ArrayBuffer>) => written.map((byte, at) => (at === 3 ? byte ^ 1 : byte))],
	['its end is missing', (written: Uint8Array<ArrayBuffer>) => written.slice(0, -1)],
	['more follows', (written: Uint8Array<ArrayBuffer>) => new Uint8Array([...written, 0])],
	['nothing is there', () => new Uint8Array(0)]
])('says so when the file is not what was written: %s', async (_name, change) => {
	offer(() => Promise.resolve(chosenFile(change)));
	expect(await save()).toBe('failed');
	expect(downloads).toEqual([]);
});

it('says so when the disk refuses', async () => {
	offer(() =>
		Promise.resolve({ ...chosenFile(), createWritable: () => Promise.reject(new Error('No space')) })
	);
	expect(await save()).toBe('failed');
});

it('does nothing when the person chooses no place', async () => {
	offer(() => Promise.reject(new DOMException('The person closed it', 'AbortError')));
	expect(await save()).toBe('cancelled');
	expect(downloads).toEqual([]);
	// content that cannot be made meanwhile disturbs nobody
	expect(await saveFile(NAME, TYPE, Promise.reject(new Error('no key')))).toBe('cancelled');
});

it('downloads where the browser offers no choice, or refuses to ask', async () => {
	expect(await save()).toBe('downloaded');
	offer(() => Promise.reject(new DOMException('Not after a tap', 'SecurityError')));
	expect(await save()).toBe('downloaded');
	expect(downloads).toEqual([
		[NAME, TYPE, bytes],
		[NAME, TYPE, bytes]
	]);
});

it('asks before the content is there', async () => {
	let make = (_bytes: Uint8Array<ArrayBuffer>) => {};
	const content = new Promise<Uint8Array<ArrayBuffer>>((resolve) => (make = resolve));
	const isAsked = new Promise<void>((resolve) =>
		offer(() => {
			resolve();
			return Promise.resolve(chosenFile());
		})
	);
	const saved = saveFile(NAME, TYPE, content);
	await isAsked;
	make(bytes);
	expect(await saved).toBe('checked');
});
