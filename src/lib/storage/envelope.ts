import { ownValue } from '#lib/questionnaire/own-value.ts';
import type { Problem } from '#lib/questionnaire/result.ts';
import { isBase64 } from '#lib/storage/base64.ts';

// What the envelope of an encrypted value must look like, checked before any work is done for it.
// static/schema/encrypted.schema.json says the same for other programs.

export const FORMAT = 'child-safeguarding-encrypted';
/** OWASP's floor for PBKDF2 with SHA-256: less makes guessing cheap. */
export const FEWEST_ITERATIONS = 600_000;
/** A hostile file must not keep an old phone busy for minutes. */
export const MOST_ITERATIONS = 10_000_000;
export const SALT_BYTES = 16;
export const IV_BYTES = 12;
/** AES-GCM ends the data with as many bytes that prove it whole. */
export const TAG_BYTES = 16;
/** Far more than any assessment with all its snapshots. Who reads a file limits its size before that. */
export const MOST_BYTES = 30_000_000;

/** What an envelope must look like: its fields, and for each the sentence about a value that does not fit. */
type Shape = { readonly [name: string]: Shape } | ((value: unknown) => string | undefined);

const REMEDY = 'Use another copy, as this tool saved it.';
const exactly = (wanted: string | number) => (value: unknown) =>
	value === wanted ? undefined : `Only ${JSON.stringify(wanted)} can stand here. ${REMEDY}`;
const base64 = (fewest: number, most: number) => (value: unknown) => {
	if (typeof value !== 'string' || !isBase64(value)) return `Here a text in base64 is needed. ${REMEDY}`;
	const padding = value.endsWith('==') ? 2 : value.endsWith('=') ? 1 : 0;
	const bytes = (value.length / 4) * 3 - padding;
	const limit = fewest === most ? `exactly ${most}` : `from ${fewest} to ${most}`;
	return bytes >= fewest && bytes <= most
		? undefined
		: `Here stand ${bytes} bytes, but ${limit} are needed. ${REMEDY}`;
};
const iterations = (value: unknown) =>
	Number.isInteger(value) && Number(value) >= FEWEST_ITERATIONS && Number(value) <= MOST_ITERATIONS
		? undefined
		: `Here a whole number from ${FEWEST_ITERATIONS} to ${MOST_ITERATIONS} is needed. ${REMEDY}`;

const ENVELOPE: Shape = {
	format: exactly(FORMAT),
	formatVersion: exactly(1),
	kdf: {
		name: exactly('PBKDF2'),
		hash: exactly('SHA-256'),
		iterations,
		salt: base64(SALT_BYTES, SALT_BYTES)
	},
	cipher: { name: exactly('AES-GCM'), length: exactly(256), iv: base64(IV_BYTES, IV_BYTES) },
	data: base64(TAG_BYTES + 1, MOST_BYTES + TAG_BYTES)
};

/**
 * Compares a value with the envelope. Nothing but the known fields may stand in it.
 * @returns what is wrong and where; nothing when the value is an envelope
 */
export function findEnvelopeProblems(raw: unknown): Problem[] {
	return findProblems(raw, ENVELOPE, '');
}

function findProblems(raw: unknown, shape: Shape, path: string): Problem[] {
	if (typeof shape === 'function') {
		const message = shape(raw);
		return message === undefined ? [] : [{ path, message }];
	}
	if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
		return [{ path, message: `Here a group in curly brackets { } is needed. ${REMEDY}` }];
	const pathOf = (name: string) => (path === '' ? name : `${path}.${name}`);
	const foreign = Object.keys(raw).find((name) => ownValue(shape, name) === undefined);
	if (foreign !== undefined) {
		// a hostile name may be as long as the file
		const name = foreign.slice(0, 40);
		return [{ path: pathOf(name), message: `The name "${name}" is not known here. ${REMEDY}` }];
	}
	return Object.entries(shape).flatMap(([name, inner]) =>
		findProblems(ownValue(raw as Record<string, unknown>, name), inner, pathOf(name))
	);
}
