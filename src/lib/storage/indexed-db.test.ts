import { expect, it } from 'vitest';
import { createClearStorage } from '#lib/storage/indexed-db.ts';
import { exampleAssessment } from '../../../tests/unit/example-assessment.ts';
import { createFakeRows } from '../../../tests/unit/fake-rows.ts';

it.each([
	['damaged', { of: 'another time' }],
	['of a newer version', { ...exampleAssessment({}, { id: 'a' }), formatVersion: 99 }]
])('a record that is %s is never written over, and stays as it is', async (_what, raw) => {
	const rows = createFakeRows(new Map<string, unknown>([['a', raw]]));
	const storage = createClearStorage(rows);
	const mine = exampleAssessment({}, { id: 'a' });
	await expect(storage.change('a', () => mine)).rejects.toThrow('cannot be changed');
	expect(rows.kept.get('a')).toEqual(raw);
	expect((await storage.list()).unreadable).toMatchObject([{ key: 'a', raw }]);
});
