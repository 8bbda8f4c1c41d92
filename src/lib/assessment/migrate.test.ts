import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FILE_FORMAT_VERSION, migrateAssessment } from '#lib/assessment/migrate.ts';
import { parseAssessment } from '#lib/assessment/parse.ts';
import type { AssessmentFile } from '#lib/assessment/schema.ts';
import { scoreAssessment } from '#lib/assessment/score.ts';
import { assessmentOfSnapshot } from '#lib/assessment/snapshot.ts';
import { completeAssessment } from '#lib/assessment/start.ts';
import { questionnaireSchema } from '#lib/questionnaire/schema.ts';
import { readRecord } from '#lib/storage/record.ts';
import { deepFreeze } from '../../../tests/unit/deep-freeze.ts';

const FIXTURES = 'tests/fixtures/assessments';
const read = (path: string) => JSON.parse(readFileSync(`${FIXTURES}/${path}`, 'utf8')) as unknown;
const questionnaire = questionnaireSchema.parse(read('example/questionnaire.json'));

const versionOne = read('released/version-1.json') as Record<string, unknown>;

/** What every released version wrote; nobody changes these files again. */
const released = readdirSync(`${FIXTURES}/released`).map((name) => ({
	version: Number(/^version-(\d+)\.json$/.exec(name)?.[1]),
	raw: deepFreeze(read(`released/${name}`)) as Record<string, unknown>
}));

/** The score of each, worked out by hand, with its range and what of it can be shown. */
const SCORES: Readonly<Record<number, readonly [number, number, number, number]>> = {
	// people (3·1 + 2·0 + 1·0)/6 = 50; travel 3·⅓/3, range 1/4 to 2/4; learning ½; evidenced only people 3/6
	1: [400 / 9, 125 / 3, 50, 50 / 3],
	// people (3 + 2 + 0)/6; travel 3·⅓/3, range 1/6 to 4/6 since two questions are open; learning ½
	2: [(250 / 3 + 100 / 3 + 50) / 3, (250 / 3 + 50 / 3 + 50) / 3, (250 / 3 + 200 / 3 + 50) / 3, 250 / 9]
};

function open(raw: unknown): AssessmentFile {
	const parsed = parseAssessment(raw);
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
	return parsed.value;
}

it('has a file of every version up to the newest', () => {
	expect(released.map(({ version }) => version).sort((a, b) => a - b)).toEqual(
		Array.from({ length: FILE_FORMAT_VERSION }, (_, index) => index + 1)
	);
});

describe.each(released)('a file of version $version', ({ version, raw }) => {
	it('is what it says', () => {
		expect(raw).toMatchObject({ format: 'child-safeguarding-assessment', formatVersion: version });
	});

	it('opens with every field it has, unknown ones too, in the newest form', () => {
		expect(open(raw)).toMatchObject({ ...raw, formatVersion: FILE_FORMAT_VERSION });
	});

	it('has the score that was worked out by hand', () => {
		const assessment = completeAssessment(open(raw), { id: 'x', now: '', today: '2030-01-01' });
		const { score, low, high, evidenced } = scoreAssessment(questionnaire, assessment);
		const expected = SCORES[version]?.map((value) => expect.closeTo(value, 9) as number);
		expect([score, low, high, evidenced]).toEqual(expected);
	});

	it('opens from the device as it does from a file', () => {
		expect(readRecord(String(raw['id']), raw)).toEqual({ kind: 'assessment', assessment: open(raw) });
	});

	it('is the same after two migrations as after one', () => {
		const once = migrateAssessment(raw);
		expect(migrateAssessment(once)).toEqual(once);
		expect(migrateAssessment(JSON.parse(JSON.stringify(once)))).toEqual(once);
	});

	it('gives dated copies that open too', () => {
		const assessment = completeAssessment(open(raw), { id: 'x', now: '', today: '2030-01-01' });
		for (const { id } of assessment.snapshots)
			expect(open(assessmentOfSnapshot(assessment, id, 'y'))).toMatchObject({ id: 'y' });
	});
});

describe('migrating', () => {
	it('from version 1 adds room for dated copies and changes nothing else', () => {
		expect(migrateAssessment(versionOne)).toEqual({ ...versionOne, formatVersion: 2, snapshots: [] });
	});

	it.each([
		['nothing', null],
		['nothing at all', undefined],
		['a text', 'hello'],
		['a list', [1]],
		['another format', { ...versionOne, format: 'other' }],
		['a newer version', { ...versionOne, formatVersion: FILE_FORMAT_VERSION + 1 }],
		['a version that never was', { ...versionOne, formatVersion: 0 }],
		['half a version', { ...versionOne, formatVersion: 1.5 }],
		['a version in words', { ...versionOne, formatVersion: '1' }]
	])('leaves %s alone', (_name, raw) => {
		expect(migrateAssessment(raw)).toBe(raw);
	});
});
