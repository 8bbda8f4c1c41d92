import { readFileSync } from 'node:fs';
import { parseQuestionnaire, parseQuestionnaireText } from '#lib/questionnaire/parse.ts';
import type { Result } from '#lib/questionnaire/result.ts';
import type { Indicator, Questionnaire, QuestionnaireText } from '#lib/questionnaire/schema.ts';

/** A questionnaire of the site, checked, with its English texts. */
export interface Shipped {
	questionnaire: Questionnaire;
	text: QuestionnaireText;
	indicators: Indicator[];
}

/** Reads a file of the folder `questionnaires`. */
export function readShipped(name: string): unknown {
	return JSON.parse(readFileSync(`questionnaires/${name}`, 'utf8'));
}

/** The value, or an error that shows every problem. */
export function valueOf<Value>(result: Result<Value>): Value {
	if (!result.ok) throw new Error(JSON.stringify(result.problems, null, '\t'));
	return result.value;
}

/** Reads and checks a questionnaire of the site. */
export function shippedQuestionnaire(id: string): Shipped {
	const questionnaire = valueOf(parseQuestionnaire(readShipped(`${id}/questionnaire.json`)));
	const text = valueOf(parseQuestionnaireText(readShipped(`${id}/en.json`), questionnaire));
	const indicators = questionnaire.standards.flatMap((standard) => standard.indicators);
	return { questionnaire, text, indicators };
}

/** How many indicators have each value of something. */
export function countBy(indicators: readonly Indicator[], valueOfOne: (each: Indicator) => string) {
	const counts: Record<string, number> = {};
	for (const each of indicators) counts[valueOfOne(each)] = (counts[valueOfOne(each)] ?? 0) + 1;
	return counts;
}

/** `<standard>.1` to `<standard>.<last>`, each with the id of the questionnaire before it. */
export function numbered(questionnaire: string, counts: Readonly<Record<string, number>>): string[] {
	return Object.entries(counts).flatMap(([part, last]) =>
		Array.from({ length: last }, (_, index) => `${questionnaire}.${part}.${index + 1}`)
	);
}
