import { describe, expect, it } from 'vitest';
import type { Assessment } from '#lib/assessment/schema.ts';
import { isSound } from '#lib/assessment/sound.ts';
import { exampleAssessment } from '../../../tests/unit/example-assessment.ts';

const good = exampleAssessment({ 'example.a.1': 'in-place' });

describe('an assessment that was read', () => {
	it('is sound as this tool writes it', () => {
		expect(isSound(good)).toBe(true);
	});

	it.each<[string, Record<string, unknown>]>([
		['no name', { label: undefined }],
		['no day', { assessedOn: 12 }],
		['no moment', { changedAt: 'yesterday' }],
		['a level that is no text', { answers: { 'example.a.1': { level: {} } } }],
		['evidence of another kind', { answers: { 'example.a.1': { evidence: { ticked: 'all' } } } }],
		['a change of the plan that is none', { plan: { ...good.plan, edits: { a: null } } }],
		['an action without an id', { plan: { ...good.plan, added: [{ text: 'Do' }] } }],
		['a dated copy that is none', { snapshots: [null] }],
		['a dated copy without a day', { snapshots: [{ id: 'a', takenAt: '', assessment: {} }] }]
	])('is not with %s', (_what, change) => {
		expect(isSound({ ...good, ...change } as Assessment)).toBe(false);
	});
});
