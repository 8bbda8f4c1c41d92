import type { Cover, Entry } from '#lib/plan/report/model.ts';
import { departureOf } from '#lib/assessment/departure.ts';
import { shortFormName, standardName } from '#lib/plan/report/names.ts';
import type { ReportSource } from '#lib/plan/report/source.ts';

/** The cover: what the paper is, of whom and from when. No result stands on it, since it lies on desks. */
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
		entries,
		safety: { lead: words('paper.safety.lead'), text: words('paper.safety.text') },
		claim: text.claim
	};
}

/** Questionnaire and version. */
export function questionnaireEntry({ questionnaire, text, words }: ReportSource): Entry {
	return {
		name: words('paper.cover.questionnaire'),
		value: words('paper.cover.questionnaireText', { title: text.title, version: questionnaire.version })
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
