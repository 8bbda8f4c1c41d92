import type { ActionStatus, AddedAction, Assessment, PlanRecord } from '#lib/assessment/schema.ts';
import type { Action, ActionPlan, EditableField } from '#lib/plan/action.ts';
import { ownValue } from '#lib/questionnaire/own-value.ts';

// What a person does to the plan. Each function returns the assessment with that one thing changed.

/** What a person can change in an action. */
export type ActionChange = Partial<Pick<Action, Exclude<EditableField, 'status'>> & { status: ActionStatus }>;

/** Changes fields of a drafted or added action; fields that are not named stay as they are. */
export function editAction(assessment: Assessment, id: string, change: ActionChange): Assessment {
	const { plan } = assessment;
	if (plan.added.some((action) => action.id === id)) {
		const added = plan.added.map((action) => (action.id === id ? { ...action, ...change } : action));
		return withPlan(assessment, { added });
	}
	return withPlan(assessment, { edits: { ...plan.edits, [id]: { ...ownValue(plan.edits, id), ...change } } });
}

/** Takes back every edit of a drafted action: it follows the draft again. */
export function resetAction(assessment: Assessment, id: string): Assessment {
	const { [id]: _taken, ...edits } = assessment.plan.edits;
	return withPlan(assessment, { edits });
}

/** Adds an action of the person's own; adding it again puts it in place of the first. */
export function addAction(assessment: Assessment, action: AddedAction): Assessment {
	return withPlan(assessment, {
		added: [...assessment.plan.added.filter(({ id }) => id !== action.id), action]
	});
}

/** Takes out an action that a person added; drafted ones cannot be taken out, only their gap closed. */
export function removeAction(assessment: Assessment, id: string): Assessment {
	return withPlan(assessment, { added: assessment.plan.added.filter((action) => action.id !== id) });
}

/**
 * Moves an action one place up (-1) or down (+1) among the actions of its priority. At the end of its
 * priority nothing changes.
 */
export function moveAction(assessment: Assessment, plan: ActionPlan, id: string, by: -1 | 1): Assessment {
	const moved = plan.actions.find((action) => action.id === id);
	if (moved === undefined || moved.status === 'gap-closed') return assessment;
	const group = plan.actions
		.filter(({ priority, status }) => priority === moved.priority && status !== 'gap-closed')
		.map((action) => action.id);
	const from = group.indexOf(id);
	const to = from + by;
	if (to < 0 || to >= group.length) return assessment;
	group.splice(from, 1);
	group.splice(to, 0, id);
	const others = assessment.plan.order.filter((each) => !group.includes(each));
	return withPlan(assessment, { order: [...others, ...group] });
}

/** Remembers which gaps have an action, so that the action stays when its gap closes. */
export function keepDrafted(assessment: Assessment, gapIds: readonly string[]): Assessment {
	const { drafted } = assessment.plan;
	const fresh = gapIds.filter((id) => !drafted.includes(id));
	return fresh.length === 0 ? assessment : withPlan(assessment, { drafted: [...drafted, ...fresh] });
}

function withPlan(assessment: Assessment, change: Partial<PlanRecord>): Assessment {
	return { ...assessment, plan: { ...assessment.plan, ...change } };
}
