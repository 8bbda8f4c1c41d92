import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { fileContentOf, writeJson } from '#lib/assessment/file-content.ts';
import { completeAssessment } from '#lib/assessment/start.ts';
import { canOpen, openSealed, readContent, readFile } from '#lib/session/read-file.ts';
import { makeSealingKey, seal } from '#lib/storage/sealed.ts';
import { GIANT_FILES, HOSTILE_FILES, packedQuestionnaire } from '../../../tests/hostile-files.ts';
import { HOSTILE_STRINGS } from '../../../tests/hostile-strings.ts';
import { exampleAssessment } from '../../../tests/unit/example-assessment.ts';

const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const honest = exampleAssessment({ 'example.a.1': 'in-place' });
const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);
const builtIns = () => JSON.stringify(Object.getOwnPropertyNames(Object.prototype));
const before = builtIns();

describe('a hostile file', () => {
	it.each(HOSTILE_FILES)('is refused with sentences: $name', ({ bytes, says }) => {
		const read = readContent(bytes);
		expect(read.ok).toBe(false);
		const problems = read.ok ? [] : read.problems;
		expect(problems.length).toBeGreaterThan(0);
		expect(problems.length).toBeLessThanOrEqual(100);
		expect(problems.map(({ path, message }) => `${path}: ${message}`).join('\n')).toMatch(says);
		for (const { path, message } of problems) {
			expect(message).toMatch(/[.")]$/);
			// what is shown of it stays short, however long its names and texts are
			expect(message.length).toBeLessThan(400);
			expect(path.length).toBeLessThan(900);
		}
		expect(builtIns()).toBe(before);
		expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
	});

	it('is not read at all when it is larger than 5 MB', async () => {
		const file = new Blob([new Uint8Array(5_000_001)]);
		file.arrayBuffer = () => Promise.reject(new Error('was read'));
		expect(await readFile(file)).toMatchObject({
			ok: false,
			problems: [{ message: expect.stringContaining('5 MB') }]
		});
	});

	it('that the browser cannot read is refused with a sentence', async () => {
		const file = new Blob(['{}']);
		file.arrayBuffer = () => Promise.reject(new Error('gone'));
		expect(await readFile(file)).toMatchObject({ ok: false });
	});
});

describe('what only looks hostile', () => {
	it.each(GIANT_FILES)('is opened: $name', ({ bytes }) => {
		expect(readContent(bytes)).toMatchObject({ ok: true, value: { kind: 'assessment' } });
	});

	it.each([
		['a byte order mark', `\ufeff${JSON.stringify(honest)}`],
		['fields of a later version', JSON.stringify({ ...honest, season: { dry: [1, -2.5, null, true] } })],
		['half characters', JSON.stringify({ ...honest, label: '\ud800 \udfff', note: { '\ud83d': 1 } })],
		['zeros and other signs', JSON.stringify({ ...honest, label: '\u0000\u202e\ufeff\u2028' })],
		[
			'a name twice: the last one counts',
			JSON.stringify(honest).replace('"label":""', '"label":"a","label":"b"')
		],
		['as many hostile texts as fit', JSON.stringify({ ...honest, texts: HOSTILE_STRINGS })]
	])('is opened, and comes out of the next file as it went in: %s', (_name, text) => {
		const read = readContent(new TextEncoder().encode(text));
		expect(read).toMatchObject({ ok: true, value: { kind: 'assessment' } });
		if (!read.ok || read.value.kind !== 'assessment') return;
		const moment = { id: 'x', now: '2026-03-01T09:00:00.000Z', today: '2026-03-01' };
		const opened = completeAssessment(read.value.assessment, moment);
		const written = writeJson(fileContentOf(opened, { name: 'tool', version: '1' }));
		const again = readContent(new TextEncoder().encode(written));
		expect(again).toEqual({
			ok: true,
			value: { kind: 'assessment', assessment: { ...opened, app: { name: 'tool', version: '1' } } }
		});
	});
});

describe('any JSON', () => {
	const field = fc.oneof(
		fc.jsonValue({ maxDepth: 4 }),
		fc.constantFrom(...HOSTILE_STRINGS, '', null, 0, [], {}, ['x'], { level: 'in-place' })
	);
	const nearlyHonest = fc
		.dictionary(
			fc.constantFrom(...Object.keys(honest), 'questions', 'ownQuestionnaire', 'lastFile', 'app', 'else'),
			field,
			{ maxKeys: 3 }
		)
		.map((change) => ({ ...honest, ...change }));

	it('is refused with sentences, or opened and saved again as it is', () => {
		fc.assert(
			fc.property(fc.oneof(field, nearlyHonest), (value) => {
				const read = readContent(bytesOf(value));
				expect(builtIns()).toBe(before);
				if (!read.ok) {
					expect(read.problems.every(({ message }) => /\w.*[.")]$/su.test(message))).toBe(true);
					return;
				}
				if (read.value.kind !== 'assessment') return;
				const once = writeJson(read.value.assessment);
				const again = readContent(new TextEncoder().encode(once));
				expect(again).toEqual(read);
				expect(again.ok && again.value.kind === 'assessment' && writeJson(again.value.assessment)).toBe(once);
			}),
			{ numRuns: 1000 }
		);
	});
});

describe('a questionnaire in a file', () => {
	it('is read with its texts and sources', () => {
		const packed = packedQuestionnaire();
		const { format: _format, formatVersion: _version, ...parts } = packed;
		expect(readContent(bytesOf(packed))).toEqual({ ok: true, value: { kind: 'questionnaire', file: parts } });
	});

	it('keeps markup as the text it is', () => {
		const packed = packedQuestionnaire();
		const title = '<img src=x onerror=alert(1)>';
		const read = readContent(bytesOf({ ...packed, text: { ...packed.text, title } }));
		expect(read).toMatchObject({ ok: true, value: { file: { text: { title } } } });
	});
});

describe('an encrypted file', () => {
	it('is opened with its passphrase, and with no other', async () => {
		const key = await makeSealingKey('the right one');
		const read = readContent(bytesOf(await seal(honest, key)));
		if (!read.ok || read.value.kind !== 'sealed') throw new Error('not seen as encrypted');
		const { sealed } = read.value;
		expect(await openSealed(sealed, 'another one')).toBeUndefined();
		const opened = { ok: true, value: { kind: 'assessment', assessment: honest } };
		expect(await openSealed(sealed, 'the right one')).toEqual(opened);
		expect(await openSealed(sealed, key)).toEqual(opened);
	});

	it('is checked inside as if it were in clear', async () => {
		const key = await makeSealingKey('phrase');
		const read = readContent(bytesOf(await seal({ ...honest, formatVersion: 99 }, key)));
		if (!read.ok || read.value.kind !== 'sealed') throw new Error('not seen as encrypted');
		expect(await openSealed(read.value.sealed, key)).toMatchObject({ ok: false });
	});

	it.each([
		['nesting', [nested(500)], /more than 20 times/],
		['amounts', Array.from({ length: 151_000 }, () => 0), /more than 150000 values/]
	])('is searched inside for %s that no file has, before it is read', async (_name, value, says) => {
		const key = await makeSealingKey('phrase');
		const sealed = await seal({ ...honest, value }, key);
		const parse = vi.spyOn(JSON, 'parse');
		const opened = await openSealed(sealed, key);
		expect(parse).not.toHaveBeenCalled();
		parse.mockRestore();
		expect(opened).toMatchObject({ ok: false, problems: [{ message: expect.stringMatching(says) }] });
	});
});

it('knows which bytes it would open again', () => {
	expect(canOpen(bytesOf(honest))).toBe(true);
	expect(canOpen(bytesOf({ ...honest, formatVersion: 9 }))).toBe(false);
	expect(canOpen(bytesOf({ ...honest, more: 'x'.repeat(5_000_000) }))).toBe(false);
});
