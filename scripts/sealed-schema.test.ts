import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { makeSealingKey, parseSealed, seal } from '#lib/storage/sealed.ts';

/** The schema as other programs read it, from its file. */
const schema = z.fromJSONSchema(
	JSON.parse(readFileSync('static/schema/encrypted.schema.json', 'utf8')) as Parameters<
		typeof z.fromJSONSchema
	>[0]
);

it('says the same of an envelope as the program', async () => {
	const sealed = await seal({ note: 'x' }, await makeSealingKey('a passphrase of five words'));
	const { kdf, cipher, data, ...rest } = sealed;
	const { salt, ...saltless } = kdf;
	const refused: unknown[] = [
		null,
		[sealed],
		rest,
		{ ...sealed, more: 1 },
		{ ...sealed, format: 'child-safeguarding-assessment' },
		{ ...sealed, formatVersion: 2 },
		{ ...sealed, kdf: saltless },
		{ ...sealed, kdf: { ...kdf, more: 1 } },
		{ ...sealed, kdf: { ...kdf, name: 'scrypt' } },
		{ ...sealed, kdf: { ...kdf, hash: 'SHA-1' } },
		{ ...sealed, kdf: { ...kdf, salt: `AAAA${salt}` } },
		...[599_999, 10_000_001, 600_000.5, '600000', null].map((iterations) => ({
			...sealed,
			kdf: { ...kdf, iterations }
		})),
		{ ...sealed, cipher: { ...cipher, name: 'AES-CBC' } },
		{ ...sealed, cipher: { ...cipher, length: 128 } },
		{ ...sealed, cipher: { ...cipher, iv: 'AAAA' } },
		{ ...sealed, data: '' },
		{ ...sealed, data: ` ${data}` },
		{ ...sealed, data: [data] }
	];
	const accepted = [sealed, { ...sealed, kdf: { ...kdf, iterations: 10_000_000 } }];
	for (const [values, isAccepted] of [
		[accepted, true],
		[refused, false]
	] as const)
		for (const value of values) {
			const verdicts = { program: parseSealed(value).ok, schema: schema.safeParse(value).success };
			expect({ value, ...verdicts }).toEqual({ value, program: isAccepted, schema: isAccepted });
		}
});
