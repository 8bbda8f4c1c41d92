import { isCalendarDate } from '#lib/assessment/calendar-date.ts';
import { scopeOf } from '#lib/assessment/scope.ts';
import type { Paragraph, ScopePart } from '#lib/plan/report/model.ts';
import { scopeEntry } from '#lib/plan/report/cover.ts';
import { indicatorName } from '#lib/plan/report/names.ts';
import type { ReportSource } from '#lib/plan/report/source.ts';
import { chosenOptions, isAskedAsPrepared, unmetConditions } from '#lib/questionnaire/conditions.ts';
import { ownValue } from '#lib/questionnaire/own-value.ts';
import { indicatorsOf } from '#lib/questionnaire/indicators-of.ts';
import type { Indicator, ProfileQuestion } from '#lib/questionnaire/schema.ts';

/**
 * Why these questions were asked: the answers about the organisation, what they left out, and what was brought back.
 * Undefined when the questionnaire asks nothing about the organisation.
 */
export function composeScope(source: ReportSource): ScopePart | undefined {
	const { questionnaire, text, words } = source;
	if (questionnaire.profile.length === 0) return undefined;
	return {
		title: words('paper.scope.title'),
		intro: words('paper.scope.intro', { scope: scopeEntry(source).value ?? '' }),
		columns: { question: words('paper.scope.question'), answer: words('paper.scope.answer') },
		rows: questionnaire.profile.map((question) => ({
			question: ownValue(text.profile, question.id)?.question ?? question.id,
			answer: answerTo(source, question)
		})),
		notes: notesOf(source)
	};
}

function answerTo({ text, assessment, words, format }: ReportSource, { id, kind }: ProfileQuestion): string {
	const chosen = chosenOptions(assessment.profile, id);
	if (chosen.length === 0)
		return words(kind === 'departure-date' ? 'paper.scope.noDate' : 'paper.scope.none');
	const options = ownValue(text.profile, id)?.options ?? {};
	const say = (option: string): string => {
		if (kind === 'departure-date') return isCalendarDate(option) ? format.date(option) : option;
		if (kind === 'yes-no' && (option === 'yes' || option === 'no')) return words(`paper.scope.${option}`);
		return ownValue(options, option) ?? option;
	};
	return chosen.map(say).join('; ');
}

/** The questions that the profile took out, those that it would take out and a person wanted, and those asked early. */
function notesOf(source: ReportSource): Paragraph[] {
	const { questionnaire, assessment, words } = source;
	const all = indicatorsOf(questionnaire.standards);
	const scope = scopeOf(questionnaire, assessment);
	const leftOut = all.filter((each) => scope(each) === 'condition');
	const broughtBack = all.filter(
		(each) =>
			scope(each) === 'in-scope' && unmetConditions(each, questionnaire, assessment.profile).length > 0
	);
	const note = (kind: 'leftOut' | 'broughtBack', indicators: readonly Indicator[]): Paragraph[] =>
		indicators.length === 0
			? []
			: [
					{
						lead: words(`paper.scope.${kind}`, { count: indicators.length }),
						text: indicators.map((each) => indicatorName(source, each)).join('; ')
					}
				];
	const prepared = all.filter(
		(each) => scope(each) === 'in-scope' && isAskedAsPrepared(each, questionnaire, assessment.profile)
	).length;
	return [
		...note('leftOut', leftOut),
		...note('broughtBack', broughtBack),
		...(prepared > 0
			? [
					{
						lead: words('paper.scope.prepared', { count: prepared }),
						text: words('paper.scope.preparedText')
					}
				]
			: [])
	];
}
