import type { CalendarDate } from '#lib/assessment/calendar-date.ts';
import { MOST_SNAPSHOTS } from '#lib/assessment/limits.ts';
import type { Assessment, Snapshot } from '#lib/assessment/schema.ts';
import { completeAssessment } from '#lib/assessment/start.ts';

// Dated copies of an assessment, kept with it. Each is as it was taken for ever: it can be taken out, never changed.

/** Whether one more dated copy can be kept. */
export function canTakeSnapshot({ snapshots }: Pick<Assessment, 'snapshots'>): boolean {
	return snapshots.length < MOST_SNAPSHOTS;
}

/**
 * The assessment with a dated copy of what it holds now. The very same assessment when it has a copy of this id, or
 * no room for one more.
 * @param id random id
 * @param takenAt now, ISO 8601 in UTC
 */
export function takeSnapshot(
	assessment: Assessment,
	{ id, takenAt, reason, note }: Pick<Snapshot, 'id' | 'takenAt' | 'reason' | 'note'>
): Assessment {
	if (findSnapshot(assessment, id) !== undefined || !canTakeSnapshot(assessment)) return assessment;
	const { snapshots, ownQuestionnaire: _own, ...copy } = assessment;
	return { ...assessment, snapshots: [...snapshots, { id, takenAt, reason, note, assessment: copy }] };
}

/** The assessment with a dated copy put back that was taken out, among the others by its time. */
export function restoreSnapshot(assessment: Assessment, snapshot: Snapshot): Assessment {
	if (findSnapshot(assessment, snapshot.id) !== undefined || !canTakeSnapshot(assessment)) return assessment;
	const isEarlier = ({ takenAt }: Snapshot): boolean => takenAt <= snapshot.takenAt;
	return {
		...assessment,
		snapshots: [
			...assessment.snapshots.filter(isEarlier),
			snapshot,
			...assessment.snapshots.filter((each) => !isEarlier(each))
		]
	};
}

/** The assessment without one of its dated copies. */
export function removeSnapshot(assessment: Assessment, snapshotId: string): Assessment {
	return { ...assessment, snapshots: assessment.snapshots.filter(({ id }) => id !== snapshotId) };
}

/**
 * A dated copy as an assessment of its own: to score it, to show it, to save it as a file or to go on with it. One from
 * a file may lack what a file may leave out; a questionnaire that lies in the copy was never checked, and is not taken.
 * @param id of the assessment that it becomes
 * @returns undefined when there is no such copy
 */
export function assessmentOfSnapshot(
	assessment: Assessment,
	snapshotId: string,
	id: string
): Assessment | undefined {
	const snapshot = findSnapshot(assessment, snapshotId);
	if (snapshot === undefined) return undefined;
	const { ownQuestionnaire } = assessment;
	// no file holds the assessment that it becomes
	const { lastFile: _file, ownQuestionnaire: _unchecked, ...copy } = snapshot.assessment;
	const { takenAt } = snapshot;
	const whole = completeAssessment(copy, { id, now: takenAt, today: takenAt.slice(0, 10) as CalendarDate });
	return { ...whole, ...(ownQuestionnaire !== undefined && { ownQuestionnaire }), id, snapshots: [] };
}

function findSnapshot({ snapshots }: Assessment, snapshotId: string): Snapshot | undefined {
	return snapshots.find(({ id }) => id === snapshotId);
}
