import * as z from 'zod/mini';
import { indicatorId, languageCode, schemaPlace, slug, text } from '#lib/questionnaire/schema.ts';

// The shape of frameworks.json (language-free) and of its texts (one file per language): sets of requirements by
// other bodies, which the references of indicators name, and the themes that are compared across them.

const item = z.strictObject({
	id: slug,
	verified: z.boolean().check(z.describe('True when the title of the item was read in a source.'))
});

const framework = z
	.strictObject({
		id: slug.check(z.describe('The id of its publication in questionnaires/sources.json.')),
		verified: z
			.boolean()
			.check(z.describe('True when its name and its list of items were read in a source.')),
		items: z.array(item).check(z.minLength(1))
	})
	.check(z.describe('A set of requirements by another body. References name its items.'));

const theme = z
	.strictObject({
		id: slug,
		verified: z.boolean().check(z.describe('True when a specialist has confirmed what the theme matches.')),
		indicators: z
			.array(indicatorId)
			.check(z.minLength(1), z.describe('Indicators that ask about the theme.')),
		items: z
			.array(
				z.strictObject({
					framework: slug,
					item: slug,
					weak: z.optional(z.literal(true)).check(z.describe('The item covers the theme only in small part.'))
				})
			)
			.check(z.describe('Items that cover the theme. A framework without one has no clear match.'))
	})
	.check(z.describe('A topic of child safeguarding that is compared across the frameworks.'));

export const frameworksSchema = z
	.strictObject({
		$schema: schemaPlace,
		frameworks: z.array(framework).check(z.minLength(1)),
		themes: z.array(theme)
	})
	.check(z.describe('The frameworks of other bodies and what they cover, without any text.'));

const frameworkText = z.strictObject({
	title: text(100, 'Name of the framework.'),
	edition: text(80, 'Edition or date.'),
	note: text(400, 'What it covers, and what of it was not read.'),
	reading: text(160, 'How its view is read, and what it never means.')
});

const itemText = z.strictObject({
	title: text(120, 'Short title of the item, in our own words where its text was not read.'),
	note: z.optional(text(200, 'What of the item was not read, or where it is known from.'))
});

export const frameworksTextSchema = z
	.strictObject({
		$schema: schemaPlace,
		language: languageCode,
		status: text(160, 'What the whole mapping is: shown above every view.'),
		frameworks: z.record(slug, frameworkText),
		items: z.record(slug, z.record(slug, itemText)).check(z.describe('By framework, then by item.')),
		themes: z.record(slug, z.strictObject({ title: text(60, 'Name of the theme.') }))
	})
	.check(z.describe('Every text on the frameworks that people read, in one language.'));

export type Frameworks = z.infer<typeof frameworksSchema>;
export type Framework = Frameworks['frameworks'][number];
export type Theme = Frameworks['themes'][number];
export type FrameworksText = z.infer<typeof frameworksTextSchema>;
