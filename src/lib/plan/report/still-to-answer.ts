import { findUnanswered } from '#lib/assessment/gaps.ts';
import type { StillToAnswer } from '#lib/plan/report/model.ts';
import { indicatorName, standardName } from '#lib/plan/report/names.ts';
import type { ReportSource } from '#lib/plan/report/source.ts';
import { ownValue } from '#lib/questionnaire/own-value.ts';

/** The questions without an answer; undefined when there are none. They have no action, so they stand apart. */
export function composeStillToAnswer(source: ReportSource): StillToAnswer | undefined {
	const { text, score, words } = source;
	const open = findUnanswered(score);
	if (open.length === 0) return undefined;
	const hasGate = open.some(({ indicator }) => indicator.gate !== undefined);
	return {
		title: words('paper.open.title'),
		intro: words(hasGate ? 'paper.open.introGate' : 'paper.open.intro', { count: open.length }),
		columns: {
			standard: words('paper.open.standard'),
			question: words('paper.open.question'),
			weight: words('paper.open.weight')
		},
		rows: open.map(({ indicator, standardId }) => ({
			isGate: indicator.gate !== undefined,
			standard: standardName(source, standardId),
			name: indicatorName(source, indicator),
			question: ownValue(text.indicators, indicator.id)?.question ?? indicator.id,
			weight: words(
				indicator.gate ? `paper.weightGate.${indicator.weight}` : `paper.weight.${indicator.weight}`
			)
		}))
	};
}
