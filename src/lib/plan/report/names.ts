import { FULL_FORM } from '#lib/assessment/start.ts';
import type { ReportSource } from '#lib/plan/report/source.ts';
import { ownValue } from '#lib/questionnaire/own-value.ts';
import type { Indicator } from '#lib/questionnaire/schema.ts';

// How the report calls things. A text that a questionnaire lacks is replaced by the id, so that nothing disappears.

/** Name of a standard. */
export function standardName({ text }: Pick<ReportSource, 'text'>, id: string): string {
	return ownValue(text.standards, id)?.name ?? id;
}

/** Short name of an indicator. */
export function indicatorName({ text }: Pick<ReportSource, 'text'>, { id }: Indicator): string {
	return ownValue(text.indicators, id)?.name ?? id;
}

/** Names of the roles that answer for an indicator: the first acts, the others check or share. */
export function roleNames({ text }: Pick<ReportSource, 'text'>, { responsibleRoles }: Indicator): string {
	return responsibleRoles.map((role) => ownValue(text.roles, role) ?? role).join(' / ');
}

/** Name of the short form that the assessment uses; undefined for the full one and for a form nobody knows. */
export function shortFormName({ questionnaire, text, assessment }: ReportSource): string | undefined {
	const { form } = assessment;
	if (form === FULL_FORM || !questionnaire.shortForms.some(({ id }) => id === form)) return undefined;
	return ownValue(text.shortForms, form)?.name ?? form;
}

/** Label of a level. */
export function levelName({ text }: Pick<ReportSource, 'text'>, id: string): string {
	return ownValue(text.levels, id) ?? id;
}
