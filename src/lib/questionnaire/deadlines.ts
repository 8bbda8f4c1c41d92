import { ownValue } from '#lib/questionnaire/own-value.ts';
import type { IndicatorText, QuestionnaireText } from '#lib/questionnaire/schema.ts';

/** `{deadline:id}` in a text stands for the time of that time limit: texts hold no number that others set. */
export const DEADLINE_MARK = /\{deadline:([a-z0-9-]+)\}/g;

/** The texts with every `{deadline:id}` replaced by its time, for example "5 working days". */
export function fillDeadlines(text: QuestionnaireText): QuestionnaireText {
	const { deadlines } = text;
	if (deadlines === undefined) return text;
	const fill = (words: string): string =>
		words.replace(DEADLINE_MARK, (mark, id: string) => ownValue(deadlines, id)?.span ?? mark);
	const fillIndicator = (words: IndicatorText): IndicatorText => ({
		...words,
		requirement: fill(words.requirement),
		why: fill(words.why),
		anchors: Object.fromEntries(
			Object.entries(words.anchors).map(([level, anchor]) => [level, fill(anchor)])
		),
		action: fill(words.action)
	});
	return {
		...text,
		indicators: Object.fromEntries(
			Object.entries(text.indicators).map(([id, words]) => [id, fillIndicator(words)])
		)
	};
}
