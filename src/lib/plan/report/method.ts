import { questionnaireEntry, scopeEntry } from '#lib/plan/report/cover.ts';
import type { Method } from '#lib/plan/report/model.ts';
import type { ReportSource } from '#lib/plan/report/source.ts';

/** How the numbers came about, in half a page, and the control table again for the page that gets lost. */
export function composeMethod(source: ReportSource): Method {
	const { questionnaire, score, assessment, words, format, toolVersion } = source;
	const hasGates = questionnaire.standards.some(({ indicators }) => indicators.some(({ gate }) => gate));
	const topics = ['score', 'range', 'evidence', 'rating', ...(hasGates ? ['gates'] : []), 'limits'];
	const ignored = score.ignored.length;
	return {
		title: words('paper.method.title'),
		paragraphs: topics.map((topic) => ({
			lead: words(`paper.method.${topic}`),
			text: words(`paper.method.${topic}Text`)
		})),
		entries: [
			questionnaireEntry(source),
			scopeEntry(source),
			...(ignored > 0
				? [
						{
							name: words('paper.method.ignored'),
							value: words('paper.method.ignoredText', { count: ignored })
						}
					]
				: []),
			{ name: words('paper.cover.assessedOn'), value: format.date(assessment.assessedOn) },
			{
				name: words('paper.cover.madeWith'),
				value: words('paper.cover.tool', { version: toolVersion, format: assessment.formatVersion })
			}
		]
	};
}
