import { findUnanswered } from '#lib/assessment/gaps.ts';
import type { OpenRow, StillToAnswer } from '#lib/plan/report/model.ts';
import { describeGateWork } from '#lib/plan/gate-work.ts';
import { describeNeed, gateDue } from '#lib/plan/report/gate-words.ts';
import { indicatorName, standardName } from '#lib/plan/report/names.ts';
import type { ReportSource } from '#lib/plan/report/source.ts';
import { questionAsked } from '#lib/questionnaire/question-asked.ts';
import type { Indicator } from '#lib/questionnaire/schema.ts';

/** The questions without an answer; undefined when there are none. They have no action, so they stand apart. */
export function composeStillToAnswer(source: ReportSource): StillToAnswer | undefined {
	const { questionnaire, text, assessment, score, words } = source;
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
			question: questionAsked(indicator, questionnaire, text, assessment.profile),
			weight: words(
				indicator.gate ? `paper.weightGate.${indicator.weight}` : `paper.weight.${indicator.weight}`
			),
			...(indicator.gate && gateWords(source, indicator))
		}))
	};
}

function gateWords(source: ReportSource, indicator: Indicator): Pick<OpenRow, 'needed' | 'due'> {
	const work = describeGateWork(source, { indicator });
	return { needed: describeNeed(source, work), due: gateDue(source, work) };
}
