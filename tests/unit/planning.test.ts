import { departureOf } from '#lib/assessment/departure.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findGaps, PRIORITIES } from '#lib/assessment/gaps.ts';
import { scoreAssessment } from '#lib/assessment/score.ts';
import { isCalendarDate } from '#lib/assessment/calendar-date.ts';
import { EDITABLE_FIELDS, type Action } from '#lib/plan/action.ts';
import { editAction, keepDrafted, moveAction, resetAction } from '#lib/plan/edit.ts';
import { arbitraryAssessed, arbitraryAssessment, type Assessed } from './arbitrary-assessment.ts';
import { arbitraryQuestionnaire } from './arbitrary-questionnaire.ts';
import { examplePlan } from './example-plan.ts';

// What the scoring specification promises of the plan, for any questionnaire, answers and edits.

const planOf = ({ questionnaire, assessment }: Assessed) => examplePlan(questionnaire, assessment).actions;
const gapIdsOf = ({ questionnaire, assessment }: Assessed) =>
	findGaps(questionnaire, scoreAssessment(questionnaire, assessment)).map(({ indicator }) => indicator.id);

/** Two assessments of one questionnaire: what stands in the plan, and other answers, profile and form. */
const arbitraryChange = arbitraryQuestionnaire.chain((questionnaire) =>
	fc
		.tuple(arbitraryAssessment(questionnaire), arbitraryAssessment(questionnaire))
		.map(([before, { answers, profile, form, assessedOn }]) => ({
			questionnaire,
			before,
			after: { ...before, answers, profile, form, assessedOn }
		}))
);

/** An assessment with one of the actions of its plan, if it has any. */
const arbitraryAction = arbitraryAssessed
	.filter((assessed) => planOf(assessed).length > 0)
	.chain((assessed) => fc.constantFrom(...planOf(assessed)).map((action) => ({ ...assessed, action })));

describe('drafting', () => {
	it('twice from the same gives the same, and changes nothing it was given', () => {
		fc.assert(
			fc.property(arbitraryAssessed, (assessed) => {
				const before = JSON.stringify(assessed);
				expect(planOf(structuredClone(assessed))).toEqual(planOf(assessed));
				expect(JSON.stringify(assessed)).toBe(before);
			})
		);
	});

	it('gives each gap, each earlier action and each added action one line, and nothing else', () => {
		fc.assert(
			fc.property(arbitraryAssessed, (assessed) => {
				const { plan } = assessed.assessment;
				const expected = new Set([
					...gapIdsOf(assessed),
					...plan.drafted,
					...Object.keys(plan.edits),
					...plan.added.map(({ id }) => id)
				]);
				expect(
					planOf(assessed)
						.map(({ id }) => id)
						.sort()
				).toEqual([...expected].sort());
			})
		);
	});

	it('calls closed exactly what has no gap and was not added', () => {
		fc.assert(
			fc.property(arbitraryAssessed, (assessed) => {
				const alive = new Set([...gapIdsOf(assessed), ...assessed.assessment.plan.added.map(({ id }) => id)]);
				for (const { id, status } of planOf(assessed)) expect(status !== 'gap-closed').toBe(alive.has(id));
			})
		);
	});

	it('orders by priority with closed gaps last, and inside a priority as the person ordered, then as the gaps', () => {
		fc.assert(
			fc.property(arbitraryAssessed, (assessed) => {
				const { order } = assessed.assessment.plan;
				const gaps = gapIdsOf(assessed);
				const rank = ({ id, status, priority }: Action) => [
					status === 'gap-closed' ? PRIORITIES.length : PRIORITIES.indexOf(priority),
					order.includes(id) ? order.indexOf(id) : order.length,
					gaps.includes(id) ? gaps.indexOf(id) : gaps.length
				];
				const ranks = planOf(assessed).map(rank);
				ranks.slice(1).forEach((next, index) => {
					const previous = ranks[index] ?? [];
					const differs = next.findIndex((value, rule) => value !== previous[rule]);
					if (differs >= 0) expect(next[differs]).toBeGreaterThan(previous[differs] ?? NaN);
				});
			})
		);
	});

	it('suggests a day that exists, and for a blocked gate one before the departure', () => {
		fc.assert(
			fc.property(arbitraryAssessed, (assessed) => {
				const departure = departureOf(assessed.questionnaire, assessed.assessment);
				for (const { dueDate, isBlockedGate, edited } of planOf(assessed)) {
					if (edited.includes('dueDate')) continue;
					expect(isCalendarDate(dueDate)).toBe(true);
					if (isBlockedGate && departure !== undefined) expect(dueDate < departure).toBe(true);
				}
			})
		);
	});
});

describe('an edit', () => {
	it('survives any change of answers, profile, form and day', () => {
		fc.assert(
			fc.property(arbitraryChange, ({ questionnaire, before, after }) => {
				const plan = planOf({ questionnaire, assessment: after });
				for (const [id, edit] of Object.entries(before.plan.edits)) {
					const action = plan.find((each) => each.id === id);
					expect(action).toBeDefined();
					for (const field of EDITABLE_FIELDS) {
						if (edit[field] === undefined) continue;
						expect(action?.edited).toContain(field);
						// a closed gap is shown as closed; the status a person set comes back with the gap
						if (field !== 'status' || action?.status !== 'gap-closed')
							expect(action?.[field]).toBe(edit[field]);
					}
				}
				for (const added of before.plan.added) {
					expect(plan.find(({ id }) => id === added.id)).toMatchObject(added);
				}
			})
		);
	});

	it('leaves the fields nobody touched to the draft', () => {
		fc.assert(
			fc.property(arbitraryAssessed, (assessed) => {
				const { plan } = assessed.assessment;
				const untouched = { ...plan, edits: {}, drafted: [...plan.drafted, ...Object.keys(plan.edits)] };
				const draft = planOf({ ...assessed, assessment: { ...assessed.assessment, plan: untouched } });
				for (const action of planOf(assessed)) {
					const drafted = draft.find(({ id }) => id === action.id);
					for (const field of EDITABLE_FIELDS) {
						if (!action.edited.includes(field)) expect(action[field]).toBe(drafted?.[field]);
					}
				}
			})
		);
	});

	it('changes the action it was made in and no other, and can be taken back', () => {
		fc.assert(
			fc.property(arbitraryAction, ({ questionnaire, assessment: before, action }) => {
				const after = editAction(before, action.id, { text: 'Ask the board.' });
				const plan = planOf({ questionnaire, assessment: after });
				expect(plan.find(({ id }) => id === action.id)?.text).toBe('Ask the board.');
				const others = (actions: Action[]) => actions.filter(({ id }) => id !== action.id);
				expect(others(plan)).toEqual(others(planOf({ questionnaire, assessment: before })));
				if (action.indicator !== undefined) {
					const kept = keepDrafted(resetAction(after, action.id), [action.id]);
					const reset = planOf({ questionnaire, assessment: kept }).find(({ id }) => id === action.id);
					expect(reset?.edited).toEqual([]);
				}
			})
		);
	});
});

describe('an action that was kept', () => {
	it('stays in the plan whatever is answered later', () => {
		fc.assert(
			fc.property(arbitraryChange, ({ questionnaire, before, after }) => {
				const shown = gapIdsOf({ questionnaire, assessment: before });
				const { plan } = keepDrafted(before, shown);
				const ids = planOf({ questionnaire, assessment: { ...after, plan } }).map(({ id }) => id);
				expect(ids).toEqual(expect.arrayContaining(shown));
			})
		);
	});
});

describe('moving an action', () => {
	it('by one place swaps it with its neighbour of the same priority, or changes nothing', () => {
		fc.assert(
			fc.property(arbitraryAction, fc.constantFrom(-1 as const, 1 as const), (chosen, by) => {
				const { questionnaire, assessment: before, action } = chosen;
				const plan = examplePlan(questionnaire, before);
				const ids = plan.actions.map(({ id }) => id);
				const from = ids.indexOf(action.id);
				const neighbour = plan.actions[from + by];
				const isMovable =
					neighbour !== undefined &&
					action.status !== 'gap-closed' &&
					neighbour.status !== 'gap-closed' &&
					neighbour.priority === action.priority;
				if (isMovable) [ids[from], ids[from + by]] = [neighbour.id, action.id];
				const after = moveAction(before, plan, action.id, by);
				expect(planOf({ questionnaire, assessment: after }).map(({ id }) => id)).toEqual(ids);
			})
		);
	});
});
