import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordAnswer } from '#lib/assessment/answer.ts';
import { MOST_SNAPSHOTS } from '#lib/assessment/limits.ts';
import type { Assessment } from '#lib/assessment/schema.ts';
import { scoreAssessment } from '#lib/assessment/score.ts';
import {
	assessmentOfSnapshot,
	canTakeSnapshot,
	removeSnapshot,
	restoreSnapshot,
	takeSnapshot
} from '#lib/assessment/snapshot.ts';
import { isSound } from '#lib/assessment/sound.ts';
import { addAction, editAction, keepDrafted } from '#lib/plan/edit.ts';
import { arbitraryAnswer, arbitraryAssessedIndicator } from '../../../tests/unit/arbitrary-assessment.ts';
import { deepFreeze } from '../../../tests/unit/deep-freeze.ts';
import { exampleAssessment } from '../../../tests/unit/example-assessment.ts';

const taken = (id: string, takenAt = '2026-03-05T08:00:00.000Z') => ({
	id,
	takenAt,
	reason: 'departure' as const,
	note: 'Signed'
});
const before = deepFreeze(
	exampleAssessment(
		{ 'x.a.1': { level: 'in-place', note: 'Seen' }, 'x.a.2': 'unknown' },
		{ label: 'Spring', season: 'dry', lastFile: { savedAt: '2026-03-01T09:00:00.000Z', isChecked: true } }
	)
);

describe('taking a dated copy', () => {
	it('keeps all that the assessment holds, unknown fields too, but no copies in copies', () => {
		const once = takeSnapshot(before, taken('one'));
		const { snapshots: _none, ...fields } = before;
		expect(once).toEqual({ ...before, snapshots: [{ ...taken('one'), assessment: fields }] });
		const twice = takeSnapshot(once, taken('two'));
		expect(twice.snapshots.map(({ id }) => id)).toEqual(['one', 'two']);
		expect(twice.snapshots[1]?.assessment).toEqual(fields);
	});

	it('twice under one id is the same as once', () => {
		const once = takeSnapshot(before, taken('one'));
		expect(takeSnapshot(recordAnswer(once, 'x.a.1', { level: 'unknown' }), taken('one')).snapshots).toBe(
			once.snapshots
		);
	});

	it('stops when there is no room, and pushes none out', () => {
		const full = Array.from({ length: MOST_SNAPSHOTS }, (_, index) => `copy-${index}`).reduce<Assessment>(
			(each, id) => takeSnapshot(each, taken(id)),
			before
		);
		expect(canTakeSnapshot(full)).toBe(false);
		expect(full.snapshots).toHaveLength(MOST_SNAPSHOTS);
		expect(takeSnapshot(full, taken('one-more'))).toBe(full);
	});

	it('is not undone by anything that happens to the assessment afterwards', () => {
		const change = arbitraryAssessedIndicator.chain((assessed) =>
			arbitraryAnswer(assessed.questionnaire, assessed.indicator).map((answer) => ({ ...assessed, answer }))
		);
		fc.assert(
			fc.property(change, ({ questionnaire, assessment, indicator: { id }, answer }) => {
				const kept = deepFreeze(takeSnapshot(assessment, taken('one')));
				const copy = JSON.stringify(kept.snapshots);
				const action = { text: 'Other', responsibleRole: 'Director', resources: '', proof: '', note: '' };
				const after = [
					(each: Assessment) => recordAnswer(each, id, answer),
					(each: Assessment) => editAction(each, id, { text: 'Other', dueDate: '' }),
					(each: Assessment) =>
						addAction(each, { ...action, id: 'added-9', priority: 'now', dueDate: '', status: 'done' }),
					(each: Assessment) => keepDrafted(each, [id]),
					(each: Assessment) => takeSnapshot(each, taken('two'))
				].reduce((each, next) => next(each), kept);
				expect(JSON.stringify(after.snapshots.slice(0, 1))).toBe(copy);
				expect(JSON.stringify(removeSnapshot(after, 'two').snapshots)).toBe(copy);
				const opened = assessmentOfSnapshot(after, 'one', 'other');
				expect(opened && scoreAssessment(questionnaire, opened)).toEqual(
					scoreAssessment(questionnaire, assessment)
				);
			})
		);
	});
});

describe('a dated copy that is taken out', () => {
	const three = ['one', 'two', 'three'].reduce<Assessment>(
		(each, id, index) => takeSnapshot(each, taken(id, `2026-03-0${index + 1}T08:00:00.000Z`)),
		before
	);

	it('leaves the others', () => {
		expect(removeSnapshot(three, 'two').snapshots.map(({ id }) => id)).toEqual(['one', 'three']);
		expect(removeSnapshot(three, 'gone').snapshots).toEqual(three.snapshots);
	});

	it('can be put back where it was, once', () => {
		for (const snapshot of three.snapshots) {
			const without = removeSnapshot(three, snapshot.id);
			expect(restoreSnapshot(without, snapshot)).toEqual(three);
			expect(restoreSnapshot(three, snapshot)).toBe(three);
		}
	});
});

describe('a dated copy as an assessment of its own', () => {
	it('is what was kept, with an id of its own, no copies and no file', () => {
		const { lastFile: _file, ...fields } = before;
		const after = recordAnswer(takeSnapshot(before, taken('one')), 'x.a.1', { level: 'unknown' });
		expect(assessmentOfSnapshot(after, 'one', 'other')).toEqual({ ...fields, id: 'other', snapshots: [] });
	});

	it('has the questionnaire that came from a file', () => {
		const ownQuestionnaire = { openedAt: '2026-03-01T09:00:00.000Z' } as Assessment['ownQuestionnaire'];
		const own = takeSnapshot({ ...before, ...(ownQuestionnaire && { ownQuestionnaire }) }, taken('one'));
		expect(own.snapshots[0]?.assessment['ownQuestionnaire']).toBeUndefined();
		expect(assessmentOfSnapshot(own, 'one', 'other')?.ownQuestionnaire).toBe(ownQuestionnaire);
	});

	it('takes no questionnaire from inside a copy: nobody has checked that one', () => {
		const { format, formatVersion, questionnaire, profile, answers } = before;
		const assessment = { format, formatVersion, questionnaire, profile, answers, ownQuestionnaire: {} };
		const built = { ...before, snapshots: [{ ...taken('one'), assessment }] } as Assessment;
		const opened = assessmentOfSnapshot(built, 'one', 'other');
		expect(opened).not.toHaveProperty('ownQuestionnaire');
		// and what a file may leave out is there all the same
		expect(opened && isSound(opened)).toBe(true);
		expect(opened?.assessedOn).toBe('2026-03-05');
	});

	it('is nothing when there is none', () => {
		expect(assessmentOfSnapshot(before, 'gone', 'other')).toBeUndefined();
	});
});
