import { countCriticalItems } from '#lib/assessment/critical-items.ts';
import { isHeldDown } from '#lib/assessment/held-down.ts';
import { RATING_LIMITS, shownScore } from '#lib/assessment/rating.ts';
import { countAtTarget } from '#lib/assessment/target.ts';
import { indicatorName, levelName, shortFormName, standardName } from '#lib/plan/report/names.ts';
import type { StandardRow, Summary } from '#lib/plan/report/model.ts';
import { planNumber } from '#lib/plan/report/plan-part.ts';
import { composeReadiness } from '#lib/plan/report/readiness.ts';
import type { ReportSource } from '#lib/plan/report/source.ts';
import type { StandardScore } from '#lib/assessment/score.ts';

/** With fewer axes a radar is a line. */
const FEWEST_AXES = 3;
const NO_SCORE = '–';

/** The summary for the decision: the readiness box, the overall score, the standards. */
export function composeSummary(source: ReportSource): Summary {
	const { score, words, format, assessment } = source;
	const { score: overall, low, high } = score;
	const hasRadar =
		score.standards.length >= FEWEST_AXES && score.standards.every((each) => each.score !== null);
	return {
		title: words('paper.summary.title'),
		label: assessment.label.trim(),
		readiness: composeReadiness(source),
		overall: {
			score: overall,
			low,
			high,
			shown: shown(source, overall),
			unit: words('paper.overall.unit'),
			sentences: overallSentences(source)
		},
		counts: countAnswers(source),
		scale: [0, ...Object.values(RATING_LIMITS).reverse(), 100].map((at) => ({
			at,
			shown: format.number(at)
		})),
		...(hasRadar && { radar: { caption: words('paper.radar.caption') } }),
		columns: {
			standard: words('paper.summary.standard'),
			rating: words('paper.summary.rating'),
			score: words('paper.summary.scoreRange'),
			shown: words('paper.summary.score'),
			answered: words('paper.summary.answered')
		},
		standards: score.standards.map((standard) => composeStandard(source, standard)),
		...otherCritical(source)
	};
}

function shown({ format }: ReportSource, score: number | null): string {
	return score === null ? NO_SCORE : format.number(shownScore(score));
}

function overallSentences(source: ReportSource): string {
	const { questionnaire, score, words } = source;
	const sentences: string[] = [];
	const form = shortFormName(source);
	if (form !== undefined) sentences.push(words('paper.overall.shortForm', { form, count: score.inScope }));
	if (score.score === null || score.low === null || score.high === null)
		return [...sentences, words('paper.overall.none')].join(' ');
	sentences.push(
		shownScore(score.low) === shownScore(score.high)
			? words('paper.overall.full')
			: words('paper.overall.range', { low: shownScore(score.low), high: shownScore(score.high) })
	);
	sentences.push(words('paper.overall.coverage', { answered: score.answered, count: score.inScope }));
	sentences.push(words('paper.overall.evidenced', { evidenced: shownScore(score.evidenced ?? 0) }));
	const { closed, all } = countCriticalItems(score.standards);
	if (all > 0) sentences.push(words('paper.overall.criticalClosed', { closed, count: all }));
	const target = countAtTarget(questionnaire, score);
	if (target !== undefined)
		sentences.push(
			words('paper.overall.target', {
				level: levelName(source, target.level),
				reached: target.reached,
				count: target.all
			})
		);
	return sentences.join(' ');
}

/** Four counts that add up to the questions in scope. */
function countAnswers({ score, gaps, words, format }: ReportSource): Summary['counts'] {
	const unknown = gaps.filter(({ reading }) => reading.level === undefined).length;
	return [
		{ value: score.scored - gaps.length, name: words('paper.count.inPlace') },
		{
			value: gaps.length,
			name: unknown > 0 ? words('paper.count.gapsUnknown', { count: unknown }) : words('paper.count.gaps')
		},
		{ value: score.answered - score.scored, name: words('paper.count.notApplicable') },
		{ value: score.inScope - score.answered, name: words('paper.count.unanswered') }
	].map(({ value, name }) => ({ value: format.number(value), name }));
}

function composeStandard(source: ReportSource, standard: StandardScore): StandardRow {
	const { words } = source;
	const { score, low, high, rating } = standard;
	return {
		name: standardName(source, standard.id),
		score,
		low,
		high,
		rating,
		ratingWord: words(`paper.rating.${rating}`),
		detail: ratingDetail(source, standard),
		shown: shown(source, score),
		answered: words('paper.summary.answeredOf', { answered: standard.answered, count: standard.inScope })
	};
}

function ratingDetail({ words }: ReportSource, standard: StandardScore): string {
	const { rating, answered, inScope, criticalGaps } = standard;
	if (rating === 'not-assessed' || rating === 'out-of-scope') return '';
	const details: string[] = [];
	if (rating === 'incomplete') details.push(words('paper.detail.toAnswer', { count: inScope - answered }));
	if (isHeldDown(standard)) details.push(words('paper.detail.held', { count: criticalGaps }));
	const { closed, all } = countCriticalItems([standard]);
	if (all > 0) details.push(words('paper.detail.criticalClosed', { closed, count: all }));
	return details.join(', ');
}

/** Critical gaps that the readiness box does not list because gates decide there. */
function otherCritical(source: ReportSource): Pick<Summary, 'otherCritical'> {
	const { score, gaps, words } = source;
	const hasGates = score.standards.some(({ indicators }) =>
		indicators.some(({ indicator }) => indicator.gate)
	);
	const others = gaps.filter(
		({ indicator, isBlockedGate }) => indicator.weight === 'critical' && !isBlockedGate
	);
	if (!hasGates || others.length === 0) return {};
	return {
		otherCritical: {
			title: words('paper.summary.otherCritical'),
			short: words('paper.summary.otherCriticalShort', { count: others.length }),
			items: others.map(({ indicator }) => ({
				number: planNumber(source, indicator.id),
				name: indicatorName(source, indicator)
			}))
		}
	};
}
