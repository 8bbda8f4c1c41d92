import { gatesIn } from '#lib/assessment/gates.ts';
import { scopeOf, type Scoping } from '#lib/assessment/scope.ts';
import type { Indicator, Questionnaire } from '#lib/questionnaire/schema.ts';

/** Gates that an assessment does not ask, by the reason: readiness says nothing about them. */
export interface GatesLeftOut {
	/** The chosen short form leaves them out. */
	byForm: Indicator[];
	/** The profile takes them out. */
	byProfile: Indicator[];
}

/** The gates that the short form or the profile takes out of an assessment, in questionnaire order. */
export function findGatesLeftOut(questionnaire: Questionnaire, scoping: Scoping): GatesLeftOut {
	const scope = scopeOf(questionnaire, scoping);
	const gates = gatesIn(questionnaire);
	return {
		byForm: gates.filter((gate) => scope(gate) === 'other-form'),
		byProfile: gates.filter((gate) => scope(gate) === 'condition')
	};
}
