import * as z from 'zod/mini';
import { groupOf, listOf } from '#lib/questionnaire/counted.ts';

// The shape of a questionnaire: structure (language-free) and texts (one file per language).
// zod/mini because these schemas may travel to a phone; the shipped questionnaires are checked at build time.
// Messages and descriptions are read by people who write questionnaires: plain sentences with the remedy.

// Far more than any questionnaire needs. A file from elsewhere must not keep a phone busy with comparing lists.
const MOST_CHOICES = 50;
const MOST_PARTS = 200;
const MOST_INDICATORS = 5000;
const MOST_SOURCES = 1000;

/** Lowercase name of a standard, a level, a role, an evidence line … */
export const slug = z.string().check(
	z.maxLength(60),
	z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
		error:
			'An id has only small letters a to z, digits and single hyphens, for example "dated-policy". Correct it.'
	})
);
/** Dotted id of an indicator, for example `icss.policy.1`. It never changes: answers are stored under it. */
export const indicatorId = z.string().check(
	z.maxLength(80),
	z.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, {
		error: 'The id of an indicator has parts joined by dots, for example "icss.policy.1". Correct it.'
	}),
	z.describe('Dotted id, for example icss.policy.1. It never changes: answers are stored under it.')
);
export const schemaPlace = z.optional(
	z.string().check(z.maxLength(200), z.describe('Place of the JSON Schema, so that an editor can help.'))
);

/** A text that people read: not blank, at most so many characters. */
export const text = (longest: number, description: string) =>
	z
		.string()
		.check(
			z.regex(/\S/, { error: 'This text is empty. Write it.' }),
			z.maxLength(longest),
			z.describe(description)
		);

export const languageCode = z.string().check(
	z.regex(/^[a-z]{2,3}(-[A-Z][A-Za-z]{1,8})?$/, {
		error: 'A language code looks like "en" or "pt-BR". Correct it.'
	})
);

const level = z
	.strictObject({ id: slug, value: z.number().check(z.gte(0), z.lte(1)) })
	.check(z.describe('One level. The first value is 0, the last 1, each higher than the one before.'));

const condition = z
	.strictObject({ question: slug, is: z.array(slug).check(z.minLength(1), z.maxLength(MOST_CHOICES)) })
	.check(
		z.describe('The indicator applies when the profile question has one of these answers, or no answer yet.')
	);

const reference = z
	.strictObject({
		source: slug.check(z.describe('Id of an entry in questionnaires/sources.json.')),
		item: z.optional(
			slug.check(
				z.describe('When the source is a framework: its item, by its id in questionnaires/frameworks.json.')
			)
		),
		strength: z.enum(['primary', 'supporting']),
		verified: z
			.boolean()
			.check(z.describe('True when the cited point was read in the source itself or in a copy of it.'))
	})
	.check(z.describe('Where an indicator comes from.'));

const provenanceStatus = z
	.enum([
		'standard-text-seen',
		'kcs-material-seen',
		'older-or-neighbour-tool',
		'recalled-not-verified',
		'proposal'
	])
	.check(z.describe('How well the origin of the indicator is known.'));

const indicator = z.strictObject({
	id: indicatorId,
	weight: z
		.enum(['critical', 'major', 'minor'])
		.check(z.describe('How much the indicator counts: 3, 2 or 1.')),
	scale: slug.check(z.describe("Name of one of the questionnaire's level scales.")),
	group: z.optional(
		slug.check(z.describe('One of the groups of the questionnaire, for example a phase or a section.'))
	),
	basis: z.optional(
		z
			.enum(['binding', 'policy', 'good-practice'])
			.check(
				z.describe(
					'binding: a duty that was accepted; policy: asked for by a policy of the UN or of a framework; good-practice: neither.'
				)
			)
	),
	appliesIf: z.optional(
		z
			.array(condition)
			.check(
				z.minLength(1),
				z.maxLength(MOST_CHOICES),
				z.describe('The indicator applies when every one of these conditions holds.')
			)
	),
	practiceFrom: z.optional(
		slug.check(
			z.describe(
				'The stage from which the highest level can be shown. Before it the question asks what is prepared.'
			)
		)
	),
	deadlines: z.optional(
		z
			.array(slug)
			.check(z.minLength(1), z.maxLength(MOST_CHOICES), z.describe('Time limits that the texts name, by id.'))
	),
	terms: z.optional(
		z
			.array(slug)
			.check(
				z.minLength(1),
				z.maxLength(5),
				z.describe('Words of the glossary that the question uses, by id.')
			)
	),
	gate: z.optional(
		z
			.strictObject({ minimum: slug })
			.check(z.describe('A condition for departure: blocked below the minimum level.'))
	),
	due: z.optional(
		z.string().check(
			z.regex(/^D(0|\+[1-9]\d{0,2})$/, {
				error: 'A due code is "D0" or, for example, "D+7". Correct it.'
			}),
			z.describe('Due date counted from departure: D0 is the day before departure, D+7 seven days after it.')
		)
	),
	evidence: z
		.array(slug)
		.check(z.minLength(1), z.maxLength(8), z.describe('Ids of the lines of evidence one could point to.')),
	responsibleRoles: z
		.array(slug)
		.check(
			z.minLength(1),
			z.maxLength(3),
			z.describe('Roles for the default action: the first acts, the others check or share. Never a person.')
		),
	references: z.array(reference).check(z.maxLength(MOST_CHOICES)),
	provenance: provenanceStatus
});

const profileQuestion = z
	.strictObject({
		id: slug,
		kind: z
			.enum(['yes-no', 'several', 'stage', 'departure-date'])
			.check(
				z.describe(
					'yes-no; several: any of the options; stage: one of the options, which stand in order of time; departure-date: a day.'
				)
			),
		options: z.optional(z.array(slug).check(z.minLength(2), z.maxLength(MOST_CHOICES)))
	})
	.check(z.describe('A question about the organisation that decides which indicators apply.'));

const deadline = z
	.strictObject({
		id: slug,
		amount: z.int().check(z.gte(1), z.lte(1000)),
		unit: z.enum(['working-days', 'days', 'months']),
		limit: z.enum(['target', 'outer-limit']),
		source: slug.check(z.describe('Id of an entry in questionnaires/sources.json.')),
		verified: z
			.boolean()
			.check(z.describe('True when the time limit was read in the source itself or in a copy of it.'))
	})
	.check(z.describe('A time limit that somebody else set. Texts name it as {deadline:id}.'));

const standard = z.strictObject({
	id: slug,
	indicators: listOf(indicator, MOST_INDICATORS, 1)
});

export const questionnaireSchema = z
	.strictObject({
		$schema: schemaPlace,
		format: z.literal('child-safeguarding-questionnaire'),
		formatVersion: z.literal(1),
		id: slug,
		version: z.string().check(
			z.regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/, {
				error: 'A version is three numbers joined by dots, for example "0.1.0". Correct it.'
			})
		),
		scales: z
			.record(slug, z.array(level).check(z.minLength(2), z.maxLength(MOST_CHOICES)))
			.check(z.describe('Level scales, by name.')),
		profile: z
			.array(profileQuestion)
			.check(
				z.maxLength(MOST_PARTS),
				z.describe('Questions about the organisation that decide which indicators apply.')
			),
		groups: z.optional(
			z
				.array(z.strictObject({ id: slug }))
				.check(
					z.minLength(2),
					z.maxLength(MOST_PARTS),
					z.describe('A second order of the indicators, such as phases or sections.')
				)
		),
		arrangedBy: z.optional(
			z
				.enum(['standard', 'group'])
				.check(
					z.describe('What the questions are answered by; without it by standard. Scores are by standard.')
				)
		),
		targetAtDeparture: z.optional(
			slug.check(z.describe('The level that can be reached before departure; said beside the score.'))
		),
		deadlines: z.optional(z.array(deadline).check(z.maxLength(MOST_PARTS))),
		merged: z.optional(
			z
				.record(indicatorId, indicatorId)
				.check(z.describe('Ids that are no longer used, and the indicator that asks the same now.'))
		),
		shortForms: z
			.array(
				z.strictObject({
					id: slug,
					indicators: z.array(indicatorId).check(z.minLength(1), z.maxLength(MOST_INDICATORS))
				})
			)
			.check(z.maxLength(MOST_PARTS), z.describe('Named subsets for people with little time.')),
		standards: listOf(standard, MOST_PARTS, 1)
	})
	.check(z.describe('Structure of a questionnaire, without any text that depends on a language.'));

const indicatorText = z.strictObject({
	name: text(45, 'Names the indicator in lists, gaps and the plan.'),
	question: text(200, 'The question. It asks one thing.'),
	prepared: z.optional(
		text(200, 'The same question before the stage from which it can be shown: what is prepared?')
	),
	requirement: text(400, 'What is asked for, in our own words.'),
	why: text(300, 'Why we ask: what it means for a child.'),
	weightReason: text(300, 'Why the indicator weighs what it weighs.'),
	anchors: z.record(slug, text(400, 'What this level looks like.')),
	evidence: z.record(slug, text(160, 'What one could show. Never anything with the name of a person in it.')),
	action: text(500, 'The default action that closes the gap, with its own safety condition.'),
	places: z.optional(z.record(slug, text(160, 'Where in this source the point stands.')))
});

const named = z.strictObject({
	name: text(60, 'Name.'),
	summary: text(240, 'One sentence that says what it is about.')
});

export const questionnaireTextSchema = z
	.strictObject({
		$schema: schemaPlace,
		questionnaire: slug.check(z.describe('Id of the questionnaire these texts belong to.')),
		language: languageCode,
		title: text(80, 'Title of the questionnaire.'),
		summary: text(300, 'What the questionnaire asks about, and for whom it is.'),
		claim: text(400, 'What the questionnaire is and is not; shown wherever a result is shown.'),
		answerRule: text(200, 'Stands on every question.'),
		findOutFirst: text(200, 'Text of the action of a gap nobody could answer.').check(
			z.regex(/\{action\}/, {
				error: 'The mark {action} is missing. Write it where the default action shall stand.'
			})
		),
		levels: z.record(slug, text(40, 'Label of this level.')),
		standards: z.record(slug, named),
		profile: z.record(
			slug,
			z.strictObject({
				question: text(200, 'Question about the organisation.'),
				help: z.optional(text(240, 'Who or what is meant.')),
				options: z.optional(z.record(slug, text(120, 'An answer to choose.')))
			})
		),
		groupsName: z.optional(text(60, 'What the groups are, for example "Phases".')),
		groups: z.optional(z.record(slug, named)),
		deadlines: z.optional(
			z.record(
				slug,
				z.strictObject({
					span: text(40, 'The time, for example "5 working days".'),
					purpose: text(160, 'What the time is for.')
				})
			)
		),
		shortForms: z.record(slug, named),
		roles: z.record(slug, text(80, 'Name of this role. Never a person.')),
		provenance: z.record(slug, text(300, 'What this provenance says to the reader.')),
		indicators: groupOf(indicatorId, indicatorText, MOST_INDICATORS, 'indicators')
	})
	.check(z.describe('Every text of one questionnaire that people read, in one language.'));

const source = z.strictObject({
	id: slug,
	title: text(200, 'Title of the publication.'),
	publisher: text(120, 'Who published it.'),
	edition: z.nullable(text(80, 'Edition or date.')),
	url: z.nullable(
		z.string().check(
			z.maxLength(400),
			z.regex(/^https:\/\/\S+$/, {
				error: 'An address starts with https:// and has no spaces. Correct it.'
			})
		)
	),
	kind: slug,
	verified: z
		.enum(['primary', 'secondary', 'not-verified'])
		.check(
			z.describe('primary: read in its own text or a copy; secondary: read about; not-verified: not read.')
		),
	note: z.string().check(z.maxLength(400), z.describe('What was not read or needs a check; may be empty.'))
});

export const sourcesSchema = listOf(source, MOST_SOURCES).check(
	z.describe('The publications that the indicators of all questionnaires refer to.')
);

export type Questionnaire = z.infer<typeof questionnaireSchema>;
export type Indicator = z.infer<typeof indicator>;
export type Level = z.infer<typeof level>;
export type Condition = z.infer<typeof condition>;
export type Reference = z.infer<typeof reference>;
export type ProfileQuestion = z.infer<typeof profileQuestion>;
export type Deadline = z.infer<typeof deadline>;
export type Basis = NonNullable<Indicator['basis']>;
export type Weight = Indicator['weight'];
export type QuestionnaireText = z.infer<typeof questionnaireTextSchema>;
export type IndicatorText = z.infer<typeof indicatorText>;
export type Source = z.infer<typeof source>;
