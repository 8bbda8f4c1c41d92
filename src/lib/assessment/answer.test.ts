import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerOf, hasEvidence, recordAnswer, type AnswerChange } from '#lib/assessment/answer.ts';
import type { Answer } from '#lib/assessment/schema.ts';
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

it('a line that is ticked leaves the text beside it, whatever the page showed', () => {
	const kept = { answers: { 'x.a.1': { level: 'in-place', evidence: { ticked: [], text: 'Folder 3' } } } };
	const ticked = recordAnswer(kept, 'x.a.1', { evidence: { ticked: ['record'] } });
	expect(ticked.answers['x.a.1']?.evidence).toEqual({ ticked: ['record'], text: 'Folder 3' });
	expect(answerOf(recordAnswer({ answers: {} }, 'x.a.1', { evidence: { text: 'New' } }), 'x.a.1')).toEqual({
		evidence: { ticked: [], text: 'New' }
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

describe('a change that arrives late', () => {
	const [early, late] = ['2026-03-01T09:00:00.000Z', '2026-03-01T10:00:00.000Z'];
	const seen = { level: 'not-in-place', note: 'Seen by both' };
	const before = exampleAssessment({ 'x.a.1': seen });
	const newer = recordAnswer(before, 'x.a.1', { level: 'in-place', changedAt: late }, seen);

	it('leaves what was changed later, and its time', () => {
		expect(recordAnswer(newer, 'x.a.1', { level: 'unknown', changedAt: early }, seen)).toEqual(newer);
	});

	it('changes what nobody changed meanwhile', () => {
		const after = recordAnswer(newer, 'x.a.1', { note: 'Written early', changedAt: early }, seen);
		expect(after.answers['x.a.1']).toEqual({ level: 'in-place', note: 'Written early', changedAt: late });
	});

	it('gives a choice that was changed no reason of another choice', () => {
		const change = { level: 'not-applicable', reason: 'No partners', changedAt: early };
		expect(recordAnswer(newer, 'x.a.1', change, seen)).toEqual(newer);
	});

	it('replaces what the person saw, even when the clock was set back since', () => {
		const shown = newer.answers['x.a.1'];
		const after = recordAnswer(newer, 'x.a.1', { level: 'unknown', changedAt: early }, shown);
		expect(after.answers['x.a.1']).toEqual({ ...shown, level: 'unknown', changedAt: early });
	});

	it('counts as any other when one of the times is missing', () => {
		expect(recordAnswer(newer, 'x.a.1', { level: 'unknown' }, seen).answers['x.a.1']?.level).toBe('unknown');
		const after = recordAnswer(before, 'x.a.1', { level: 'unknown', changedAt: early }, {});
		expect(after.answers['x.a.1']?.level).toBe('unknown');
	});
});

describe('two tabs with the same answer on the page', () => {
	/** Any answer, with fields that one of the changes below may set or take away. */
	const arbitrarySeen: fc.Arbitrary<Answer | undefined> = fc.option(
		fc.record(
			{
				level: fc.constantFrom('in-place', 'not-applicable'),
				reason: fc.constantFrom('No partners', ''),
				note: fc.constantFrom('Seen', ''),
				evidence: fc.record({ ticked: fc.subarray(['record']), text: fc.constantFrom('', 'Minutes') })
			},
			{ requiredKeys: [] }
		),
		{ nil: undefined }
	);
	/** What each field can become. */
	const values = {
		level: ['unknown', 'partly-in-place', undefined],
		note: ['Mine', 'Theirs'],
		review: [true],
		evidence: [{ ticked: ['list'], text: 'Folder' }, undefined]
	} as const;
	const arbitraryChange = fc
		.constantFrom('level' as const, 'note' as const, 'review' as const, 'evidence' as const)
		.chain((field) =>
			fc.constantFrom(...(values[field] as readonly unknown[])).map((value) => ({ field, value }))
		);
	const at = (minutes: number) => new Date(Date.UTC(2026, 2, 1, 9, minutes)).toISOString();

	it('both changes survive, or of one field the later, in whatever order they arrive and how often', () => {
		fc.assert(
			fc.property(arbitrarySeen, arbitraryChange, arbitraryChange, (seen, one, other) => {
				// what ends as it was seen is no change: there the other one stands
				fc.pre(JSON.stringify(seen?.[other.field]) !== JSON.stringify(other.value));
				const before = exampleAssessment(seen === undefined ? {} : { 'x.a.1': seen });
				const record =
					({ field, value }: typeof one, changedAt: string) =>
					(assessment: typeof before) =>
						recordAnswer(assessment, 'x.a.1', { [field]: value, changedAt } as AnswerChange, seen);
				const [earlier, later] = [record(one, at(1)), record(other, at(2))];
				const kept = later(earlier(before));
				const { answers } = kept;
				expect(answers['x.a.1']?.[other.field]).toEqual(other.value);
				if (one.field !== other.field) expect(answers['x.a.1']?.[one.field]).toEqual(one.value);
				expect(answers['x.a.1']?.changedAt).toBe(at(2));
				expect(earlier(later(before))).toEqual(kept);
				expect(earlier(earlier(later(before)))).toEqual(kept);
				expect(later(kept)).toEqual(kept);
			})
		);
	});
});
