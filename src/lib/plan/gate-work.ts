import { addDays, type CalendarDate } from '#lib/assessment/calendar-date.ts';
import { departureOf } from '#lib/assessment/departure.ts';
import type { Gate } from '#lib/assessment/gates.ts';
import { levelsOf } from '#lib/assessment/reading.ts';
import type { Assessment } from '#lib/assessment/schema.ts';
import type { Action, ActionPlan } from '#lib/plan/action.ts';
import { suggestDueDate } from '#lib/plan/due-date.ts';
import { roleNames } from '#lib/plan/report/names.ts';
import { ownValue } from '#lib/questionnaire/own-value.ts';
import type { Indicator, Questionnaire, QuestionnaireText } from '#lib/questionnaire/schema.ts';

/** What a blocked gate still needs, who does it and by when. */
export interface GateWork {
	/** The lowest level at which the gate is ready: its label, and what it looks like for this indicator. */
	needed: { level: string; anchor: string };
	/** The action of the plan; absent while nobody has answered, since then there is no gap. */
	action?: Action;
	responsibleRole: string;
	/** The plan's date, but never after the day before departure; empty without either. */
	dueDate: CalendarDate | '';
	/** The plan's date where it is later than the gate allows. */
	plannedTooLate?: CalendarDate;
}

/** What gates are worked on with: the assessment and all that belongs to it. */
export interface GateSource {
	questionnaire: Questionnaire;
	text: QuestionnaireText;
	assessment: Pick<Assessment, 'assessedOn' | 'profile'>;
	plan: ActionPlan;
}

/** The work on one blocked gate (scoring specification, "Gates" and "Drafting the plan"). */
export function describeGateWork(source: GateSource, { indicator }: Pick<Gate, 'indicator'>): GateWork {
	const { questionnaire, text, assessment, plan } = source;
	const action = plan.actions.find(({ id }) => id === indicator.id);
	const departure = departureOf(questionnaire, assessment);
	const lastDay = departure && addDays(departure, -1);
	const planned =
		action?.dueDate ??
		suggestDueDate(
			{ priority: 'now', isBlockedGate: true, due: indicator.due },
			{ assessedOn: assessment.assessedOn, departure }
		);
	const isTooLate = lastDay !== undefined && lastDay < planned;
	return {
		needed: neededFor(questionnaire, text, indicator),
		...(action && { action }),
		responsibleRole: action?.responsibleRole.trim() ?? roleNames({ text }, indicator),
		dueDate: isTooLate || planned === '' ? (lastDay ?? '') : planned,
		...(isTooLate && planned !== '' && { plannedTooLate: planned })
	};
}

/** The gate's minimum; the highest level where the scale lacks it. */
function neededFor(
	questionnaire: Questionnaire,
	text: QuestionnaireText,
	indicator: Indicator
): GateWork['needed'] {
	const levels = levelsOf(questionnaire, indicator);
	const { id = '' } = levels.find((level) => level.id === indicator.gate?.minimum) ?? levels.at(-1) ?? {};
	return {
		level: ownValue(text.levels, id) ?? id,
		anchor: ownValue(ownValue(text.indicators, indicator.id)?.anchors ?? {}, id) ?? ''
	};
}
