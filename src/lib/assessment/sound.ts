import type { Assessment } from '#lib/assessment/schema.ts';

/**
 * Whether an assessment that was read from the device has in it what the pages rely on. A record may be damaged in a
 * place that reading does not look at, and one damaged record must not keep a person from all the others.
 */
export function isSound({ label, assessedOn, changedAt, answers, plan, snapshots }: Assessment): boolean {
	return (
		typeof label === 'string' &&
		[assessedOn, changedAt].every(isMoment) &&
		Object.values(answers).every(
			({ level, note, reason, evidence }) =>
				[level, note, reason].every((text) => text === undefined || typeof text === 'string') &&
				(evidence === undefined || (Array.isArray(evidence.ticked) && typeof evidence.text === 'string'))
		) &&
		Object.values(plan.edits).every(isGroup) &&
		plan.added.every((action) => isGroup(action) && typeof action.id === 'string') &&
		snapshots.every((each) => isGroup(each) && isMoment(each.takenAt) && isGroup(each.assessment))
	);
}

const isMoment = (value: unknown): boolean => typeof value === 'string' && !Number.isNaN(Date.parse(value));
const isGroup = (value: unknown): boolean => typeof value === 'object' && value !== null;
