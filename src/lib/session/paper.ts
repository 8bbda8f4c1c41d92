import { loadPaperMessages, wordsFrom } from '#lib/i18n/catalogue.ts';
import { formatFor } from '#lib/i18n/format.ts';
import { languageOf } from '#lib/i18n/languages.ts';
import type { Report } from '#lib/plan/report/model.ts';
import type { ReportSource } from '#lib/plan/report/source.ts';
import { loadSources } from '#lib/session/questionnaires.ts';

/**
 * The report in the language of its texts. Its code and words load only now. It knows neither page nor browser, so that
 * the site and `npm run report` make the same paper.
 */
export async function composePaper(
	source: Omit<ReportSource, 'words' | 'format' | 'sources'>
): Promise<Report> {
	const language = languageOfPaper(source.text);
	const [{ composeReport }, messages, sources] = await Promise.all([
		import('#lib/plan/report.ts'),
		loadPaperMessages(language),
		// the list of the site is for its own questionnaires
		source.assessment.ownQuestionnaire?.sources ?? loadSources()
	]);
	return composeReport({
		...source,
		sources,
		words: wordsFrom(messages, language),
		format: formatFor(language)
	});
}

/** The language of the words around the texts: a questionnaire from a file may be in one that the site does not speak. */
export function languageOfPaper({ language }: { language: string }): string {
	return languageOf(language).code;
}
