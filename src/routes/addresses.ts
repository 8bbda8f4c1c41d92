import { asset, resolve } from '$app/paths';
import { DEFAULT_LANGUAGE } from '#lib/i18n/languages.ts';
import { DEFAULT_QUESTIONNAIRE } from '#lib/session/questionnaires.ts';

/** The fragment that asks for a new assessment. */
export const BEGIN = '#begin';

/**
 * The addresses of all pages in a language, those of the assessment for one questionnaire. They hold no assessment,
 * no organisation and no answer.
 */
export function addressesIn(language: string, questionnaire = DEFAULT_QUESTIONNAIRE) {
	const inLanguage = language === DEFAULT_LANGUAGE.code ? {} : { lang: language };
	const params = questionnaire === DEFAULT_QUESTIONNAIRE ? inLanguage : { ...inLanguage, questionnaire };
	// hosts serve folders: without the slash at the end each click would be redirected
	const closed = (path: string): string => (path.endsWith('/') ? path : `${path}/`);
	const assess = closed(resolve('/[[lang=locale]]/(open)/[[questionnaire=questionnaire]]/assess', params));
	const list = closed(resolve('/[[lang=locale]]/(open)/[[questionnaire=questionnaire]]/list', params));
	const review = closed(resolve('/[[lang=locale]]/(open)/[[questionnaire=questionnaire]]/review', params));
	const standards = closed(
		resolve('/[[lang=locale]]/(open)/[[questionnaire=questionnaire]]/standards', params)
	);
	return {
		start: closed(resolve('/[[lang=locale]]', inLanguage)),
		/** An empty page that says nothing of this site. */
		neutral: asset('/blank.html'),
		about: closed(resolve('/[[lang=locale]]/about', inLanguage)),
		standards,
		/** Begins a new assessment. */
		begin: `${standards}${BEGIN}`,
		results: closed(resolve('/[[lang=locale]]/(open)/[[questionnaire=questionnaire]]/results', params)),
		plan: closed(resolve('/[[lang=locale]]/(open)/[[questionnaire=questionnaire]]/plan', params)),
		report: closed(resolve('/[[lang=locale]]/(open)/[[questionnaire=questionnaire]]/report', params)),
		/** One question; without an indicator the one last looked at. */
		question: (indicatorId?: string) => (indicatorId ? `${assess}#${indicatorId}` : assess),
		/** All questions of a chapter. */
		list: (chapterId: string) => `${list}#${chapterId}`,
		/** All answers of a chapter, or of all. */
		review: (chapterId?: string) => (chapterId ? `${review}#${chapterId}` : review)
	};
}

export type Addresses = ReturnType<typeof addressesIn>;
