import { DEFAULT_LANGUAGE, LANGUAGES } from '#lib/i18n/languages.ts';
import { DEFAULT_QUESTIONNAIRE, OWN, QUESTIONNAIRES } from '#lib/session/questionnaires.ts';

/**
 * The parameters of a page in every language and for every questionnaire, those from files included. A page that is
 * linked only once the device has answered must name them itself: who builds the site sees no such link.
 */
export function everyQuestionnaire(): { lang?: string; questionnaire?: string }[] {
	return LANGUAGES.flatMap(({ code }) =>
		[...QUESTIONNAIRES, OWN].map((questionnaire) => ({
			...(code !== DEFAULT_LANGUAGE.code && { lang: code }),
			...(questionnaire !== DEFAULT_QUESTIONNAIRE && { questionnaire })
		}))
	);
}
