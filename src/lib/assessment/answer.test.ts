import { describe, expect, it } from 'vitest';
import { answerOf, hasEvidence, recordAnswer } from '#lib/assessment/answer.ts';
import { exampleAssessment } from '../../../tests/unit/example-assessment.ts';

describe('recordAnswer', () => {
	it('changes only what is named', () => {
		const before = exampleAssessment({
			'x.a.1': { level: 'in-place', note: 'Board minutes' },
			'x.a.2': 'unknown'
		});
		const after = recordAnswer(before, 'x.a.1', { level: 'partly-in-place' });
		expect(after.answers).toEqual({
			'x.a.1': { level: 'partly-in-place', note: 'Board minutes' },
			'x.a.2': { level: 'unknown' }
		});
	});

	it('removes a field that is set to undefined', () => {
		const before = exampleAssessment({ 'x.a.1': { level: 'in-place', review: true } });
		const after = recordAnswer(before, 'x.a.1', { review: undefined });
		expect(Object.keys(after.answers['x.a.1'] ?? {})).toEqual(['level']);
	});

	it('leaves the assessment it was given as it was', () => {
		const before = exampleAssessment({ 'x.a.1': 'in-place' });
		recordAnswer(before, 'x.a.1', { level: 'unknown' });
		expect(before).toEqual(exampleAssessment({ 'x.a.1': 'in-place' }));
	});

	it('carries along fields that a newer version wrote', () => {
		const before = {
			...exampleAssessment({ 'x.a.1': { level: 'in-place', confidence: 'high' } }),
			season: 'dry'
		};
		const after = recordAnswer(before, 'x.a.1', { level: 'unknown' });
		expect(after.answers['x.a.1']).toEqual({ level: 'unknown', confidence: 'high' });
		expect(after.season).toBe('dry');
	});

	it.each(['__proto__', 'constructor', 'toString'])('treats %s as a plain id', (id) => {
		const after = recordAnswer(exampleAssessment({}), id, { level: 'in-place' });
		expect(Object.keys(after.answers)).toEqual([id]);
		expect(answerOf(after, id)).toEqual({ level: 'in-place' });
		expect(Object.getPrototypeOf(after.answers)).toBe(Object.prototype);
	});
});

describe('taking a choice back', () => {
	it('takes back the choice and its reason, and keeps what was written beside it', () => {
		const evidence = { ticked: ['record'], text: '' };
		const before = exampleAssessment({
			'x.a.1': { level: 'not-applicable', reason: 'No partners', note: 'Ask again', review: true, evidence }
		});
		expect(recordAnswer(before, 'x.a.1', { level: undefined, reason: undefined }).answers['x.a.1']).toEqual({
			note: 'Ask again',
			review: true,
			evidence
		});
	});
});

describe('answerOf', () => {
	it.each(['__proto__', 'constructor', 'toString'])('finds nothing under %s', (id) => {
		expect(answerOf(exampleAssessment({}), id)).toBeUndefined();
	});
});

describe('hasEvidence', () => {
	it.each([
		['a ticked line', { ticked: ['record'], text: '' }, true],
		['a text', { ticked: [], text: 'Policy of 2025' }, true],
		['nothing', { ticked: [], text: '' }, false],
		['white space', { ticked: [], text: ' \n\t ' }, false]
	])('%s', (_name, evidence, expected) => {
		expect(hasEvidence({ level: 'in-place', evidence })).toBe(expected);
	});

	it('is false without an answer or without evidence', () => {
		expect(hasEvidence(undefined)).toBe(false);
		expect(hasEvidence({ level: 'in-place' })).toBe(false);
	});
});
