import { findGaps, findUnanswered } from '#lib/assessment/gaps.ts';
import { assessReadiness } from '#lib/assessment/gates.ts';
import { shownScore } from '#lib/assessment/rating.ts';
import type { Assessment } from '#lib/assessment/schema.ts';
import { coverageOf, scoreAssessment, type Counts, type Figures } from '#lib/assessment/score.ts';
import { draftPlan } from '#lib/plan/draft.ts';
import type { Questionnaire, QuestionnaireText } from '#lib/questionnaire/schema.ts';

const coverage = (counts: Counts) => ({
	answered: counts.answered,
	inScope: counts.inScope,
	share: coverageOf(counts)
});

const figures = ({ score, low, high, evidenced }: Figures) => ({
	score,
	/** Whole number, halves up, as on every screen and page. */
	shown: score === null ? null : shownScore(score),
	low,
	high,
	evidenced
});

/**
 * All that the site works out from the answers, as one document of plain values. Scores are 0–100 and
 * unrounded, shares 0–1; null stands where the scoring specification gives no score.
 * @param text the texts that the drafted plan is written with
 */
export function describeScore(questionnaire: Questionnaire, text: QuestionnaireText, assessment: Assessment) {
	const score = scoreAssessment(questionnaire, assessment);
	const gaps = findGaps(questionnaire, score);
	const { actions } = draftPlan(questionnaire, text, assessment, score, gaps);
	const planOrder = actions.map(({ id }) => id);
	const readiness = assessReadiness(questionnaire, score, planOrder);
	return {
		questionnaire: {
			id: questionnaire.id,
			version: questionnaire.version,
			/** The version the answers were given to. */
			answeredVersion: assessment.questionnaire.version
		},
		form: assessment.form,
		/** The day the due dates are counted from. */
		assessedOn: assessment.assessedOn,
		coverage: coverage(score),
		overall: figures(score),
		standards: score.standards.map((standard) => ({
			id: standard.id,
			...figures(standard),
			coverage: coverageOf(standard),
			answered: standard.answered,
			inScope: standard.inScope,
			scored: standard.scored,
			rating: standard.rating,
			criticalGaps: standard.criticalGaps
		})),
		gates: {
			isReady: readiness.isReady,
			blocked: readiness.blocked,
			ready: readiness.ready,
			list: readiness.gates.map(({ indicator, isBlocked, isUnanswered }) => ({
				id: indicator.id,
				isBlocked,
				isUnanswered
			}))
		},
		gaps: gaps.map(({ indicator, standardId, priority, reading, isBlockedGate }) => ({
			id: indicator.id,
			standard: standardId,
			priority,
			weight: indicator.weight,
			level: reading.level?.id ?? 'unknown',
			earned: reading.earned,
			isBlockedGate
		})),
		stillToAnswer: findUnanswered(score).map(({ indicator }) => indicator.id),
		ignored: score.ignored,
		plan: actions.map(({ indicator: _indicator, reading: _reading, standardId, ...action }) => ({
			...action,
			/** Null for an action that a person added. */
			standard: standardId ?? null
		}))
	};
}
