import type { I18n } from '#lib/i18n/i18n.svelte.ts';
import type { Action } from '#lib/plan/action.ts';
import { addAction, editAction, keepDrafted, moveAction, removeAction, resetAction } from '#lib/plan/edit.ts';
import { ownValue } from '#lib/questionnaire/own-value.ts';
import { newId } from '#lib/session/clock.ts';
import { planning } from '#lib/session/planning.svelte.ts';
import { session } from '#lib/session/session.svelte.ts';
import { standing } from '#lib/session/standing.svelte.ts';
import type { NewAction, PlanView } from '#lib/ui/plan-view.ts';

/** What a person does to the plan on this page, what is said about it, and what of it can be taken back. */
export class PlanChanges implements Pick<PlanView, 'nameOf' | 'edit' | 'reset' | 'remove' | 'move'> {
	/** What a screen reader hears of a change that the eye sees. */
	announcement = $state('');
	/** The change that `session.undo` would take back, when it was made here. */
	#last = $state.raw<{ message: string; id: string }>();
	readonly #t: I18n['t'];

	constructor(t: I18n['t']) {
		this.#t = t;
	}

	/** The last change and the action it changed, while it can be taken back. */
	get undoable() {
		return session.undo?.of === 'plan' ? this.#last : undefined;
	}

	/** An action stays in the plan when its gap closes, so the plan remembers each gap it has shown. */
	keepShown(): void {
		const ids = standing.gaps.map(({ indicator }) => indicator.id);
		if (keepDrafted(session.assessment, ids) === session.assessment) return;
		session.change((assessment) => keepDrafted(assessment, ids));
	}

	readonly nameOf: PlanView['nameOf'] = ({ indicator, text }) => {
		if (indicator) return session.text.indicators[indicator.id]?.name ?? indicator.id;
		return text.trim() || this.#t('plan.addTitle');
	};

	readonly edit: PlanView['edit'] = (id, change) => {
		session.change((assessment) => editAction(assessment, id, change));
	};

	readonly move: PlanView['move'] = (id, by) => {
		// the plan as it is now: the change is applied again when it is stored, and must not move twice
		const { plan } = planning;
		session.change((assessment) => moveAction(assessment, plan, id, by));
		const { actions } = planning.plan;
		const moved = actions.find((action) => action.id === id);
		if (moved === undefined) return;
		const group = actions.filter((action) => groupOf(action) === groupOf(moved));
		this.announcement = this.#t('plan.moved', {
			name: this.nameOf(moved),
			place: group.indexOf(moved) + 1,
			count: group.length
		});
	};

	readonly reset: PlanView['reset'] = ({ id }) => {
		const edit = ownValue(session.assessment.plan.edits, id);
		if (edit === undefined) return;
		session.change((assessment) => resetAction(assessment, id));
		session.undo = {
			of: 'plan',
			change: (assessment) => ({
				...assessment,
				plan: { ...assessment.plan, edits: { ...assessment.plan.edits, [id]: edit } }
			})
		};
		this.#last = { message: this.#t('plan.wasReset'), id };
	};

	readonly remove: PlanView['remove'] = ({ id }) => {
		const removed = session.assessment.plan.added.find((action) => action.id === id);
		if (removed === undefined) return;
		session.change((assessment) => removeAction(assessment, id));
		session.undo = { of: 'plan', change: (assessment) => addAction(assessment, removed) };
		this.#last = { message: this.#t('plan.wasDeleted'), id };
	};

	/** Adds an action of the person's own. @returns its id */
	add(action: NewAction): string {
		const id = newId();
		session.change((assessment) =>
			addAction(assessment, { ...action, id, status: 'to-do', resources: '', proof: '', note: '' })
		);
		this.announcement = this.#t('plan.wasAdded', { priority: this.#t(`priority.${action.priority}`) });
		return id;
	}
}

/** The part of the page an action stands in. */
export function groupOf({ status, priority }: Action): Action['priority'] | 'closed' {
	return status === 'gap-closed' ? 'closed' : priority;
}
