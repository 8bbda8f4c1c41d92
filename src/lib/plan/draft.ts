import { departureOf } from '#lib/assessment/departure.ts';
import type { CalendarDate } from '#lib/assessment/calendar-date.ts';
import { priorityOf, PRIORITIES, type Gap } from '#lib/assessment/gaps.ts';
import type { AddedAction, Assessment } from '#lib/assessment/schema.ts';
import { scoredById, type Score, type ScoredIndicator } from '#lib/assessment/score.ts';
import { EDITABLE_FIELDS, type Action, type ActionPlan } from '#lib/plan/action.ts';
import { suggestDueDate, type PlanDates } from '#lib/plan/due-date.ts';
import { ownValue } from '#lib/questionnaire/own-value.ts';
import type { Indicator, Questionnaire, QuestionnaireText } from '#lib/questionnaire/schema.ts';

/**
 * The plan: one action for each gap, the actions whose gap has closed, and those a person added.
 * Drafting starts from the gaps every time; what a person edited is laid over it, so it can never be lost
 * (scoring specification, "Drafting the plan").
 */
export function draftPlan(
	questionnaire: Questionnaire,
	text: QuestionnaireText,
	assessment: Assessment,
	score: Score,
	gaps: readonly Gap[]
): ActionPlan {
	const dueDateOf = dueDatesFrom({
		assessedOn: assessment.assessedOn,
		departure: departureOf(questionnaire, assessment)
	});
	const drafted = gaps.map((gap) => draftAction(gap, text, dueDateOf));
	const closed = closedGaps(questionnaire, assessment, score, gaps).map((subject): Action => ({
		...draftAction(subject, text, dueDateOf),
		status: 'gap-closed'
	}));
	const edited = [...drafted, ...closed].map((action) => layEditOver(action, assessment));
	const added = assessment.plan.added.map(showAdded);
	return { actions: inOrder([...edited, ...added], assessment.plan.order) };
}

/** What an action is drafted from: a gap, or an indicator whose gap has closed. */
type Subject = Pick<Action, 'priority' | 'isBlockedGate'> &
	Pick<ScoredIndicator, 'indicator' | 'standardId'> &
	Partial<Pick<ScoredIndicator, 'reading'>>;

/** The default action of an indicator, asking first to find out when nobody knows. */
function draftAction(
	subject: Subject,
	text: QuestionnaireText,
	dueDateOf: (subject: Subject) => CalendarDate
): Action {
	const { indicator, standardId, reading, priority, isBlockedGate } = subject;
	const action = ownValue(text.indicators, indicator.id)?.action ?? '';
	const isUnknown = reading?.kind === 'scored' && reading.level === undefined;
	return {
		id: indicator.id,
		indicator,
		standardId,
		...(reading && { reading }),
		priority,
		isBlockedGate,
		text: isUnknown ? text.findOutFirst.replace('{action}', () => action) : action,
		responsibleRole: rolesOf(indicator, text),
		dueDate: dueDateOf(subject),
		status: 'to-do',
		resources: '',
		proof: '',
		note: '',
		edited: []
	};
}

/** Suggested due dates. Gaps of one kind share theirs, and even a long plan has few kinds. */
function dueDatesFrom(dates: PlanDates): (subject: Subject) => CalendarDate {
	const known = new Map<string, CalendarDate>();
	return ({ indicator: { due }, priority, isBlockedGate }) => {
		const kind = `${priority} ${isBlockedGate} ${due}`;
		const date = known.get(kind) ?? suggestDueDate({ priority, isBlockedGate, due }, dates);
		known.set(kind, date);
		return date;
	};
}

/** An action a person added. Field by field: what else a file holds in it must not pass for an indicator. */
function showAdded(added: AddedAction): Action {
	const { id, priority, text, responsibleRole, dueDate, status, resources, proof, note } = added;
	return {
		id,
		priority,
		isBlockedGate: false,
		text,
		responsibleRole,
		dueDate,
		status,
		resources,
		proof,
		note,
		edited: EDITABLE_FIELDS
	};
}

/** Names of an indicator's responsible roles: the first acts, the others check or share. */
function rolesOf(indicator: Indicator, text: QuestionnaireText): string {
	return indicator.responsibleRoles.map((role) => ownValue(text.roles, role) ?? role).join(' / ');
}

/** Indicators that had an action and have no gap any longer, in questionnaire order. */
function closedGaps(
	questionnaire: Questionnaire,
	{ plan }: Assessment,
	score: Score,
	gaps: readonly Gap[]
): Subject[] {
	const earlier = new Set([...plan.drafted, ...Object.keys(plan.edits)]);
	if (earlier.size === 0) return [];
	const open = new Set(gaps.map(({ indicator }) => indicator.id));
	const scored = scoredById(score);
	return questionnaire.standards.flatMap((standard) =>
		standard.indicators
			.filter(({ id }) => earlier.has(id) && !open.has(id))
			.map((indicator) => ({
				...scored.get(indicator.id),
				indicator,
				standardId: standard.id,
				priority: priorityOf(indicator),
				isBlockedGate: false
			}))
	);
}

/** The action with what a person changed. A closed gap stays closed whatever status was set before. */
function layEditOver(action: Action, assessment: Assessment): Action {
	const edit = ownValue(assessment.plan.edits, action.id);
	if (edit === undefined) return action;
	const edited = EDITABLE_FIELDS.filter((field) => edit[field] !== undefined);
	const changes = Object.fromEntries(edited.map((field) => [field, edit[field]]));
	return {
		...action,
		...changes,
		status: action.status === 'gap-closed' ? 'gap-closed' : (edit.status ?? action.status),
		edited
	};
}

/** By priority; closed gaps after all others; inside a priority as the person ordered, then in gap order. */
function inOrder(actions: Action[], order: readonly string[]): Action[] {
	const place = new Map(order.map((id, index) => [id, index]));
	const group = ({ status, priority }: Action): number =>
		status === 'gap-closed' ? PRIORITIES.length : PRIORITIES.indexOf(priority);
	const rank = ({ id }: Action): number => place.get(id) ?? order.length;
	return [...actions].sort((a, b) => group(a) - group(b) || rank(a) - rank(b));
}
