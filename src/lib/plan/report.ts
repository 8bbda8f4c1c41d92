import { composeAnnex } from '#lib/plan/report/annex.ts';
import { composeCover } from '#lib/plan/report/cover.ts';
import { composeDecision } from '#lib/plan/report/decision.ts';
import { composeMethod } from '#lib/plan/report/method.ts';
import type { Report } from '#lib/plan/report/model.ts';
import { composePlan } from '#lib/plan/report/plan-part.ts';
import { composeReviews } from '#lib/plan/report/reviews.ts';
import { composeScope } from '#lib/plan/report/scope-part.ts';
import type { ReportSource } from '#lib/plan/report/source.ts';
import { composeSources } from '#lib/plan/report/sources-part.ts';
import { composeStillToAnswer } from '#lib/plan/report/still-to-answer.ts';
import { composeSummary } from '#lib/plan/report/summary.ts';

/**
 * The action plan as a document: all words resolved, nothing laid out. Pure: equal input gives an equal report.
 * Never holds a person's name of its own; names are written by pen.
 */
export function composeReport(source: ReportSource): Report {
	const { questionnaire, text, assessment, words, format, options } = source;
	const stillToAnswer = composeStillToAnswer(source);
	const scope = composeScope(source);
	const sources = composeSources(source);
	return {
		language: text.language,
		title: words('paper.title'),
		madeOn: source.today,
		madeWith: words('paper.madeWith'),
		foot: words('paper.foot', {
			title: text.title,
			version: questionnaire.version,
			date: format.date(assessment.assessedOn)
		}),
		digits: Array.from({ length: 10 }, (_, digit) => format.number(digit)).join(''),
		pageNumber: words('paper.pageNumber', { page: '{page}', pages: '{pages}' }),
		cover: composeCover(source),
		summary: composeSummary(source),
		plan: composePlan(source),
		...(stillToAnswer && { stillToAnswer }),
		decision: composeDecision(source),
		reviews: composeReviews(source),
		...(options.annex && { annex: composeAnnex(source) }),
		...(scope && { scope }),
		...(sources && { sources }),
		method: composeMethod(source)
	};
}
