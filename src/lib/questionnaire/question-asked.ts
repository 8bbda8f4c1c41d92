import { isAskedAsPrepared, type Profile } from '#lib/questionnaire/conditions.ts';
import type { Indicator, Questionnaire, QuestionnaireText } from '#lib/questionnaire/schema.ts';

/**
 * The question of an indicator as a profile has it asked: what is in place, or before its stage what is prepared.
 * Without a text its id, so that no row stands empty.
 */
export function questionAsked(
	indicator: Indicator,
	questionnaire: Questionnaire,
	text: QuestionnaireText,
	profile: Profile
): string {
	const words = text.indicators[indicator.id];
	const isPrepared = isAskedAsPrepared(indicator, questionnaire, profile);
	return (isPrepared && words?.prepared) || (words?.question ?? indicator.id);
}
