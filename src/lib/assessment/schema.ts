import * as z from 'zod/mini';
import { isCalendarDate } from '#lib/assessment/calendar-date.ts';

// The assessment: what one organisation answered. This is both what the device stores and the documented file
// format. Objects are loose: a field that a newer version wrote is carried along, never dropped.

const WRITE_A_DAY = 'Write a day that exists, such as 2026-03-31.';

/** A day without time or zone, `YYYY-MM-DD`. A text of the wrong form is reported once, so the first check ends it. */
const calendarDate = z
	.string()
	.check(
		z.regex(/^[12]\d{3}-\d\d-\d\d$/, { abort: true, error: `This is no date. ${WRITE_A_DAY}` }),
		z.refine(isCalendarDate, `This day does not exist. ${WRITE_A_DAY}`)
	);
/** A due date; empty when a person removed it. */
const dueDate = z.union([calendarDate, z.literal('')], `This is no date. ${WRITE_A_DAY} Or leave it empty.`);
const WRITE_A_MOMENT = 'Write a moment that exists, such as 2026-03-01T09:30:00.000Z.';

/** A moment in UTC, as ISO 8601. */
const moment = z.string().check(
	z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/, {
		abort: true,
		error: `This is no moment in UTC. ${WRITE_A_MOMENT}`
	}),
	z.refine((text) => !Number.isNaN(Date.parse(text)), `This moment does not exist. ${WRITE_A_MOMENT}`)
);
const words = z.string().check(z.maxLength(5000));

const evidence = z.looseObject({
	/** Ids of the questionnaire's evidence lines that exist today. */
	ticked: z.array(z.string().check(z.maxLength(60))),
	/** Which document, where it is kept. No names, no cases. */
	text: words
});

const answer = z.looseObject({
	/** A level id of the indicator's scale, `unknown`, or `not-applicable` (which needs a reason). */
	level: z.optional(z.string().check(z.maxLength(60))),
	/** Why the indicator does not apply. */
	reason: z.optional(words),
	evidence: z.optional(evidence),
	note: z.optional(words),
	/** Marked to come back to. */
	review: z.optional(z.boolean())
});

const actionStatus = z.enum(['to-do', 'in-progress', 'done']);

/** What a person changed in one drafted action; a field that is absent follows the draft. */
const actionEdit = z.looseObject({
	text: z.optional(words),
	/** A role, never a person's name. */
	responsibleRole: z.optional(words),
	dueDate: z.optional(dueDate),
	status: z.optional(actionStatus),
	resources: z.optional(words),
	proof: z.optional(words),
	note: z.optional(words)
});

const addedAction = z.looseObject({
	/** Without a dot, so that it can never be an indicator's id: each line of the plan has an id of its own. */
	id: z
		.string()
		.check(
			z.regex(/^[A-Za-z0-9-]+$/, 'Write this id with letters, digits and hyphens only.'),
			z.maxLength(80)
		),
	priority: z.enum(['now', 'next', 'later']),
	text: words,
	responsibleRole: words,
	dueDate,
	status: actionStatus,
	resources: words,
	proof: words,
	note: words
});

function haveOwnIds(actions: { id: string }[]): boolean {
	return new Set(actions.map(({ id }) => id)).size === actions.length;
}

const planRecord = z.looseObject({
	/** Indicators that ever had an action in this plan: an action stays when its gap closes. */
	drafted: z.array(z.string().check(z.maxLength(80))),
	edits: z.record(z.string().check(z.maxLength(80)), actionEdit),
	/** Actions a person added. */
	added: z
		.array(addedAction)
		.check(z.refine(haveOwnIds, 'Two added actions have the same id. Give each an id of its own.')),
	/** Ids of actions in the order a person chose; the others follow in gap order. */
	order: z.array(z.string().check(z.maxLength(80)))
});

export const assessmentSchema = z.looseObject({
	format: z.literal('child-safeguarding-assessment'),
	formatVersion: z.literal(1),
	/** Random, known to this device only; a file may leave it out. */
	id: z.optional(z.string().check(z.minLength(1), z.maxLength(80))),
	/** What the organisation calls this assessment; may be empty. */
	label: z.optional(z.string().check(z.maxLength(120))),
	questionnaire: z.looseObject({
		id: z.string().check(z.minLength(1), z.maxLength(60)),
		version: z.string().check(z.minLength(1), z.maxLength(40))
	}),
	/** `full`, or the id of a short form. */
	form: z.optional(z.string().check(z.maxLength(60))),
	/** Answers to the profile questions: `yes`, `no`, an option, several options, or a day. */
	profile: z.record(
		z.string().check(z.maxLength(60)),
		z.union(
			[z.string().check(z.maxLength(60)), z.array(z.string().check(z.maxLength(60))).check(z.maxLength(100))],
			'Write an answer in quotation marks, or several of them as a list of at most 100.'
		)
	),
	/** Indicators that the profile takes out and a person wants to be asked all the same. */
	broughtBack: z.optional(z.array(z.string().check(z.maxLength(80)))),
	/** The day the due dates are counted from. */
	assessedOn: z.optional(calendarDate),
	/** Time of the last change, ISO 8601 in UTC. */
	changedAt: z.optional(moment),
	/** The indicator a person was last at. */
	place: z.optional(z.string().check(z.maxLength(80))),
	answers: z.record(z.string().check(z.maxLength(80)), answer),
	plan: z.optional(planRecord)
});

export type Answer = z.infer<typeof answer>;
export type AnswerEvidence = z.infer<typeof evidence>;
export type ActionStatus = z.infer<typeof actionStatus>;
export type ActionEdit = z.infer<typeof actionEdit>;
export type AddedAction = z.infer<typeof addedAction>;
export type PlanRecord = z.infer<typeof planRecord>;
/** An assessment as a file may hold it: some fields may be missing. */
export type AssessmentFile = z.infer<typeof assessmentSchema>;
/** An assessment in use: every field is there. */
export interface Assessment extends AssessmentFile {
	id: string;
	label: string;
	form: string;
	assessedOn: string;
	changedAt: string;
	plan: PlanRecord;
}
