import type { Action } from '#lib/plan/action.ts';
import type { MarkName } from '#lib/ui/marks.ts';

/** The square that stands beside the word of an action's status. */
export const STATUS_MARKS: Readonly<Record<Action['status'], MarkName>> = {
	'to-do': 'box-empty',
	'in-progress': 'box-half',
	done: 'box-done',
	'gap-closed': 'box-closed'
};
