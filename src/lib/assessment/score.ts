import { hasContent } from '#lib/assessment/answer-content.ts';
import { NOT_APPLICABLE, UNKNOWN } from '#lib/assessment/answer.ts';
import { rateStandard, type Rating } from '#lib/assessment/rating.ts';
import { levelsOf, readAnswer, type Reading } from '#lib/assessment/reading.ts';
import type { Assessment } from '#lib/assessment/schema.ts';
import { indicatorsInScope } from '#lib/assessment/scope.ts';
import { indicatorsOf } from '#lib/questionnaire/indicators-of.ts';
import type { Indicator, Questionnaire, Weight } from '#lib/questionnaire/schema.ts';

/** How much each weight class counts (scoring specification, "Inputs"). */
export const WEIGHTS: Readonly<Record<Weight, number>> = { critical: 3, major: 2, minor: 1 };

/** One indicator in scope and what its answer says. */
export interface ScoredIndicator {
	indicator: Indicator;
	standardId: string;
	reading: Reading;
	/** Points of the standard's 0–100 score that this indicator brings; they add up to the score. */
	points: number;
	/** Points it would bring at the highest level. */
	possible: number;
}

/** A score with what could still become of it and what of it can be shown. All 0–100, unrounded; null: none. */
export interface Figures {
	score: number | null;
	/** Where the score ends if every open question turns out lowest. */
	low: number | null;
	/** Where it ends if every open question turns out highest. */
	high: number | null;
	/** As the score, counting only answers with evidence. */
	evidenced: number | null;
}

/** How many indicators are in scope, answered (coverage = answered / in scope) and scored. */
export interface Counts {
	inScope: number;
	answered: number;
	scored: number;
}

export interface StandardScore extends Figures, Counts {
	id: string;
	rating: Rating;
	/** Critical indicators scored below 1. */
	criticalGaps: number;
	indicators: ScoredIndicator[];
}

export interface Score extends Figures, Counts {
	standards: StandardScore[];
	/** Answers that count for nothing: unknown indicators or levels (ids, sorted). */
	ignored: string[];
}

/**
 * The score of an assessment by the written specification. Pure: equal input gives the same numbers to the bit.
 * Answers to indicators that the questionnaire does not have, or at levels it does not know, are ignored and listed.
 * @param weights how much each class counts; only their proportions matter
 */
export function scoreAssessment(
	questionnaire: Questionnaire,
	assessment: Assessment,
	weights: Readonly<Record<Weight, number>> = WEIGHTS
): Score {
	const inScope = indicatorsInScope(questionnaire, assessment);
	const standards = questionnaire.standards.map(({ id }) =>
		scoreStandard(
			id,
			(inScope.get(id) ?? []).map((indicator) => ({
				indicator,
				reading: readAnswer(questionnaire, indicator, assessment)
			})),
			weights
		)
	);
	return {
		score: mean(standards.map(({ score }) => score)),
		low: mean(standards.map(({ low }) => low)),
		high: mean(standards.map(({ high }) => high)),
		evidenced: mean(standards.map(({ evidenced }) => evidenced)),
		inScope: sum(standards, (each) => each.inScope),
		answered: sum(standards, (each) => each.answered),
		scored: sum(standards, (each) => each.scored),
		standards,
		ignored: ignoredAnswers(questionnaire, assessment)
	};
}

/** The indicators in scope by id, each with what its answer says. */
export function scoredById({ standards }: Pick<Score, 'standards'>): Map<string, ScoredIndicator> {
	return new Map(indicatorsOf(standards).map((each) => [each.indicator.id, each]));
}

/** Answered / in scope, 0–1; 1 when nothing is in scope. */
export function coverageOf({ answered, inScope }: Counts): number {
	return inScope === 0 ? 1 : answered / inScope;
}

function scoreStandard(
	id: string,
	read: { indicator: Indicator; reading: Reading }[],
	weights: Readonly<Record<Weight, number>>
): StandardScore {
	let base = 0;
	let open = 0;
	let earned = 0;
	let evidenced = 0;
	const counts = { inScope: read.length, answered: 0, scored: 0 };
	let criticalGaps = 0;
	for (const { indicator, reading } of read) {
		const weight = weights[indicator.weight];
		if (reading.kind === 'unanswered') {
			open += weight;
			continue;
		}
		counts.answered += 1;
		if (reading.kind === 'not-applicable') continue;
		counts.scored += 1;
		base += weight;
		earned += weight * reading.earned;
		evidenced += weight * reading.evidenced;
		if (indicator.weight === 'critical' && reading.earned < 1) criticalGaps += 1;
	}
	const score = percent(earned, base);
	return {
		id,
		score,
		low: percent(earned, base + open),
		high: percent(earned + open, base + open),
		evidenced: percent(evidenced, base),
		...counts,
		criticalGaps,
		rating: rateStandard(counts, score, criticalGaps > 0),
		indicators: read.map(({ indicator, reading }) => {
			const weight = reading.kind === 'scored' ? weights[indicator.weight] : 0;
			return {
				indicator,
				standardId: id,
				reading,
				points: reading.kind === 'scored' ? (percent(weight * reading.earned, base) ?? 0) : 0,
				possible: percent(weight, base) ?? 0
			};
		})
	};
}

function percent(part: number, whole: number): number | null {
	return whole === 0 ? null : (100 * part) / whole;
}

/** The mean of the numbers that exist, or null. */
function mean(values: (number | null)[]): number | null {
	const existing = values.filter((value) => value !== null);
	return existing.length === 0 ? null : existing.reduce((total, value) => total + value, 0) / existing.length;
}

function sum<Item>(items: Item[], value: (item: Item) => number): number {
	return items.reduce((total, item) => total + value(item), 0);
}

function ignoredAnswers(questionnaire: Questionnaire, assessment: Assessment): string[] {
	const known = new Map(indicatorsOf(questionnaire.standards).map((each) => [each.id, each]));
	return Object.entries(assessment.answers)
		.filter(([id, answer]) => {
			const { level } = answer;
			const indicator = known.get(id);
			if (indicator === undefined) return hasContent(answer);
			if (level === undefined || level === UNKNOWN || level === NOT_APPLICABLE) return false;
			return !levelsOf(questionnaire, indicator).some(({ id }) => id === level);
		})
		.map(([id]) => id)
		.sort();
}
