import { findFewItems } from '#lib/assessment/few-items.ts';
import { gatesIn } from '#lib/assessment/gates.ts';
import { questionnaireEntry, scopeEntry } from '#lib/plan/report/cover.ts';
import type { Method } from '#lib/plan/report/model.ts';
import { standardName } from '#lib/plan/report/names.ts';
import type { ReportSource } from '#lib/plan/report/source.ts';

/** How the numbers came about, in half a page, and the control table again for the page that gets lost. */
export function composeMethod(source: ReportSource): Method {
	const { questionnaire, score, assessment, words, format, toolVersion } = source;
	const topics = [
		'score',
		'range',
		'evidence',
		'rating',
		...(gatesIn(questionnaire).length > 0 ? ['gates'] : [])
	];
	const few = findFewItems(score.standards);
	const ignored = score.ignored.length;
	return {
		title: words('paper.method.title'),
		paragraphs: [
			...topics.map((topic) => ({
				lead: words(`paper.method.${topic}`),
				text: words(`paper.method.${topic}Text`)
			})),
			...few.map(({ id, inScope: count }) => ({
				lead: words('paper.method.few'),
				text: words('paper.method.fewText', { count, standard: standardName(source, id) })
			})),
			{ lead: words('paper.method.limits'), text: words('paper.method.limitsText') }
		],
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
