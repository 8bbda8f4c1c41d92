import type { Questionnaire } from '#lib/questionnaire/schema.ts';

/**
 * Whether a questionnaire is mapped to other frameworks. References that only support make no view: without a
 * question on which an item rests, nothing can be read.
 */
export function isMapped({ standards }: Questionnaire): boolean {
	return standards.some(({ indicators }) =>
		indicators.some(({ references }) =>
			references.some(({ item, strength }) => item !== undefined && strength === 'primary')
		)
	);
}
