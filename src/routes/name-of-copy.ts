import type { I18n } from '#lib/i18n/i18n.svelte.ts';

/** A name takes at most so many characters. */
const LONGEST_NAME = 120;

/** What the copy of an assessment with a name, or without one, is called. */
export function nameOfCopy({ t }: I18n, label: string): string {
	return t('start.copyOf', { label: label || t('assessment.unnamed') }).slice(0, LONGEST_NAME);
}
