import type { CalendarDate } from '#lib/assessment/calendar-date.ts';
import type { Priority } from '#lib/assessment/gaps.ts';
import type { Action } from '#lib/plan/action.ts';
import type { ActionChange } from '#lib/plan/edit.ts';

/** What every row of the plan shows beside its action, and what a person can do to it. */
export interface PlanView {
	today: CalendarDate;
	assessedOn: CalendarDate;
	/** Names of the roles that the questionnaire knows, to choose from. */
	roles: readonly string[];
	/** The name of the gap; for an action a person added what it says. */
	nameOf(action: Action): string;
	/** The address of the question behind an action. */
	hrefOf(indicatorId: string): string;
	edit(id: string, change: ActionChange): void;
	/** Lets a drafted action follow the draft again. */
	reset(action: Action): void;
	/** Takes out an action that a person added. */
	remove(action: Action): void;
	/** Moves an action one place up or down in its group. */
	move(id: string, by: -1 | 1): void;
}

/** What a person writes to add an action. */
export interface NewAction {
	priority: Priority;
	text: string;
	responsibleRole: string;
	dueDate: CalendarDate | '';
}
