import { assessReadiness } from '#lib/assessment/gates.ts';
import type { Cover, Entry } from '#lib/plan/report/model.ts';
import { departureOf } from '#lib/assessment/departure.ts';
import { hasOtherQuestions } from '#lib/assessment/other-questions.ts';
import { shortFormName, standardName } from '#lib/plan/report/names.ts';
import type { ReportSource } from '#lib/plan/report/source.ts';

/** The cover: what the paper is, of whom and from when. It lies on desks, so of the result only a stop stands on it. */
export function composeCover(source: ReportSource): Cover {
	const { questionnaire, text, assessment, words, format, today, toolVersion } = source;
	const label = assessment.label.trim();
	const departure = departureOf(source.questionnaire, source.assessment);
	const entries: Entry[] = [
		{ name: words('paper.cover.assessedOn'), value: format.date(assessment.assessedOn) },
		{ name: words('paper.cover.madeOn'), value: format.date(today) },
		questionnaireEntry(source),
		scopeEntry(source),
		{
			name: words('paper.cover.madeWith'),
			value: words('paper.cover.tool', { version: toolVersion, format: assessment.formatVersion })
		},
		{ name: words('paper.cover.handling'), value: words('paper.cover.handlingText') }
	];
	if (departure !== undefined)
		entries.unshift({ name: words('paper.cover.departure'), value: format.date(departure) });
	if (label === '') entries.unshift({ name: words('paper.cover.label'), value: null });
	return {
		label,
		standards: questionnaire.standards.map(({ id }, index) => ({
			number: format.number(index + 1),
			name: standardName(source, id)
		})),
		...stopOf(source),
		entries,
		safety: { lead: words('paper.safety.lead'), text: words('paper.safety.text') },
		claim: assessment.ownQuestionnaire ? `${words('paper.cover.own')} ${text.claim}` : text.claim
	};
}

/** Whoever holds only the first page must know that the departure has to wait. The next pages say why. */
function stopOf({ questionnaire, score, words, format }: ReportSource): Pick<Cover, 'stop'> {
	const { gates, blocked: count } = assessReadiness(questionnaire, score, []);
	if (count === 0) return {};
	return {
		stop: {
			count: format.number(count),
			heading: words('paper.cover.stop'),
			text: words('paper.cover.stopWhy', { count, gates: gates.length })
		}
	};
}

/** Questionnaire and version, and a warning where another version was answered. */
export function questionnaireEntry({ questionnaire, assessment, text, words }: ReportSource): Entry {
	const values = { title: text.title, version: questionnaire.version };
	return {
		name: words('paper.cover.questionnaire'),
		value: hasOtherQuestions(assessment, questionnaire)
			? words('paper.cover.questionnaireOther', { ...values, answered: assessment.questionnaire.version })
			: words('paper.cover.questionnaireText', values)
	};
}

/** Which of the questionnaire's questions were asked. */
export function scopeEntry(source: ReportSource): Entry {
	const { questionnaire, score, words } = source;
	const total = questionnaire.standards.reduce((sum, { indicators }) => sum + indicators.length, 0);
	const form = shortFormName(source);
	const name = words('paper.cover.scope');
	if (form !== undefined)
		return { name, value: words('paper.cover.scopeShort', { form, count: score.inScope }) };
	return score.inScope === total
		? { name, value: words('paper.cover.scopeAll', { count: total }) }
		: { name, value: words('paper.cover.scopeSome', { inScope: score.inScope, count: total }) };
}
