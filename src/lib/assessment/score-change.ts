import { shownScore } from '#lib/assessment/rating.ts';
import type { Figures } from '#lib/assessment/score.ts';

/** What became of a score, in whole numbers as they are shown. */
export interface ScoreChange {
	then: number;
	now: number;
	direction: 'up' | 'down' | 'same';
	/** True when questions that are or were open leave room for no change, or for one the other way. */
	isUncertain: boolean;
}

/** Compares two scores of one questionnaire. @returns undefined when either is none */
export function changeOf(then: Figures, now: Figures): ScoreChange | undefined {
	if (then.score === null || now.score === null) return undefined;
	const before = rangeOf(then);
	const after = rangeOf(now);
	const isClosed = before.low === before.high && after.low === after.high;
	const [shownThen, shownNow] = [shownScore(then.score), shownScore(now.score)];
	return {
		then: shownThen,
		now: shownNow,
		direction: shownNow > shownThen ? 'up' : shownNow < shownThen ? 'down' : 'same',
		isUncertain: !isClosed && before.low <= after.high && after.low <= before.high
	};
}

function rangeOf({ low, high }: Figures): { low: number; high: number } {
	return { low: shownScore(low ?? 0), high: shownScore(high ?? 100) };
}
