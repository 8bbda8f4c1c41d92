import { LARGEST_FILE } from '#lib/assessment/file-content.ts';
import { parseAssessment } from '#lib/assessment/parse.ts';
import type { AssessmentFile } from '#lib/assessment/schema.ts';
import { findExcess } from '#lib/questionnaire/json-amount.ts';
import { parseQuestionnaireFile, type QuestionnaireFile } from '#lib/questionnaire/questionnaire-file.ts';
import { readJson } from '#lib/questionnaire/read-json.ts';
import type { Result } from '#lib/questionnaire/result.ts';
import {
	canSeal,
	makeSealingKey,
	parseSealed,
	unsealBytes,
	type Sealed,
	type SealingKey
} from '#lib/storage/sealed.ts';

/** What a file that a person chose turned out to be. */
export type FileContent =
	| { kind: 'assessment'; assessment: AssessmentFile }
	| { kind: 'questionnaire'; file: QuestionnaireFile }
	/** Under a passphrase. */
	| { kind: 'sealed'; sealed: Sealed };

/** So many bytes may a questionnaire have: four times as many as the longest of the site. */
const LARGEST_QUESTIONNAIRE = 1_000_000;
/** To say where a long text is wrong would keep an old phone busy. */
const LONGEST_SEARCHED = 1_000_000;

const refuse = (message: string, path = ''): Result<never> => ({ ok: false, problems: [{ path, message }] });

/**
 * Reads a file that a person chose. It may hold anything: what is no file of this tool, or too large, or built to
 * mislead, is refused with sentences. Nothing is written, and nothing but this file is looked at.
 */
export async function readFile(file: Blob): Promise<Result<FileContent>> {
	if (file.size > LARGEST_FILE)
		return refuse('The file is larger than 5 MB. Choose a file that this tool saved.');
	try {
		return readContent(new Uint8Array(await file.arrayBuffer()));
	} catch {
		return refuse('The browser could not read this file. Choose it again, or another copy.');
	}
}

/** Whether these bytes are a file that would be opened. */
export function canOpen(bytes: Uint8Array): boolean {
	return bytes.length <= LARGEST_FILE && readContent(bytes).ok;
}

/** Reads the bytes of a file; see `readFile`. */
export function readContent(bytes: Uint8Array): Result<FileContent> {
	return readBytes(bytes, (raw, text) => {
		const { format } = (raw ?? {}) as Readonly<Record<string, unknown>>;
		if (format === 'child-safeguarding-encrypted') return readSealed(raw);
		return format === 'child-safeguarding-questionnaire'
			? readQuestionnaire(raw, text, bytes.length)
			: readAssessment(raw);
	});
}

/** Gives the JSON in bytes from anybody to what reads it further, unless it is built to mislead. */
function readBytes(
	bytes: Uint8Array,
	read: (raw: unknown, text: string) => Result<FileContent>
): Result<FileContent> {
	const text = decode(bytes);
	if (!text.ok) return text;
	const raw = parseJson(text.value);
	if (!raw.ok) return raw;
	try {
		return read(raw.value, text.value);
	} catch {
		// whoever built it found a depth or an amount that the checks do not know
		return refuse('This file is built in a way that no file of this tool is. Choose another copy.');
	}
}

/** Opens what lies in an encrypted file; undefined when the passphrase is another one, or something was changed in it. */
export async function openSealed(
	sealed: Sealed,
	key: string | SealingKey
): Promise<Result<FileContent> | undefined> {
	try {
		const sealing = typeof key === 'string' ? await makeSealingKey(key, sealed.kdf) : key;
		return readBytes(await unsealBytes(sealed, sealing), readAssessment);
	} catch {
		return undefined;
	}
}

function decode(bytes: Uint8Array): Result<string> {
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		if (text.trim() === '') return refuse('The file is empty. Choose another copy.');
		if (text.startsWith('%PDF-'))
			return refuse('This is a PDF, made for reading. Choose the file that ends in .safeguarding.json.');
		if (text.trimStart().startsWith('<'))
			return refuse('This is a web page or a drawing. Choose a file that this tool saved.');
		return { ok: true, value: text };
	} catch {
		return refuse('This is no text in UTF-8. Choose a file that this tool saved, as it was saved.');
	}
}

function parseJson(text: string): Result<unknown> {
	const excess = findExcess(text);
	if (excess !== undefined) return { ok: false, problems: [excess] };
	try {
		return { ok: true, value: JSON.parse(text) as unknown };
	} catch {
		const place = text.length > LONGEST_SEARCHED ? undefined : placeOfMistake(text);
		return place ?? refuse('This is no JSON, or its end is missing. Choose a file that this tool saved.');
	}
}

/** Where a text stops being JSON; undefined when that cannot be said. */
function placeOfMistake(text: string): Result<unknown> | undefined {
	try {
		const read = readJson(text);
		return read.ok ? undefined : read;
	} catch {
		return undefined;
	}
}

function readSealed(raw: unknown): Result<FileContent> {
	if (!canSeal())
		return refuse('This file is encrypted. It can be opened only where the site comes over https.');
	const parsed = parseSealed(raw);
	return parsed.ok ? { ok: true, value: { kind: 'sealed', sealed: parsed.value } } : parsed;
}

function readAssessment(raw: unknown): Result<FileContent> {
	const parsed = parseAssessment(raw);
	return parsed.ok ? { ok: true, value: { kind: 'assessment', assessment: parsed.value } } : parsed;
}

function readQuestionnaire(raw: unknown, text: string, bytes: number): Result<FileContent> {
	if (bytes > LARGEST_QUESTIONNAIRE)
		return refuse('This questionnaire is larger than 1 MB. Shorten it, or choose another one.');
	// a name that stands twice would let two readers see two questionnaires
	const strict = readJson(text);
	if (!strict.ok) return strict;
	const parsed = parseQuestionnaireFile(raw);
	return parsed.ok ? { ok: true, value: { kind: 'questionnaire', file: parsed.value } } : parsed;
}
