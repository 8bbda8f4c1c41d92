import { expect, it } from 'vitest';
import { countAnswersSince } from '#lib/assessment/answers-since.ts';
import { exampleAssessment } from '../../../tests/unit/example-assessment.ts';

const assessment = exampleAssessment({
	'x.a.1': 'in-place',
	'x.a.2': { level: 'unknown', changedAt: '2026-03-01T09:00:00.000Z' },
	'x.a.3': { note: 'Ask again', changedAt: '2026-03-02T09:00:00Z' },
	// taken back
	'x.a.4': { changedAt: '2026-03-03T09:00:00.000Z' }
});

it.each([
	['without a moment every answer that holds something', undefined, 3],
	['before all of them those with a time', '2026-02-01T00:00:00.000Z', 3],
	['only later ones', '2026-03-01T09:00:00.000Z', 2],
	['the one taken back too, since a file still has it', '2026-03-02T23:59:59.000Z', 1],
	['none after the last', '2026-03-03T09:00:00.000Z', 0]
])('counts %s', (_name, moment, expected) => {
	expect(countAnswersSince(assessment, moment)).toBe(expected);
});
