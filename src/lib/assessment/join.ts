import { isAfter } from '#lib/assessment/answer.ts';
import type { Assessment } from '#lib/assessment/schema.ts';

/**
 * One assessment out of two that were one before: of each answer the later one stands, and everything else is as in
 * the one that was changed later. (Two tabs may have gone on with it, one on the device and one in memory.)
 */
export function joinAssessments(one: Assessment, other: Assessment): Assessment {
	const [earlier, later] = isAfter(one.changedAt, other.changedAt) ? [other, one] : [one, other];
	const answers = { ...later.answers };
	for (const [id, answer] of Object.entries(earlier.answers))
		if (answers[id] === undefined || isAfter(answer.changedAt, answers[id].changedAt)) answers[id] = answer;
	return { ...later, answers };
}

/** What joining takes from both, or what is no work of a person. */
const NOT_LOST = new Set(['answers', 'changedAt', 'place', 'lastFile', 'questions']);

/** Whether an assessment holds something that is not in the one it was joined into: of that a copy has to stay. */
export function losesInJoin(one: Assessment, joined: Assessment): boolean {
	return Object.keys({ ...one, ...joined }).some(
		(field) => !NOT_LOST.has(field) && JSON.stringify(one[field]) !== JSON.stringify(joined[field])
	);
}
