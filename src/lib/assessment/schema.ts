import * as z from 'zod/mini';
import {
	calendarDate,
	dueDate,
	indicatorId,
	levelId,
	moment,
	version,
	words
} from '#lib/assessment/fields.ts';
import { MOST_ADDED, MOST_ANSWERS, MOST_IDS, MOST_SNAPSHOTS } from '#lib/assessment/limits.ts';
import { FILE_FORMAT_VERSION } from '#lib/assessment/migrate.ts';
import { questionCopies } from '#lib/assessment/question-record.ts';
import { groupOf, listOf } from '#lib/questionnaire/counted.ts';
import {
	questionnaireSchema,
	questionnaireTextSchema,
	slug,
	sourcesSchema
} from '#lib/questionnaire/schema.ts';

// The assessment: what one organisation answered. This is both what the device stores and the documented file
// format. Objects are loose: a field that a newer version wrote is carried along, never dropped.

const evidence = z.looseObject({
	/** Ids of the questionnaire's evidence lines that exist today. */
	ticked: listOf(z.string().check(z.maxLength(60)), MOST_IDS),
	/** Which document, where it is kept. No names, no cases. */
	text: words
});

const answer = z.looseObject({
	/** A level id of the indicator's scale, `unknown`, or `not-applicable` (which needs a reason). */
	level: z.optional(levelId),
	/** Why the indicator does not apply. */
	reason: z.optional(words),
	evidence: z.optional(evidence),
	note: z.optional(words),
	/** Marked to come back to. */
	review: z.optional(z.boolean()),
	/** When the answer was last changed. */
	changedAt: z.optional(moment)
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

function haveOwnIds(entries: { id: string }[]): boolean {
	return new Set(entries.map(({ id }) => id)).size === entries.length;
}

const planRecord = z.looseObject({
	/** Indicators that ever had an action in this plan: an action stays when its gap closes. */
	drafted: listOf(indicatorId, MOST_IDS),
	edits: groupOf(indicatorId, actionEdit, MOST_ANSWERS, 'changed actions'),
	/** Actions a person added. */
	added: listOf(addedAction, MOST_ADDED).check(
		z.refine(haveOwnIds, 'Two added actions have the same id. Give each an id of its own.')
	),
	/** Ids of actions in the order a person chose; the others follow in gap order. */
	order: listOf(indicatorId, MOST_IDS)
});

/** What an assessment and its dated copies both hold. */
const fields = {
	format: z.literal('child-safeguarding-assessment'),
	formatVersion: z.literal(FILE_FORMAT_VERSION),
	/** Random, known to this device only; a file may leave it out. */
	id: z.optional(z.string().check(z.minLength(1), z.maxLength(80))),
	/** What the organisation calls this assessment; may be empty. */
	label: z.optional(z.string().check(z.maxLength(120))),
	questionnaire: z.looseObject({
		id: slug.check(z.maxLength(60)),
		version,
		/** Of its structure and English texts: `sha256-` and hexadecimal digits. */
		hash: z.optional(
			z
				.string()
				.check(
					z.regex(/^sha256-[0-9a-f]{64}$/, 'Write "sha256-" and 64 hexadecimal digits, or leave it out.')
				)
		),
		/** Every indicator it had, so that one can say which are new in a later version. */
		indicators: z.optional(listOf(indicatorId, 2000))
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
	broughtBack: z.optional(listOf(indicatorId, MOST_IDS)),
	/** The day the due dates are counted from. */
	assessedOn: z.optional(calendarDate),
	/** Time of the last change, ISO 8601 in UTC. */
	changedAt: z.optional(moment),
	/** The indicator a person was last at. */
	place: z.optional(indicatorId),
	answers: groupOf(indicatorId, answer, MOST_ANSWERS, 'answers'),
	/** The questions as they were answered, by indicator. */
	questions: z.optional(questionCopies),
	plan: z.optional(planRecord),
	/** When the assessment was last kept in a file, and whether that file was read back and compared. */
	lastFile: z.optional(z.looseObject({ savedAt: moment, isChecked: z.boolean() })),
	/** In files only: what wrote the file. */
	app: z.optional(
		z.looseObject({ name: z.string().check(z.maxLength(120)), version: z.string().check(z.maxLength(120)) })
	)
};

const snapshot = z.looseObject({
	id: z.string().check(z.minLength(1), z.maxLength(80)),
	takenAt: moment,
	/** Before a review, at departure, on return, before the questions were changed, or anything else. */
	reason: z.enum(['review', 'departure', 'return', 'update', 'other']),
	note: words,
	/** The assessment as it was then. */
	assessment: z.looseObject(fields)
});

export const assessmentSchema = z.looseObject({
	...fields,
	/** Dated copies; nothing that happens to the assessment changes them. */
	snapshots: z.optional(
		listOf(snapshot, MOST_SNAPSHOTS).check(
			z.refine(haveOwnIds, 'Two copies have the same id. Give each an id of its own.')
		)
	),
	/** The questionnaire itself, when it is not one of the site's but was opened from a file. */
	ownQuestionnaire: z.optional(
		z.looseObject({
			openedAt: moment,
			language: z.string().check(z.maxLength(20)),
			questionnaire: questionnaireSchema,
			text: questionnaireTextSchema,
			/** The publications it names. */
			sources: z.optional(sourcesSchema)
		})
	)
});

export type Answer = z.infer<typeof answer>;
export type AnswerEvidence = z.infer<typeof evidence>;
export type ActionStatus = z.infer<typeof actionStatus>;
export type ActionEdit = z.infer<typeof actionEdit>;
export type AddedAction = z.infer<typeof addedAction>;
export type PlanRecord = z.infer<typeof planRecord>;
export type QuestionCopy = z.infer<typeof questionCopies>[string];
export type Snapshot = z.infer<typeof snapshot>;
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
	snapshots: Snapshot[];
}
