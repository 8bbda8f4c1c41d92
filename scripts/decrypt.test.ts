import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSealingKey, seal, type Sealed } from '#lib/storage/sealed.ts';

const SCRIPT = fileURLToPath(new URL('decrypt.mjs', import.meta.url));
const PHRASE = ' Käse ½ ٣ 한 ';
const VALUE = { format: 'child-safeguarding-assessment', note: 'हिन्दी · العربية · 한국어 · \ud800' };
const WRONG = 'The passphrase is another one, or the file was changed. Try again, then try another copy.';
const NO_FILE = 'Name an encrypted file that the site saved. This is none, or was changed: try another copy.';

const folder = mkdtempSync(join(tmpdir(), 'decrypt-'));
afterAll(() => rmSync(folder, { recursive: true }));

let sealed: Sealed;
beforeAll(async () => {
	sealed = await seal(VALUE, await makeSealingKey(PHRASE));
});

/** Runs the script on a file with this content; what is typed comes through a pipe. */
function decrypt(content: string | undefined, typed: string) {
	const file = join(folder, 'file.safeguarding.json');
	if (content !== undefined) writeFileSync(file, content);
	const args = content === undefined ? [SCRIPT] : [SCRIPT, file];
	const { status, stdout, stderr } = spawnSync(process.execPath, args, { input: typed, encoding: 'utf8' });
	return { status, stdout, said: stderr.split('\n').filter((line) => !/^(Passphrase \(.*)?$/.test(line)) };
}

describe('decrypt.mjs', () => {
	it('opens what the site sealed, however the letters of the passphrase were written', () => {
		const { status, stdout, said } = decrypt(JSON.stringify(sealed), `${PHRASE.normalize('NFD')}\r\n`);
		expect({ status, said }).toEqual({ status: 0, said: [] });
		expect(JSON.parse(stdout)).toEqual(VALUE);
	});

	it('opens a file that another program wrote anew, and a passphrase without a line end', () => {
		const { cipher, kdf, ...rest } = sealed;
		const { status, stdout } = decrypt(JSON.stringify({ kdf, cipher, ...rest }, null, 2), PHRASE);
		expect({ status, value: JSON.parse(stdout) as unknown }).toEqual({ status: 0, value: VALUE });
	});

	it.each<[what: string, typed: string, change: (sealed: Sealed) => unknown]>([
		['another passphrase', `${PHRASE.trim()}\n`, (same) => same],
		['no passphrase', '', (same) => same],
		['other data', `${PHRASE}\n`, (same) => ({ ...same, data: `AAAA${same.data.slice(4)}` })],
		['data without its end', `${PHRASE}\n`, (same) => ({ ...same, data: same.data.slice(0, 24) })],
		['more iterations', `${PHRASE}\n`, (same) => ({ ...same, kdf: { ...same.kdf, iterations: 600_001 } })]
	])('refuses %s, in the same words', (_what, typed, change) => {
		expect(decrypt(JSON.stringify(change(sealed)), typed)).toEqual({ status: 1, stdout: '', said: [WRONG] });
	});

	it.each<[what: string, change: (sealed: Sealed) => string | undefined]>([
		['no file', () => undefined],
		['a file that is no JSON', () => '%PDF-1.4'],
		['null', () => 'null'],
		['a file in clear', () => JSON.stringify(VALUE)],
		['a newer version', (same) => JSON.stringify({ ...same, formatVersion: 2 })],
		['another hash', (same) => JSON.stringify({ ...same, kdf: { ...same.kdf, hash: 'SHA-1' } })],
		['a short salt', (same) => JSON.stringify({ ...same, kdf: { ...same.kdf, salt: 'AAAA' } })],
		['a short vector', (same) => JSON.stringify({ ...same, cipher: { ...same.cipher, iv: 'AAAA' } })],
		['a piece of a tag', (same) => JSON.stringify({ ...same, data: 'AAAAAAAA' })],
		['a name too many', (same) => JSON.stringify({ ...same, more: 1 })],
		...['599999', '10000001', '1e999', '"600000"', '[600000]'].map(
			(iterations): [string, (same: Sealed) => string] => [
				`${iterations} iterations`,
				(same) => JSON.stringify(same).replace('"iterations":600000', `"iterations":${iterations}`)
			]
		)
	])('refuses %s before it asks', (_what, change) => {
		expect(decrypt(change(sealed), `${PHRASE}\n`)).toEqual({ status: 1, stdout: '', said: [NO_FILE] });
	});

	it('is short enough to be read, or typed, by whoever finds a file in ten years', () => {
		const source = readFileSync(SCRIPT, 'utf8');
		expect(source.split('\n').length - 1).toBeLessThanOrEqual(30);
		const imports = [...source.matchAll(/^import .* from '(.*)';$/gm)].map(([, name]) => name);
		expect(imports.every((name) => name?.startsWith('node:'))).toBe(true);
	});
});
