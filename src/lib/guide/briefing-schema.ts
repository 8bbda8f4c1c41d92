import * as z from 'zod/mini';
import { languageCode, slug, text } from '#lib/questionnaire/schema.ts';

/** verified: read in the source itself or a copy; reported: a second-hand source says so; not-verified: neither. */
const status = z.enum(['verified', 'reported', 'not-verified']);
const year = z.int().check(z.gte(1990), z.lte(2100));
const amount = z.number().check(z.gte(0));
const percent = z.number().check(z.gte(0), z.lte(100));
const unit = z.enum(['allegations', 'claims', 'children', 'percent', 'working-days', 'days', 'us-dollars']);
/** Ids of entries in `sources.json`. */
const sources = z.array(slug);

const head = {
	id: slug,
	status,
	/** A year, a month or a day. */
	asAt: z.string().check(
		z.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, {
			error: 'A date looks like 2024, 2024-12 or 2024-12-31. Correct it.'
		})
	)
};

const seriesYear = z.strictObject({
	year,
	status,
	/** What the sources named together give; more than one reading where sources differ. */
	readings: z
		.array(z.strictObject({ values: z.array(amount).check(z.minLength(1)), sources }))
		.check(z.minLength(1))
});

const peopleYear = z.strictObject({
	year,
	status,
	sources,
	total: amount,
	/** Either numbers or shares of the total, as the source has them. */
	adults: z.optional(amount),
	children: z.optional(amount),
	adultsPercent: z.optional(percent),
	childrenPercent: z.optional(percent),
	/** What a later source gives instead. */
	later: z.optional(z.strictObject({ total: amount, sources }))
});

const figure = z.discriminatedUnion('kind', [
	z.strictObject({
		...head,
		kind: z.literal('series'),
		unit,
		years: z.array(seriesYear).check(z.minLength(1)),
		/** The source that says what is counted. */
		countingRule: z.optional(slug)
	}),
	z.strictObject({
		...head,
		kind: z.literal('victims'),
		years: z.array(peopleYear).check(z.minLength(1))
	}),
	z.strictObject({
		...head,
		kind: z.literal('number'),
		unit,
		sources,
		value: amount,
		bound: z.enum(['exact', 'about', 'almost', 'over', 'under']),
		/** The figure of which this is a share in percent: both are drawn together. */
		partOf: z.optional(slug)
	}),
	z.strictObject({
		...head,
		kind: z.literal('split'),
		unit,
		sources,
		total: amount,
		parts: z
			.array(
				z.strictObject({
					id: slug,
					value: amount,
					/** Our own subtraction. */
					computed: z.optional(z.literal(true))
				})
			)
			.check(z.minLength(2))
	})
]);

const change = z.strictObject({ id: slug, year, status, sources });

export const briefingSchema = z.strictObject({
	figures: z.array(figure).check(z.minLength(1)),
	fiveSteps: z.strictObject({ steps: z.array(slug).check(z.minLength(5), z.maxLength(5)), source: slug }),
	changes: z.array(change).check(z.minLength(1))
});

export const briefingTextSchema = z.strictObject({
	language: languageCode,
	title: text(80, 'Title of the page.'),
	why: z.array(text(400, 'Why this matters.')).check(z.minLength(1)),
	figures: z.record(
		slug,
		z.strictObject({
			title: text(80, 'What the figure says, in a few words.'),
			caption: text(200, 'What exactly was counted, and when.'),
			reading: text(200, 'What it shows, and what it does not show.'),
			note: z.optional(text(600, 'What one must know to use it.')),
			parts: z.optional(z.record(slug, text(80, 'Name of this part.')))
		})
	),
	fiveSteps: z.record(
		slug,
		z.strictObject({ name: text(60, 'Name of the step.'), text: text(300, 'What one does.') })
	),
	changes: z.record(slug, text(300, 'What changed.')),
	notSaid: text(200, 'What the figures do not say; stands beside them.')
});

export type Briefing = z.infer<typeof briefingSchema>;
export type BriefingText = z.infer<typeof briefingTextSchema>;
export type Figure = z.infer<typeof figure>;
export type FigureText = BriefingText['figures'][string];
export type FigureStatus = z.infer<typeof status>;
export type SeriesYear = z.infer<typeof seriesYear>;
export type PeopleYear = z.infer<typeof peopleYear>;
export type Change = z.infer<typeof change>;
