import { answerOf } from '#lib/assessment/answer.ts';
import { levelsOf, type Reading } from '#lib/assessment/reading.ts';
import type { ScoredIndicator } from '#lib/assessment/score.ts';
import type { Annex, AnnexRow, Cells } from '#lib/plan/report/model.ts';
import { levelName, standardName } from '#lib/plan/report/names.ts';
import type { ReportSource } from '#lib/plan/report/source.ts';
import { isolated } from '#lib/questionnaire/language-direction.ts';
import { ownValue } from '#lib/questionnaire/own-value.ts';
import { questionAsked } from '#lib/questionnaire/question-asked.ts';
import type { Indicator } from '#lib/questionnaire/schema.ts';

const NOTHING = '–';

/** All questions in scope with their answers and the evidence named, by standard. */
export function composeAnnex(source: ReportSource): Annex {
	const { score, assessment, words, format } = source;
	return {
		title: words('paper.annex.title'),
		intro: words('paper.annex.intro', {
			count: score.inScope,
			date: format.date(assessment.assessedOn)
		}),
		columns: {
			item: words('paper.annex.item'),
			question: words('paper.annex.question'),
			answer: words('paper.annex.answer'),
			evidence: words('paper.annex.evidence')
		},
		standards: score.standards
			.filter(({ indicators }) => indicators.length > 0)
			.map(({ id, indicators }) => ({
				name: standardName(source, id),
				continued: words('paper.continued'),
				rows: indicators.map((each) => composeRow(source, each))
			}))
	};
}

function composeRow(source: ReportSource, { indicator, standardId, reading }: ScoredIndicator): AnnexRow {
	const { questionnaire, text, assessment, words } = source;
	const flag = indicator.gate ? 'gate' : indicator.weight === 'critical' ? 'critical' : undefined;
	const isUnknown = reading.kind === 'scored' && reading.level === undefined;
	return {
		item: itemNumber(source, standardId, indicator),
		question: questionAsked(indicator, questionnaire, text, assessment.profile),
		flag: flag === undefined ? '' : words(`paper.flag.${flag}`),
		...(reading.kind !== 'not-applicable' && { cells: cellsOf(source, indicator, reading) }),
		answer: answerWord(source, reading),
		isOpen: isUnknown || reading.kind === 'unanswered',
		evidence: evidenceOf(source, indicator, reading)
	};
}

/** Number of the standard and of the indicator in it, as in the whole questionnaire: `2.3`. */
function itemNumber(
	{ questionnaire, format }: ReportSource,
	standardId: string,
	indicator: Indicator
): string {
	const standard = questionnaire.standards.findIndex(({ id }) => id === standardId);
	const place =
		questionnaire.standards[standard]?.indicators.findIndex(({ id }) => id === indicator.id) ?? -1;
	return `${format.number(standard + 1)}.${format.number(place + 1)}`;
}

function cellsOf({ questionnaire }: ReportSource, indicator: Indicator, reading: Reading): Cells {
	const levels = levelsOf(questionnaire, indicator);
	const of = levels.length - 1;
	if (reading.kind !== 'scored') return { filled: 'open', of };
	const filled = levels.findIndex(({ id }) => id === reading.level?.id);
	return { filled: Math.max(0, filled), of };
}

function answerWord({ text, words }: ReportSource, reading: Reading): string {
	if (reading.kind === 'unanswered') return words('paper.answer.unanswered');
	if (reading.kind === 'not-applicable') return words('paper.answer.notApplicable');
	return reading.level === undefined ? words('paper.answer.unknown') : levelName({ text }, reading.level.id);
}

function evidenceOf(source: ReportSource, indicator: Indicator, reading: Reading): string[] {
	const { text, assessment, words, options } = source;
	const answer = answerOf(assessment, indicator.id);
	const lines = ownValue(text.indicators, indicator.id)?.evidence ?? {};
	const named = [
		reading.kind === 'not-applicable'
			? words('paper.annex.reason', { reason: isolated(reading.reason) })
			: '',
		(answer?.evidence?.ticked ?? []).map((id) => ownValue(lines, id) ?? id).join('; '),
		answer?.evidence?.text.trim() ?? '',
		options.notes && answer?.note?.trim()
			? words('paper.annex.note', { note: isolated(answer.note.trim()) })
			: ''
	].filter((part) => part !== '');
	return named.length === 0 ? [NOTHING] : named;
}
