import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileContentOf, withoutFileFacts, writeJson } from '#lib/assessment/file-content.ts';
import type { Assessment } from '#lib/assessment/schema.ts';
import { scoreAssessment } from '#lib/assessment/score.ts';
import { takeSnapshot } from '#lib/assessment/snapshot.ts';
import { readContent } from '#lib/session/read-file.ts';
import { arbitraryAssessed } from './arbitrary-assessment.ts';
import { exampleAssessment } from './example-assessment.ts';

// What is kept in a file comes back as it was, on any device, and in ten years.

const APP = { name: 'tool', version: '1.0.0' };
const written = (assessment: Assessment) => writeJson(fileContentOf(assessment, APP));

function open(text: string): Assessment {
	const read = readContent(new TextEncoder().encode(text));
	if (!read.ok || read.value.kind !== 'assessment') throw new Error(JSON.stringify(read));
	return withoutFileFacts(read.value.assessment) as Assessment;
}

/** The same value with the names of every group in another order. */
function shuffled<Value>(value: Value): Value {
	if (Array.isArray(value)) return value.map(shuffled) as Value;
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).reverse();
	return Object.fromEntries(entries.map(([name, inner]) => [name, shuffled(inner)])) as Value;
}

/** Assessments with dated copies; a file may not hold `__proto__` and the like. */
const assessed = fc
	.tuple(arbitraryAssessed, fc.integer({ min: 0, max: 3 }))
	.map(([{ questionnaire, assessment }, copies]) => {
		const honest = {
			...assessment,
			answers: Object.fromEntries(
				Object.entries(assessment.answers).filter(([id]) => id !== '__proto__' && id !== 'constructor')
			)
		};
		const kept = Array.from({ length: copies }, (_, index) => index).reduce(
			(each: Assessment, index) =>
				takeSnapshot(each, {
					id: `copy-${index}`,
					takenAt: '2026-03-01T09:00:00.000Z',
					reason: 'review',
					note: ''
				}),
			honest
		);
		return { questionnaire, assessment: kept };
	});

describe('a thousand assessments in files', () => {
	it('come back as they were, with the same score', () => {
		fc.assert(
			fc.property(assessed, ({ questionnaire, assessment }) => {
				const opened = open(written(assessment));
				expect(opened).toEqual(assessment);
				expect(scoreAssessment(questionnaire, opened)).toEqual(scoreAssessment(questionnaire, assessment));
			}),
			{ numRuns: 1000 }
		);
	});

	it('are written the same way every time, in whatever order their fields lie', () => {
		fc.assert(
			fc.property(assessed, ({ assessment }) => {
				const once = written(assessment);
				expect(written(shuffled(assessment))).toBe(once);
				expect(written(open(once))).toBe(once);
			}),
			{ numRuns: 1000 }
		);
	});
});

describe('the content of a file', () => {
	const assessment = exampleAssessment({ 'example.a.1': 'in-place' });

	it('says first what it is, and what wrote it', () => {
		expect(written(assessment)).toMatch(
			/^\{\n\t"format": "child-safeguarding-assessment",\n\t"formatVersion": 2,\n/
		);
		expect(JSON.parse(written(assessment))).toMatchObject({ app: APP, id: 'assessment-1' });
	});

	it('is the same before and after the assessment was kept in a file', () => {
		const kept = { ...assessment, lastFile: { savedAt: '2026-03-01T09:00:00.000Z', isChecked: true } };
		expect(written(kept)).toBe(written(assessment));
	});
});
