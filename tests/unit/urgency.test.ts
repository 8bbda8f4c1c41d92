import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findGaps, findUnanswered } from '#lib/assessment/gaps.ts';
import { assessReadiness } from '#lib/assessment/gates.ts';
import { indicatorsInScope } from '#lib/assessment/scope.ts';
import { coverageOf, scoreAssessment, WEIGHTS } from '#lib/assessment/score.ts';
import { arbitraryAssessed, type Assessed } from './arbitrary-assessment.ts';

// Scope, gaps and gates of the scoring specification, for any questionnaire and any answers.

const scoreOf = ({ questionnaire, assessment }: Assessed) => scoreAssessment(questionnaire, assessment);

describe('scope, gaps and gates', () => {
	it('split what is in scope into scored, not applicable and still to answer', () => {
		fc.assert(
			fc.property(arbitraryAssessed, (assessed) => {
				const score = scoreOf(assessed);
				const inScope = [...indicatorsInScope(assessed.questionnaire, assessed.assessment).values()].flat();
				expect(score.inScope).toBe(inScope.length);
				expect(score.inScope - score.answered).toBe(findUnanswered(score).length);
				expect(score.scored).toBeLessThanOrEqual(score.answered);
				expect(coverageOf(score)).toBeGreaterThanOrEqual(0);
				expect(coverageOf(score)).toBeLessThanOrEqual(1);
			})
		);
	});

	it('make a gap of everything scored below its highest level, the most urgent first', () => {
		fc.assert(
			fc.property(arbitraryAssessed, (assessed) => {
				const score = scoreOf(assessed);
				const gaps = findGaps(assessed.questionnaire, score);
				const places = score.standards.flatMap(({ indicators }) =>
					indicators.map(({ indicator }) => indicator.id)
				);
				const below = score.standards
					.flatMap(({ indicators }) => indicators)
					.filter(({ reading }) => reading.kind === 'scored' && reading.earned < 1);
				expect(gaps.map(({ indicator }) => indicator.id).sort()).toEqual(
					below.map(({ indicator }) => indicator.id).sort()
				);
				const urgency = gaps.map(({ isBlockedGate, indicator, reading }) => [
					isBlockedGate ? 0 : 1,
					-WEIGHTS[indicator.weight],
					reading.earned,
					places.indexOf(indicator.id)
				]);
				urgency.slice(1).forEach((next, index) => {
					const previous = urgency[index] ?? [];
					const differs = next.findIndex((value, rule) => value !== previous[rule]);
					expect(next[differs]).toBeGreaterThan(previous[differs] ?? NaN);
				});
			})
		);
	});

	it('block a gate exactly when it is no more than unanswered, unknown or below its minimum', () => {
		fc.assert(
			fc.property(arbitraryAssessed, (assessed) => {
				const score = scoreOf(assessed);
				const gaps = findGaps(assessed.questionnaire, score);
				const readiness = assessReadiness(
					assessed.questionnaire,
					score,
					gaps.map(({ indicator }) => indicator.id)
				);
				const blockedGaps = gaps.filter((gap) => gap.isBlockedGate).map(({ indicator }) => indicator.id);
				const blocked = readiness.gates.filter((gate) => gate.isBlocked);
				// in plan order, and then those that are no gap because nobody answered
				expect(blocked.slice(0, blockedGaps.length).map(({ indicator }) => indicator.id)).toEqual(
					blockedGaps
				);
				expect(blocked.slice(blockedGaps.length).every((gate) => gate.isUnanswered)).toBe(true);
				expect(readiness.gates.filter((gate) => gate.isUnanswered).every((gate) => gate.isBlocked)).toBe(
					true
				);
				expect(readiness.blocked + readiness.ready).toBe(readiness.gates.length);
				expect(readiness.isReady).toBe(readiness.gates.length > 0 && blocked.length === 0);
			})
		);
	});
});
