import { assessReadiness } from '#lib/assessment/gates.ts';
import type { Score } from '#lib/assessment/score.ts';
import type { ActionPlan } from '#lib/plan/action.ts';
import type { Decision } from '#lib/plan/report/model.ts';
import type { ReportSource } from '#lib/plan/report/source.ts';
import type { Words } from '#lib/questionnaire/words.ts';

/** The decision that is taken by pen. With gates it is about the departure, without them about the plan. */
export function composeDecision({ questionnaire, score, plan, words }: ReportSource): Decision {
	const { gates, blocked } = assessReadiness(
		questionnaire,
		score,
		plan.actions.map(({ id }) => id)
	);
	return {
		title: words('paper.decision.title'),
		choices: gates.length > 0 ? departureChoices(words, blocked) : planChoices(words, plan, score),
		signatures: [
			words(gates.length > 0 ? 'paper.decision.commander' : 'paper.decision.director'),
			words('paper.decision.safeguardingLead')
		],
		signature: words('paper.decision.signature'),
		dateAndPlace: words('paper.decision.dateAndPlace')
	};
}

function departureChoices(words: Words, blocked: number): string[] {
	return [
		blocked > 0 ? words('paper.decision.wait', { count: blocked }) : words('paper.decision.waitReady'),
		words('paper.decision.start'),
		words('paper.decision.otherDeparture')
	];
}

function planChoices(words: Words, { actions }: ActionPlan, { answered, inScope }: Score): string[] {
	const other = words('paper.decision.other');
	if (actions.length > 0)
		return [words('paper.decision.approve'), words('paper.decision.approveChanges'), other];
	if (answered < inScope) return [words('paper.decision.answerFirst'), other];
	return [words('paper.decision.note'), words('paper.decision.noteChanges'), other];
}
