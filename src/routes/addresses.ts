import { asset, resolve } from '$app/paths';
import { DEFAULT_LANGUAGE } from '#lib/i18n/languages.ts';

/** The fragment that asks for a new assessment. */
export const BEGIN = '#begin';

/** The addresses of all pages in a language. They hold no assessment, no organisation and no answer. */
export function addressesIn(language: string) {
	const params = language === DEFAULT_LANGUAGE.code ? {} : { lang: language };
	// hosts serve folders: without the slash at the end each click would be redirected
	const closed = (path: string): string => (path.endsWith('/') ? path : `${path}/`);
	const assess = closed(resolve('/[[lang=locale]]/(open)/assess', params));
	const list = closed(resolve('/[[lang=locale]]/(open)/list', params));
	const review = closed(resolve('/[[lang=locale]]/(open)/review', params));
	const standards = closed(resolve('/[[lang=locale]]/(open)/standards', params));
	return {
		start: closed(resolve('/[[lang=locale]]', params)),
		/** An empty page that says nothing of this site. */
		neutral: asset('/blank.html'),
		about: closed(resolve('/[[lang=locale]]/about', params)),
		standards,
		/** Begins a new assessment. */
		begin: `${standards}${BEGIN}`,
		results: closed(resolve('/[[lang=locale]]/(open)/results', params)),
		plan: closed(resolve('/[[lang=locale]]/(open)/plan', params)),
		report: closed(resolve('/[[lang=locale]]/(open)/report', params)),
		/** One question; without an indicator the one last looked at. */
		question: (indicatorId?: string) => (indicatorId ? `${assess}#${indicatorId}` : assess),
		/** All questions of a standard. */
		list: (standardId: string) => `${list}#${standardId}`,
		/** All answers of a standard, or of all standards. */
		review: (standardId?: string) => (standardId ? `${review}#${standardId}` : review)
	};
}

export type Addresses = ReturnType<typeof addressesIn>;
