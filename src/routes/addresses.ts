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
	const glossary = closed(resolve('/[[lang=locale]]/glossary', inLanguage));
	const frameworks = closed(
		resolve('/[[lang=locale]]/(open)/[[questionnaire=questionnaire]]/frameworks', params)
	);
	return {
		start: closed(resolve('/[[lang=locale]]', inLanguage)),
		/** An empty page that says nothing of this site. */
		neutral: asset('/blank.html'),
		about: closed(resolve('/[[lang=locale]]/about', inLanguage)),
		help: closed(resolve('/[[lang=locale]]/help', inLanguage)),
		/** Where the answers are, the passphrase, and how to erase everything. */
		data: closed(resolve('/[[lang=locale]]/data', inLanguage)),
		/** How to see for oneself that nothing is sent. */
		check: closed(resolve('/[[lang=locale]]/check', inLanguage)),
		glossary,
		/** A word of the glossary. */
		term: (id: string) => `${glossary}#${id}`,
		briefing: closed(resolve('/[[lang=locale]]/briefing', inLanguage)),
		standards,
		/** The facts about the organisation that decide which questions apply. */
		profile: closed(resolve('/[[lang=locale]]/(open)/[[questionnaire=questionnaire]]/profile', params)),
		/** Begins a new assessment. */
		begin: `${standards}${BEGIN}`,
		results: closed(resolve('/[[lang=locale]]/(open)/[[questionnaire=questionnaire]]/results', params)),
		/** Whether the gates allow the departure. */
		readiness: closed(resolve('/[[lang=locale]]/(open)/[[questionnaire=questionnaire]]/readiness', params)),
		/** What changed in the questions since they were answered. */
		changes: closed(resolve('/[[lang=locale]]/(open)/[[questionnaire=questionnaire]]/changes', params)),
		plan: closed(resolve('/[[lang=locale]]/(open)/[[questionnaire=questionnaire]]/plan', params)),
		report: closed(resolve('/[[lang=locale]]/(open)/[[questionnaire=questionnaire]]/report', params)),
		/** The answers read through one framework, or all frameworks to choose from. */
		frameworks: (frameworkId?: string) => (frameworkId ? `${frameworks}#${frameworkId}` : frameworks),
		/** One question; without an indicator the one last looked at. */
		question: (indicatorId?: string) => (indicatorId ? `${assess}#${indicatorId}` : assess),
		/** All questions, to be searched; what is looked for is no part of the address. */
		find: closed(resolve('/[[lang=locale]]/(open)/[[questionnaire=questionnaire]]/find', params)),
		/** All questions of a chapter. */
		list: (chapterId: string) => `${list}#${chapterId}`,
		/** All answers of a chapter, or of all. */
		review: (chapterId?: string) => (chapterId ? `${review}#${chapterId}` : review)
	};
}

export type Addresses = ReturnType<typeof addressesIn>;
