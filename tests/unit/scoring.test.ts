import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordAnswer } from '#lib/assessment/answer.ts';
import { shownScore, type Rating } from '#lib/assessment/rating.ts';
import type { Assessment } from '#lib/assessment/schema.ts';
import { coverageOf, scoreAssessment, WEIGHTS, type Figures, type Score } from '#lib/assessment/score.ts';
import { parseQuestionnaire } from '#lib/questionnaire/parse.ts';
import type { Questionnaire } from '#lib/questionnaire/schema.ts';
import { arbitraryAssessed, arbitraryAssessedIndicator, type Assessed } from './arbitrary-assessment.ts';

// The invariants at the end of the scoring specification, for any questionnaire and any answers.

/** Those that people rely on are tried so often; their pass figure is ten thousand. */
const MANY = { numRuns: 10_000 };

/** Ratings that say how good a standard is, worst first. The others say that nothing can be said (yet). */
const GRADES: readonly Rating[] = ['not-met', 'partly-met', 'mostly-met', 'met'];

const figuresOf = (score: Score): Figures[] => [score, ...score.standards];
const scoreOf = ({ questionnaire, assessment }: Assessed) => scoreAssessment(questionnaire, assessment);

/** Two answers of one indicator, the lower first; "we do not know" stands at the bottom. */
const arbitraryRise = arbitraryAssessedIndicator.chain((assessed) => {
	const scale = assessed.questionnaire.scales[assessed.indicator.scale] ?? [];
	const rungs = ['unknown', ...scale.map(({ id }) => id)];
	return fc.subarray(rungs, { minLength: 2, maxLength: 2 }).map(([from, to]) => {
		const at = (level: string | undefined) =>
			scoreAssessment(
				assessed.questionnaire,
				recordAnswer(assessed.assessment, assessed.indicator.id, { level })
			);
		return { before: at(from), after: at(to) };
	});
});

it('is tried with questionnaires that the questionnaire check lets through', () => {
	fc.assert(
		fc.property(arbitraryAssessed, ({ questionnaire }) => {
			expect(parseQuestionnaire(JSON.parse(JSON.stringify(questionnaire)))).toEqual({
				ok: true,
				value: questionnaire
			});
		})
	);
});

describe('raising one level', () => {
	it('never lowers a score or a range end', () => {
		fc.assert(
			fc.property(arbitraryRise, ({ before, after }) => {
				const later = figuresOf(after);
				figuresOf(before).forEach((figures, index) => {
					for (const end of ['score', 'low', 'high', 'evidenced'] as const) {
						const raised = later[index]?.[end] ?? null;
						expect(raised === null).toBe(figures[end] === null);
						expect(raised ?? 0).toBeGreaterThanOrEqual(figures[end] ?? 0);
					}
				});
			}),
			MANY
		);
	});

	it('never lowers a rating, nor turns a grade into something else', () => {
		fc.assert(
			fc.property(arbitraryRise, ({ before, after }) => {
				before.standards.forEach(({ rating }, index) => {
					const raised = after.standards[index]?.rating ?? 'not-assessed';
					if (GRADES.includes(rating)) {
						expect(GRADES.indexOf(raised)).toBeGreaterThanOrEqual(GRADES.indexOf(rating));
					} else {
						expect(raised).toBe(rating);
					}
				});
			})
		);
	});
});

describe('not applicable', () => {
	it('leaves the base: the figures are those of a questionnaire without the indicator', () => {
		fc.assert(
			fc.property(arbitraryAssessedIndicator, ({ questionnaire, assessment, indicator }) => {
				const away = { level: 'not-applicable', reason: 'We have no partners.' };
				const answered = scoreAssessment(questionnaire, recordAnswer(assessment, indicator.id, away));
				const without: Questionnaire = {
					...questionnaire,
					standards: questionnaire.standards.map(({ id, indicators }) => ({
						id,
						indicators: indicators.filter((each) => each.id !== indicator.id)
					}))
				};
				const figures = ({ score, low, high, evidenced }: Figures) => ({ score, low, high, evidenced });
				expect(figuresOf(answered).map(figures)).toEqual(
					figuresOf(scoreAssessment(without, assessment)).map(figures)
				);
			}),
			MANY
		);
	});
});

describe('the figures', () => {
	it('stand in order: 0 ≤ low ≤ score ≤ high ≤ 100, and evidenced ≤ score', () => {
		fc.assert(
			fc.property(arbitraryAssessed, (assessed) => {
				for (const { score, low, high, evidenced } of figuresOf(scoreOf(assessed))) {
					expect(low === null).toBe(high === null);
					expect(score === null).toBe(evidenced === null);
					if (low !== null && high !== null) {
						const ordered = [0, ...(evidenced === null ? [] : [evidenced]), score ?? low, high, 100];
						expect(ordered).toEqual([...ordered].sort((a, b) => a - b));
						expect(low).toBeGreaterThanOrEqual(0);
						expect(low).toBeLessThanOrEqual(score ?? high);
					} else expect(score).toBeNull();
				}
			}),
			MANY
		);
	});

	it('meet in one point exactly when a standard is fully answered', () => {
		fc.assert(
			fc.property(arbitraryAssessed, (assessed) => {
				for (const standard of scoreOf(assessed).standards) {
					expect(standard.low === standard.high).toBe(coverageOf(standard) === 1);
					if (coverageOf(standard) === 1) expect(standard.score).toBe(standard.low);
				}
			})
		);
	});

	it('are what the points of the indicators add up to, also as shown', () => {
		fc.assert(
			fc.property(arbitraryAssessed, (assessed) => {
				for (const { score, indicators } of scoreOf(assessed).standards) {
					const points = indicators.reduce((total, each) => total + each.points, 0);
					const possible = indicators.reduce((total, each) => total + each.possible, 0);
					expect(points).toBeCloseTo(score ?? 0, 9);
					expect(possible).toBeCloseTo(score === null ? 0 : 100, 9);
					expect(shownScore(points)).toBe(shownScore(score ?? 0));
				}
			})
		);
	});

	it('do not change when all weights are multiplied by one number', () => {
		const factor = fc.double({ min: 0.001, max: 1000, noNaN: true });
		fc.assert(
			fc.property(arbitraryAssessed, factor, ({ questionnaire, assessment }, by) => {
				const { critical, major, minor } = WEIGHTS;
				const scaled = scoreAssessment(questionnaire, assessment, {
					critical: critical * by,
					major: major * by,
					minor: minor * by
				});
				const plain = scoreAssessment(questionnaire, assessment);
				const later = figuresOf(scaled);
				figuresOf(plain).forEach((figures, index) => {
					for (const end of ['score', 'low', 'high', 'evidenced'] as const) {
						expect(Math.abs((later[index]?.[end] ?? -1) - (figures[end] ?? -1))).toBeLessThan(1e-9);
					}
				});
				expect(scaled.standards.map(({ rating }) => rating)).toEqual(
					plain.standards.map(({ rating }) => rating)
				);
			})
		);
	});

	it('are equal to the bit in two runs', () => {
		fc.assert(
			fc.property(arbitraryAssessed, (assessed) => {
				const before = JSON.stringify(assessed);
				expect(scoreOf(structuredClone(assessed))).toEqual(scoreOf(assessed));
				expect(JSON.stringify(assessed)).toBe(before);
			})
		);
	});
});

describe('the order of answering', () => {
	it('is irrelevant', () => {
		const shuffled = arbitraryAssessed.chain((assessed) =>
			fc
				.shuffledSubarray(Object.entries(assessed.assessment.answers), {
					minLength: Object.keys(assessed.assessment.answers).length
				})
				.map((entries) => ({ ...assessed, entries }))
		);
		fc.assert(
			fc.property(shuffled, ({ questionnaire, assessment, entries }) => {
				let other: Assessment = { ...assessment, answers: {} };
				for (const [id, answer] of entries) other = recordAnswer(other, id, answer);
				const [score, otherScore] = [assessment, other].map((each) => scoreAssessment(questionnaire, each));
				expect(otherScore).toEqual(score);
			}),
			MANY
		);
	});
});
