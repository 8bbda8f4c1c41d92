import { DEFAULT_LANGUAGE, LANGUAGES } from '#lib/i18n/languages.ts';
import { DEFAULT_QUESTIONNAIRE, QUESTIONNAIRES } from '#lib/session/questionnaires.ts';

/**
 * The parameters of a page in every language and for every questionnaire. A page that is linked only once the device
 * has answered must name them itself: who builds the site sees no such link.
 */
export function everyQuestionnaire(): { lang?: string; questionnaire?: string }[] {
	return LANGUAGES.flatMap(({ code }) =>
		QUESTIONNAIRES.map((questionnaire) => ({
			...(code !== DEFAULT_LANGUAGE.code && { lang: code }),
			...(questionnaire !== DEFAULT_QUESTIONNAIRE && { questionnaire })
		}))
	);
}
