import type { Indicator, Questionnaire } from '#lib/questionnaire/schema.ts';

/**
 * Whether a duty or a policy is asked for whose text nobody has read for us: then the reader must check it, and the
 * tool must not state it as a fact. Good practice claims no text, so it needs none.
 */
export function needsTextCheck({ basis, references }: Pick<Indicator, 'basis' | 'references'>): boolean {
	return (
		(basis === 'binding' || basis === 'policy') &&
		!references.some(({ strength, verified }) => strength === 'primary' && verified)
	);
}

/** Whether one of the time limits that an indicator names was not read in its source. */
export function hasUnreadDeadline(
	{ deadlines: named = [] }: Pick<Indicator, 'deadlines'>,
	{ deadlines = [] }: Pick<Questionnaire, 'deadlines'>
): boolean {
	return deadlines.some(({ id, verified }) => !verified && named.includes(id));
}
