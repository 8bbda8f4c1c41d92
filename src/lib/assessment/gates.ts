import { levelsOf, type Reading } from '#lib/assessment/reading.ts';
import type { Score, ScoredIndicator } from '#lib/assessment/score.ts';
import { indicatorsOf } from '#lib/questionnaire/indicators-of.ts';
import type { Indicator, Questionnaire } from '#lib/questionnaire/schema.ts';

/** A gate in scope: whether it is ready, and whether anybody has answered it. */
export interface Gate extends ScoredIndicator {
	isBlocked: boolean;
	isUnanswered: boolean;
}

export interface Readiness {
	/** Blocked gates first, unanswered ones last among them; then the ready ones in questionnaire order. */
	gates: Gate[];
	blocked: number;
	ready: number;
	/** True only when there is a gate, none is blocked and every gate has an answer. */
	isReady: boolean;
}

/** All gates of a questionnaire, whether they are asked or not. Without any, readiness means nothing. */
export function gatesIn({ standards }: Pick<Questionnaire, 'standards'>): Indicator[] {
	return indicatorsOf(standards).filter(({ gate }) => gate !== undefined);
}

/** Whether a gate's answer keeps it blocked (scoring specification, "Gates"). */
export function isBlocked(questionnaire: Questionnaire, indicator: Indicator, reading: Reading): boolean {
	if (indicator.gate === undefined || reading.kind === 'not-applicable') return false;
	if (reading.kind === 'unanswered') return true;
	const levels = levelsOf(questionnaire, indicator);
	const minimum = levels.find(({ id }) => id === indicator.gate?.minimum)?.value ?? 1;
	return reading.level === undefined || reading.earned < minimum;
}

/** The gates of an assessment and whether the organisation is ready. */
export function assessReadiness(
	questionnaire: Questionnaire,
	score: Score,
	planOrder: readonly string[]
): Readiness {
	const gates = indicatorsOf(score.standards)
		.filter(({ indicator }) => indicator.gate !== undefined)
		.map((each) => ({
			...each,
			isBlocked: isBlocked(questionnaire, each.indicator, each.reading),
			isUnanswered: each.reading.kind === 'unanswered'
		}));
	const place = new Map(planOrder.map((id, index) => [id, index]));
	const inPlan = ({ indicator, isUnanswered }: Gate): number =>
		isUnanswered ? Infinity : (place.get(indicator.id) ?? planOrder.length);
	const blocked = gates.filter((gate) => gate.isBlocked);
	const ready = gates.filter((gate) => !gate.isBlocked);
	blocked.sort((a, b) => (inPlan(a) === inPlan(b) ? 0 : inPlan(a) - inPlan(b)));
	return {
		gates: [...blocked, ...ready],
		blocked: blocked.length,
		ready: ready.length,
		isReady: gates.length > 0 && blocked.length === 0
	};
}
