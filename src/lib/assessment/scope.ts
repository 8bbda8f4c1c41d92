import { FULL_FORM } from '#lib/assessment/start.ts';
import type { Assessment } from '#lib/assessment/schema.ts';
import { unmetConditions } from '#lib/questionnaire/conditions.ts';
import type { Indicator, Questionnaire } from '#lib/questionnaire/schema.ts';

/** Why an indicator is left out of an assessment, or that it is not. */
export type Scope = 'in-scope' | 'other-form' | 'condition';

/** What decides the scope: the chosen form, the profile, and what a person brought back. */
export type Scoping = Pick<Assessment, 'form' | 'profile' | 'broughtBack'>;

/**
 * Says for each indicator whether the assessment asks it. A form that the questionnaire does not know counts
 * as the full one, so that no question disappears.
 */
export function scopeOf(
	questionnaire: Questionnaire,
	{ form, profile, broughtBack }: Scoping
): (indicator: Indicator) => Scope {
	const shortForm = form === FULL_FORM ? undefined : questionnaire.shortForms.find(({ id }) => id === form);
	const chosen = shortForm && new Set(shortForm.indicators);
	const wanted = new Set(broughtBack);
	return (indicator) => {
		if (chosen && !chosen.has(indicator.id)) return 'other-form';
		const isAsked =
			wanted.has(indicator.id) || unmetConditions(indicator, questionnaire, profile).length === 0;
		return isAsked ? 'in-scope' : 'condition';
	};
}

/** The indicators that the assessment asks, by standard id, in questionnaire order. */
export function indicatorsInScope(questionnaire: Questionnaire, scoping: Scoping): Map<string, Indicator[]> {
	const scope = scopeOf(questionnaire, scoping);
	return new Map(
		questionnaire.standards.map(({ id, indicators }) => [
			id,
			indicators.filter((each) => scope(each) === 'in-scope')
		])
	);
}
