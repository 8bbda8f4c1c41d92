import { findGaps } from '#lib/assessment/gaps.ts';
import { scoreAssessment } from '#lib/assessment/score.ts';
import { draftPlan } from '#lib/plan/draft.ts';
import { median, type Figure } from './figure.ts';
import { answeredAssessment, largeQuestionnaire } from './large-questionnaire.ts';

const RUNS = 60;

/** Scoring, gaps and plan of a questionnaire with 10,000 indicators: the pure functions alone, in Node. */
export function measureCore(): Figure[] {
	const { questionnaire, text } = largeQuestionnaire(10_000, 'large');
	const assessment = answeredAssessment(questionnaire);
	const times = { score: [] as number[], gaps: [] as number[], plan: [] as number[], all: [] as number[] };
	for (let run = 0; run < RUNS; run += 1) {
		const begin = performance.now();
		const score = scoreAssessment(questionnaire, assessment);
		const scored = performance.now();
		const gaps = findGaps(questionnaire, score);
		const found = performance.now();
		draftPlan(questionnaire, text, assessment, score, gaps);
		const drafted = performance.now();
		times.score.push(scored - begin);
		times.gaps.push(found - scored);
		times.plan.push(drafted - found);
		times.all.push(drafted - begin);
	}
	const part = '10,000 indicators, pure functions';
	const figure = (name: string, values: number[]): Figure => ({
		part,
		name,
		unit: 'ms',
		values: { site: median(values) }
	});
	return [
		{ ...figure('score, gaps and plan', times.all), limit: 20, note: `median of ${RUNS}` },
		figure('of it: score', times.score),
		figure('of it: gaps', times.gaps),
		figure('of it: plan', times.plan)
	];
}
