import type { I18n } from '#lib/i18n/i18n.svelte.ts';
import { ownValue } from '#lib/questionnaire/own-value.ts';
import type { QuestionnaireText } from '#lib/questionnaire/schema.ts';

/** What a profile question says: its text, its help and its options. */
export type ProfileWords = QuestionnaireText['profile'][string];

/** An option of a profile question in words; one that the questionnaire does not name stands as it is. */
export function optionWords(words: ProfileWords | undefined, option: string, t: I18n['t']): string {
	const named = ownValue(words?.options ?? {}, option);
	return named ?? (option === 'yes' || option === 'no' ? t(`profile.${option}`) : option);
}

/** The answer to a profile question in words. */
export function answerWords(
	words: ProfileWords | undefined,
	chosen: readonly string[],
	t: I18n['t']
): string {
	return chosen.map((option) => optionWords(words, option, t)).join(' · ');
}
