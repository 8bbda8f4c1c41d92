import type { CalendarDate } from '#lib/assessment/calendar-date.ts';
import type { Priority } from '#lib/assessment/gaps.ts';
import type { ActionEdit, ActionStatus } from '#lib/assessment/schema.ts';
import type { ScoredIndicator } from '#lib/assessment/score.ts';
import type { Indicator } from '#lib/questionnaire/schema.ts';

/** Fields of an action that a person may change. */
export const EDITABLE_FIELDS = [
	'text',
	'responsibleRole',
	'dueDate',
	'status',
	'resources',
	'proof',
	'note'
] as const satisfies readonly (keyof ActionEdit)[];

export type EditableField = (typeof EDITABLE_FIELDS)[number];

/** One line of the plan. */
export interface Action {
	/** The indicator's id, or the id of an action a person added. */
	id: string;
	/** The indicator behind it; absent for an action a person added. */
	indicator?: Indicator;
	standardId?: string;
	/** What the answer says today; absent for an added action or when the indicator left the scope. */
	reading?: ScoredIndicator['reading'];
	priority: Priority;
	isBlockedGate: boolean;
	text: string;
	/** A role, never a person's name. */
	responsibleRole: string;
	/** Empty when a person removed the date. */
	dueDate: CalendarDate | '';
	status: ActionStatus | 'gap-closed';
	resources: string;
	/** How one will show that it is done. */
	proof: string;
	note: string;
	/** Fields a person changed: a new draft leaves them alone. */
	edited: readonly EditableField[];
}

/** All actions in plan order: by priority, in each priority as the person ordered them, closed gaps last. */
export interface ActionPlan {
	actions: Action[];
}

/** Whether an action is late on a given day. Without a date, done or closed it never is. */
export function isOverdue(
	{ dueDate, status }: Pick<Action, 'dueDate' | 'status'>,
	today: CalendarDate
): boolean {
	return dueDate !== '' && dueDate < today && (status === 'to-do' || status === 'in-progress');
}

/** What is said of an action's status. */
export type SaidStatus = Action['status'] | 'unanswered' | 'not-applicable' | 'not-asked';

/**
 * The word for an action's status. "Gap closed" is said only where an answer shows it: an answer that was taken back,
 * or a question that is no longer asked, closes nothing.
 */
export function saidStatus({ status, reading }: Pick<Action, 'status' | 'reading'>): SaidStatus {
	if (status !== 'gap-closed' || reading?.kind === 'scored') return status;
	return reading?.kind ?? 'not-asked';
}
