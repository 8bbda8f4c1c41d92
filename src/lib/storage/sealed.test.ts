import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { fromBase64, toBase64 } from '#lib/storage/base64.ts';
import {
	canSeal,
	isSealed,
	makeSealingKey,
	parseSealed,
	seal,
	unseal,
	type Sealed,
	type SealingKey
} from '#lib/storage/sealed.ts';

const PHRASE = ' Käse ½ ٣ 한 ';
const MESSAGE = 'The passphrase is another one, or something in it was changed';

// one key for all: making one takes its time on purpose
let key: SealingKey;
let sealed: Sealed;

beforeAll(async () => {
	key = await makeSealingKey(PHRASE);
	sealed = await seal({ note: 'canary' }, key);
});

const copy = (value: Sealed): Sealed => JSON.parse(JSON.stringify(value)) as Sealed;
const whyNot = (attempt: Promise<unknown>): Promise<unknown> =>
	attempt.then(
		(value) => `opened: ${JSON.stringify(value)}`,
		(error: unknown) => (error instanceof Error ? error.message : error)
	);

const flipBit = (bytes: Uint8Array, bit: number): Uint8Array =>
	bytes.map((byte, index) => (index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
const flip = (base64: string): string => {
	const bytes = fromBase64(base64);
	return toBase64(flipBit(bytes, Math.floor(Math.random() * bytes.length * 8)));
};

describe('seal and unseal', () => {
	it('carry half a megabyte of every script there and back', async () => {
		// every character of the first three planes, lone halves of pairs too
		const every = Array.from({ length: 0x30000 }, (_, code) => String.fromCodePoint(code)).join('');
		const value = { every, list: [null, true, -0.5, { deep: ['"\\\n'] }] };
		expect(Buffer.byteLength(every)).toBeGreaterThan(500_000);
		const raw: unknown = JSON.parse(JSON.stringify(await seal(value, key)));
		const parsed = parseSealed(raw);
		expect(parsed.ok && (await unseal(parsed.value, key))).toEqual(value);
	});

	it('never use an initialisation vector twice: 10,000 seals of the same value', async () => {
		const seen = new Set<string>();
		for (let count = 0; count < 10_000; count++) seen.add((await seal('', key)).cipher.iv);
		expect(seen.size).toBe(10_000);
	});

	it('show nothing of the value, and do not seal what could not be opened again', async () => {
		expect(JSON.stringify(sealed)).not.toMatch(/canary|note/);
		await expect(seal('x'.repeat(30_000_000), key)).rejects.toThrow(RangeError);
	});
});

describe('a change of a single bit', () => {
	it('is refused in 1,000 places of salt, vector and data', async () => {
		const large = await seal({ note: 'n'.repeat(1000) }, key);
		const { kdf, cipher, data } = large;
		const opened: Sealed[] = [];
		for (let count = 0; count < 1000; count++) {
			const changed: Sealed = { ...large };
			if (count % 3 === 0) changed.kdf = { ...kdf, salt: flip(kdf.salt) };
			else if (count % 3 === 1) changed.cipher = { ...cipher, iv: flip(cipher.iv) };
			else changed.data = flip(data);
			if ((await whyNot(unseal(changed, key))) !== MESSAGE) opened.push(changed);
		}
		expect(opened).toEqual([]);
	});

	it('is refused everywhere in the text of a file', async () => {
		const bytes = new TextEncoder().encode(JSON.stringify(sealed));
		const opened: string[] = [];
		for (let bit = 0; bit < bytes.length * 8; bit++) {
			const text = new TextDecoder().decode(flipBit(bytes, bit));
			const raw = readJson(text);
			if (isSealed(raw) && (await whyNot(unseal(raw, key))) !== MESSAGE) opened.push(text);
		}
		expect(opened).toEqual([]);
	});

	it.each<[what: string, change: (sealed: Sealed) => void]>([
		['more iterations', ({ kdf }) => (kdf.iterations += 1)],
		['another hash', ({ kdf }) => Object.assign(kdf, { hash: 'SHA-512' })],
		['another function', ({ kdf }) => Object.assign(kdf, { name: 'scrypt' })],
		['another cipher', ({ cipher }) => Object.assign(cipher, { name: 'AES-CBC' })],
		['another length', ({ cipher }) => Object.assign(cipher, { length: 128 })],
		['another version', (changed) => Object.assign(changed, { formatVersion: 2 })],
		['another format', (changed) => Object.assign(changed, { format: 'other' })]
	])('is refused in the header even unchecked: %s', async (_what, change) => {
		const changed = copy(sealed);
		change(changed);
		expect(await whyNot(unseal(changed, key))).toBe(MESSAGE);
	});
});

describe('a passphrase', () => {
	it('opens however a keyboard writes its letters', async () => {
		const again = await makeSealingKey(PHRASE.normalize('NFD'), sealed.kdf);
		expect(await unseal(sealed, again)).toEqual({ note: 'canary' });
	});

	it('that is another one is refused in the words for damage, without a word of the content', async () => {
		const other = await makeSealingKey(PHRASE.trim(), sealed.kdf);
		expect(await whyNot(unseal(sealed, other))).toBe(MESSAGE);
	});

	it('that opens what is no JSON gets the same words, and none of the content', async () => {
		const stringify = vi.spyOn(JSON, 'stringify').mockReturnValueOnce('canary');
		const noJson = await seal('', key);
		stringify.mockRestore();
		expect(await whyNot(unseal(noJson, key))).toBe(MESSAGE);
	});

	it('makes a key that no code can take out, with a salt of its own', async () => {
		expect(key.key.extractable).toBe(false);
		await expect(crypto.subtle.exportKey('raw', key.key)).rejects.toThrow();
		expect(key.kdf.iterations).toBeGreaterThanOrEqual(600_000);
		expect((await makeSealingKey(PHRASE)).kdf.salt).not.toBe(key.kdf.salt);
	});
});

describe('parseSealed', () => {
	it('accepts what seal made', () => {
		expect(parseSealed(copy(sealed))).toEqual({ ok: true, value: sealed });
		expect(isSealed(copy(sealed))).toBe(true);
	});

	/** The text of the envelope with one part of it replaced. */
	const text = (part: string | RegExp, replacement: string) => {
		const whole = JSON.stringify(sealed);
		const changed = whole.replace(part, replacement);
		if (changed === whole) throw new Error(`${String(part)} is not there`);
		return changed;
	};
	const iterations = (value: string) => text('"iterations":600000', `"iterations":${value}`);

	it.each<[what: string, file: () => string, path: string, sentence: string]>([
		['nothing', () => 'null', 'format', 'Choose a file'],
		['a list', () => '[]', 'format', 'Choose a file'],
		['an assessment', () => text('encrypted', 'assessment'), 'format', 'Choose a file'],
		['a newer version', () => text('Version":1', 'Version":2'), 'formatVersion', 'newer version'],
		['no version', () => text('Version":1', 'Version":0'), 'formatVersion', 'Only 1 can stand here'],
		['a version as text', () => text('Version":1', 'Version":"1"'), 'formatVersion', 'Only 1 can'],
		['one iteration less', () => iterations('599999'), 'kdf.iterations', 'from 600000 to 10000000'],
		['one iteration more', () => iterations('10000001'), 'kdf.iterations', 'from 600000 to 10000000'],
		['endless iterations', () => iterations('1e999'), 'kdf.iterations', 'whole number'],
		['fewer than no iterations', () => iterations('-1'), 'kdf.iterations', 'whole number'],
		['half an iteration', () => iterations('600000.5'), 'kdf.iterations', 'whole number'],
		['iterations as text', () => iterations('"600000"'), 'kdf.iterations', 'whole number'],
		['iterations as list', () => iterations('[600000]'), 'kdf.iterations', 'whole number'],
		['another function', () => text('PBKDF2', 'scrypt'), 'kdf.name', 'Only "PBKDF2"'],
		['another hash', () => text('SHA-256', 'SHA-1'), 'kdf.hash', 'Only "SHA-256"'],
		['a list as header', () => text(/"kdf":\{.*?\}/, '"kdf":[]'), 'kdf', 'curly brackets'],
		['no header', () => text(/"kdf":\{.*?\},/, ''), 'kdf', 'curly brackets'],
		['null as header', () => text(/"cipher":\{.*?\}/, '"cipher":null'), 'cipher', 'curly brackets'],
		['a short salt', () => text(/"salt":".*?"/, '"salt":"AAAA"'), 'kdf.salt', 'exactly 16'],
		['a salt as number', () => text(/"salt":".*?"/, '"salt":1'), 'kdf.salt', 'base64'],
		['a vector of 16 bytes', () => text(/"iv":"/, '"iv":"AAAA'), 'cipher.iv', 'exactly 12'],
		['another cipher', () => text('AES-GCM', 'AES-CBC'), 'cipher.name', 'Only "AES-GCM"'],
		['a short key', () => text('"length":256', '"length":128'), 'cipher.length', 'Only 256'],
		['no data', () => text(/,"data":".*?"/, ''), 'data', 'base64'],
		['nothing but a tag', () => text(/"data":".*?"/, `"data":"${'A'.repeat(22)}=="`), 'data', 'from 17'],
		['data with a space', () => text('"data":"', '"data":" '), 'data', 'base64'],
		['a name too many', () => text('"data"', '"more":1,"data"'), 'more', 'The name "more" is not known'],
		['a name too many inside', () => text('"hash"', '"p":1,"hash"'), 'kdf.p', 'not known here'],
		['a prototype', () => text('"data"', '"__proto__":{"polluted":1},"data"'), '__proto__', 'not known here'],
		['a prototype inside', () => text('"hash"', '"__proto__":{},"hash"'), 'kdf.__proto__', 'not known'],
		['a constructor', () => text('"data"', '"constructor":{},"data"'), 'constructor', 'not known here'],
		[
			'brackets without end',
			() => text(/"data":".*?"/, `"data":${'['.repeat(5000)}${']'.repeat(5000)}`),
			'data',
			'base64'
		],
		['a name without end', () => text('"data"', `"${'x'.repeat(999)}":1,"data"`), 'x'.repeat(40), 'not known']
	])('refuses %s', (_what, file, path, sentence) => {
		const raw: unknown = JSON.parse(file());
		const parsed = parseSealed(raw);
		expect(parsed.ok ? [] : parsed.problems).toEqual([
			{ path, message: expect.stringContaining(sentence) as string }
		]);
		expect(isSealed(raw)).toBe(false);
		expect(Object.prototype).not.toHaveProperty('polluted');
	});

	it('names every place that is wrong', () => {
		const parsed = parseSealed({ ...sealed, kdf: {}, data: 5 });
		expect(parsed.ok ? [] : parsed.problems.map(({ path }) => path)).toEqual([
			...['kdf.name', 'kdf.hash', 'kdf.iterations', 'kdf.salt'],
			'data'
		]);
	});

	it('takes data of thirty megabytes and no more', () => {
		const data = (bytes: number) => 'A'.repeat((bytes / 3) * 4);
		expect(isSealed({ ...sealed, data: data(30_000_000) })).toBe(true);
		expect(isSealed({ ...sealed, data: data(30_000_018) })).toBe(false);
	});
});

describe('canSeal', () => {
	afterEach(() => vi.unstubAllGlobals());

	it('says so where the browser has no cryptography for an open address', () => {
		expect(canSeal()).toBe(true);
		vi.stubGlobal('crypto', { getRandomValues: () => {} });
		expect(canSeal()).toBe(false);
		vi.stubGlobal('crypto', undefined);
		expect(canSeal()).toBe(false);
	});
});

function readJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
