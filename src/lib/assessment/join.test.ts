import { expect, it } from 'vitest';
import { joinAssessments } from '#lib/assessment/join.ts';
import type { Assessment } from '#lib/assessment/schema.ts';
import { completeAssessment } from '#lib/assessment/start.ts';

const at = (hour: number) => `2026-11-21T${String(hour).padStart(2, '0')}:00:00.000Z`;

function anAssessment(label: string, hour: number, answers: Assessment['answers']): Assessment {
	const base = completeAssessment(
		{
			format: 'child-safeguarding-assessment',
			formatVersion: 2,
			questionnaire: { id: 'icss', version: '0.1.0' },
			profile: {},
			answers: {},
			snapshots: []
		},
		{ id: 'a', now: at(hour), today: '2026-11-21' }
	);
	return { ...base, label, answers };
}

it('keeps of each answer the later one, and the rest of the assessment that was changed later', () => {
	const one = anAssessment('one', 12, {
		'q.1': { level: 'in-place', changedAt: at(9) },
		'q.2': { level: 'in-place', changedAt: at(12) },
		'q.3': { level: 'in-place', changedAt: at(10) }
	});
	const other = anAssessment('other', 11, {
		'q.1': { level: 'unknown', changedAt: at(11) },
		'q.2': { level: 'unknown', changedAt: at(11) },
		'q.4': { level: 'unknown' }
	});
	for (const joined of [joinAssessments(one, other), joinAssessments(other, one)]) {
		expect(joined.label).toBe('one');
		expect(Object.entries(joined.answers).map(([id, { level }]) => `${id} ${level}`)).toEqual([
			'q.1 unknown',
			'q.2 in-place',
			'q.3 in-place',
			'q.4 unknown'
		]);
	}
});
