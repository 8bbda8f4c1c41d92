import type { Result } from '#lib/questionnaire/result.ts';
import { fromBase64, toBase64 } from '#lib/storage/base64.ts';
import {
	FEWEST_ITERATIONS,
	findEnvelopeProblems,
	FORMAT,
	IV_BYTES,
	MOST_BYTES,
	SALT_BYTES
} from '#lib/storage/envelope.ts';

// What a passphrase protects lies in one envelope, the same on the device and in files. Its header says how it was
// made, so that any program can open it in ten years (scripts/decrypt.mjs does), and is authenticated with the data.

/** A value under a passphrase. `salt`, `iv` and `data` are base64; `data` is JSON in UTF-8 under AES-GCM. */
export interface Sealed {
	format: typeof FORMAT;
	formatVersion: 1;
	/** How the key is made from the passphrase. */
	kdf: { name: 'PBKDF2'; hash: 'SHA-256'; iterations: number; salt: string };
	cipher: { name: 'AES-GCM'; length: 256; iv: string };
	data: string;
}

/** A key in memory, and how to make it from the passphrase again. */
export interface SealingKey {
	key: CryptoKey;
	kdf: Sealed['kdf'];
}

/** Whether a value is a whole envelope that a passphrase may open. */
export function isSealed(raw: unknown): raw is Sealed {
	return parseSealed(raw).ok;
}

/**
 * Checks an envelope before any work is done for it.
 * @param raw content of a file as JSON gave it, or a record the device kept
 * @returns the envelope, or what is wrong with it and where
 */
export function parseSealed(raw: unknown): Result<Sealed> {
	const { format, formatVersion } = (raw ?? {}) as Readonly<Record<string, unknown>>;
	const refuse = (path: string, message: string): Result<Sealed> => ({
		ok: false,
		problems: [{ path, message }]
	});
	if (format !== FORMAT)
		return refuse('format', 'This was not encrypted by this tool. Choose a file that this tool saved.');
	if (typeof formatVersion === 'number' && formatVersion > 1)
		return refuse(
			'formatVersion',
			'This was encrypted by a newer version of this tool. Open it there. Nothing was changed.'
		);
	const problems = findEnvelopeProblems(raw);
	return problems.length > 0 ? { ok: false, problems } : { ok: true, value: raw as Sealed };
}

/** Whether this browser can encrypt: a page that did not come over https, or from this machine, cannot. */
export function canSeal(): boolean {
	return globalThis.crypto?.subtle !== undefined;
}

/**
 * Makes a key from a passphrase; that takes a tenth of a second on a new computer and seconds on an old phone.
 * @param phrase as typed. Keyboards write the same letter in different ways, so NFKC makes them one. Spaces at its ends
 *   belong to it: whoever typed them meant them, and every other program that opens the envelope would have to cut alike
 * @param kdf of an envelope that `parseSealed` accepted; without it the key is a new one
 */
export async function makeSealingKey(
	phrase: string,
	kdf: Sealed['kdf'] = {
		name: 'PBKDF2',
		hash: 'SHA-256',
		iterations: FEWEST_ITERATIONS,
		salt: toBase64(crypto.getRandomValues(new Uint8Array(SALT_BYTES)))
	}
): Promise<SealingKey> {
	const { name, hash, iterations, salt } = kdf;
	const typed = new TextEncoder().encode(phrase.normalize('NFKC'));
	const material = await crypto.subtle.importKey('raw', typed, name, false, ['deriveKey']);
	const key = await crypto.subtle.deriveKey(
		{ name, hash, iterations, salt: fromBase64(salt) },
		material,
		{ name: 'AES-GCM', length: 256 },
		false,
		['encrypt', 'decrypt']
	);
	return { key, kdf };
}

/** Encrypts a value that JSON can hold. Rejects when it is larger than `parseSealed` would accept. */
export async function seal(value: unknown, { key, kdf }: SealingKey): Promise<Sealed> {
	const clear = new TextEncoder().encode(JSON.stringify(value));
	if (clear.length > MOST_BYTES) throw new RangeError('Too large to be encrypted');
	// never the same twice under one key: at random that holds for 2^32 values (NIST SP 800-38D, 8.3)
	const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
	const header = {
		format: FORMAT,
		formatVersion: 1,
		kdf,
		cipher: { name: 'AES-GCM', length: 256, iv: toBase64(iv) }
	} as const;
	const data = await crypto.subtle.encrypt(aesGcm(header), key, clear);
	return { ...header, data: toBase64(new Uint8Array(data)) };
}

const REFUSED = 'The passphrase is another one, or something in it was changed';

/**
 * Decrypts a value. What comes out may be from anybody who knows the passphrase: check it as you would in clear.
 * Rejects, always with the same words, when the passphrase is another one or a single bit was changed: nobody can tell
 * these two apart.
 */
export async function unseal(sealed: Sealed, key: SealingKey): Promise<unknown> {
	const clear = await unsealBytes(sealed, key);
	try {
		return JSON.parse(new TextDecoder().decode(clear));
	} catch {
		throw new Error(REFUSED);
	}
}

/** Decrypts a value as `unseal` does, and gives the bytes of its JSON: in a file they may hold anything. */
export async function unsealBytes(sealed: Sealed, { key }: SealingKey): Promise<Uint8Array> {
	try {
		return new Uint8Array(await crypto.subtle.decrypt(aesGcm(sealed), key, fromBase64(sealed.data)));
	} catch {
		throw new Error(REFUSED);
	}
}

/** All names of the header, sorted: JSON that has only these, in this order, is the same text everywhere. */
const HEADER = [
	'cipher',
	'format',
	'formatVersion',
	'hash',
	'iterations',
	'iv',
	'kdf',
	'length',
	'name',
	'salt'
];

function aesGcm(header: Omit<Sealed, 'data'>): AesGcmParams {
	const additionalData = new TextEncoder().encode(JSON.stringify(header, HEADER));
	return { name: 'AES-GCM', iv: fromBase64(header.cipher.iv), additionalData };
}
