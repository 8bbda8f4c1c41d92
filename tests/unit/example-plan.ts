import { findGaps } from '#lib/assessment/gaps.ts';
import type { Assessment } from '#lib/assessment/schema.ts';
import { scoreAssessment } from '#lib/assessment/score.ts';
import type { ActionPlan } from '#lib/plan/action.ts';
import { draftPlan } from '#lib/plan/draft.ts';
import type { Questionnaire } from '#lib/questionnaire/schema.ts';
import { exampleText } from './example-questionnaire.ts';

/** The plan of an assessment, through score and gaps, with the example texts. */
export function examplePlan(questionnaire: Questionnaire, assessment: Assessment): ActionPlan {
	const score = scoreAssessment(questionnaire, assessment);
	const gaps = findGaps(questionnaire, score);
	return draftPlan(questionnaire, exampleText(questionnaire), assessment, score, gaps);
}
