import * as z from 'zod/mini';
import {
	FEWEST_ITERATIONS,
	FORMAT,
	IV_BYTES,
	MOST_BYTES,
	MOST_ITERATIONS,
	SALT_BYTES,
	TAG_BYTES
} from '#lib/storage/envelope.ts';

/** Base64, padded and without line breaks, of so many bytes. */
const base64 = (fewest: number, most: number, description: string) =>
	z
		.string()
		.check(
			z.regex(/^[A-Za-z0-9+/]+={0,2}$/),
			z.minLength(4 * Math.ceil(fewest / 3)),
			z.maxLength(4 * Math.ceil(most / 3)),
			z.describe(description)
		);

/**
 * The envelope of an encrypted file, for other programs and for editors. It stands beside the checks of the program
 * and not in their place: what opens on a phone before anything else should not bring zod.
 */
export const sealedSchema = z
	.strictObject({
		format: z.literal(FORMAT),
		formatVersion: z.literal(1),
		kdf: z
			.strictObject({
				name: z.literal('PBKDF2'),
				hash: z.literal('SHA-256'),
				iterations: z.int().check(z.minimum(FEWEST_ITERATIONS), z.maximum(MOST_ITERATIONS)),
				salt: base64(SALT_BYTES, SALT_BYTES, `${SALT_BYTES} random bytes.`)
			})
			.check(
				z.describe('Makes the key of 256 bits from the passphrase: in Unicode form NFKC, UTF-8, not trimmed.')
			),
		cipher: z
			.strictObject({
				name: z.literal('AES-GCM'),
				length: z.literal(256),
				iv: base64(IV_BYTES, IV_BYTES, `${IV_BYTES} random bytes, new for every file.`)
			})
			.check(
				z.describe(
					'Additional authenticated data: everything but "data" as JSON without spaces, names sorted (RFC 8785).'
				)
			),
		data: base64(
			TAG_BYTES + 1,
			MOST_BYTES + TAG_BYTES,
			`JSON in UTF-8, encrypted, then the tag of ${TAG_BYTES} bytes.`
		)
	})
	.check(
		z.describe('A value under a passphrase. scripts/decrypt.mjs opens it. Without the passphrase nobody can.')
	);
