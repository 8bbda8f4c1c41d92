import { expect, it } from 'vitest';
import { joinAssessments, losesInJoin } from '#lib/assessment/join.ts';
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

it('knows which of the two loses something that only it holds', () => {
	const later = anAssessment('one', 12, { 'q.1': { level: 'in-place', changedAt: at(12) } });
	const answered = anAssessment('one', 11, { 'q.2': { level: 'unknown', changedAt: at(11) } });
	const same = { ...answered, place: 'q.2', lastFile: { savedAt: at(11), isChecked: true } };
	const { id, plan } = answered;
	const differing: Partial<Assessment>[] = [
		{ label: 'other' },
		{ profile: { partners: 'yes' } },
		{ plan: { ...plan, edits: { 'q.2': { responsibleRole: 'Director' } } } },
		{ snapshots: [{ id: 's', takenAt: at(10), reason: 'review', note: '', assessment: answered }] },
		{ broughtBack: ['q.2'] },
		{ 'of a newer version': 1 }
	];
	for (const earlier of [answered, same]) {
		const joined = joinAssessments(earlier, later);
		expect([earlier, later].filter((each) => losesInJoin(each, joined))).toEqual([]);
	}
	for (const change of differing) {
		const earlier = { ...answered, ...change };
		const joined = joinAssessments(earlier, later);
		expect(joined.id).toBe(id);
		expect([earlier, later].filter((each) => losesInJoin(each, joined))).toEqual([earlier]);
		expect(losesInJoin(later, { ...later, ...change })).toBe(true);
	}
});
