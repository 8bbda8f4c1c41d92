import { describe, expect, it } from 'vitest';
import { FILE_FORMAT_VERSION } from '#lib/assessment/migrate.ts';
import { completeAssessment } from '#lib/assessment/start.ts';
import { readRecord } from '#lib/storage/record.ts';

const good = completeAssessment(
	{
		format: 'child-safeguarding-assessment',
		formatVersion: FILE_FORMAT_VERSION,
		questionnaire: { id: 'icss', version: '0.1.0' },
		profile: {},
		answers: { 'icss.policy.1': { level: 'in-place' } },
		snapshots: []
	},
	{ id: 'a', now: '2026-11-21T12:00:00.000Z', today: '2026-11-21' }
);

describe('readRecord', () => {
	it('gives an assessment as it is, with fields it does not know', () => {
		const stored = { ...good, addedLater: { by: 'a newer version' } };
		expect(readRecord('a', stored)).toEqual({ kind: 'assessment', assessment: stored });
	});

	it('brings what version 1 stored to the form of today, and leaves what is stored as it is', () => {
		const { snapshots: _none, ...fields } = good;
		const stored = Object.freeze({ ...fields, formatVersion: 1 });
		expect(readRecord('a', stored)).toEqual({ kind: 'assessment', assessment: good });
	});

	it.each<[what: string, raw: unknown, reason: string]>([
		['nothing', undefined, 'damaged'],
		['a text', 'hello', 'damaged'],
		['a list', [], 'damaged'],
		['another format', { ...good, format: 'something-else' }, 'damaged'],
		['a newer version', { ...good, formatVersion: FILE_FORMAT_VERSION + 1 }, 'newer'],
		['another id than its key', { ...good, id: 'b' }, 'damaged'],
		['answers that are a list', { ...good, answers: [] }, 'damaged'],
		['an answer that is no object', { ...good, answers: { 'icss.policy.1': 'in-place' } }, 'damaged'],
		['no plan', { ...good, plan: undefined }, 'damaged'],
		['no dated copies', { ...good, snapshots: undefined }, 'damaged'],
		['a plan without order', { ...good, plan: { ...good.plan, order: 'a' } }, 'damaged']
	])('leaves %s alone', (_what, raw, reason) => {
		const record = readRecord('a', raw);
		expect(record).toEqual({ kind: 'unreadable', record: { key: 'a', reason, raw } });
	});
});
