import * as z from 'zod/mini';
import { isReportAddress } from '#lib/guide/report-hosts.ts';
import { compareIds } from '#lib/questionnaire/compare-ids.ts';
import { parseWith } from '#lib/questionnaire/parse-with.ts';
import { findRepeatedIds } from '#lib/questionnaire/repeated-ids.ts';
import type { Problem, Result } from '#lib/questionnaire/result.ts';
import { languageCode, slug, text } from '#lib/questionnaire/schema.ts';

const channel = z.strictObject({
	id: slug,
	url: z.string().check(
		z.refine(isReportAddress, {
			error:
				'This address is not on the list of hosts in src/lib/guide/report-hosts.ts. Correct it, or have the list changed.'
		})
	)
});

const helpSchema = z.strictObject({
	/** The day on which somebody opened every address. */
	checkedOn: z.nullable(
		z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'A day looks like 2026-11-21. Correct it.' }))
	),
	groups: z.array(z.strictObject({ id: slug, channels: z.array(channel).check(z.minLength(1)) }))
});

const helpTextSchema = z.strictObject({
	language: languageCode,
	firstLine: text(200, 'What to do if a child is in danger now.'),
	danger: text(400, 'What else to do then.'),
	notAChannel: text(300, 'That the tool receives and sends nothing.'),
	beforeYouReport: z.array(text(200, 'What to do or not to do before a report.')).check(z.minLength(1)),
	addresses: z.strictObject({
		unchecked: text(200, 'Stands while the addresses have not been opened and checked.'),
		note: text(300, 'What comes before these addresses, and why there are no numbers.'),
		lookAlikes: text(300, 'Warning of copies under other names.'),
		leaving: text(300, 'What it means to follow a link.')
	}),
	groups: z.record(slug, text(80, 'Heading of this group of channels.')),
	channels: z.record(
		slug,
		z.strictObject({
			name: text(100, 'Name of the channel.'),
			for: text(200, 'For whom it is.'),
			note: z.optional(text(200, 'What one must know before using it.'))
		})
	),
	national: z.strictObject({
		intro: text(300, 'That each country has channels of its own.'),
		roles: z.array(text(80, 'A role, never a person.')).check(z.minLength(1)),
		note: text(200, 'What to find out about them.')
	})
});

export type Help = z.infer<typeof helpSchema>;
export type HelpText = z.infer<typeof helpTextSchema>;

/**
 * Checks the channels of the page "Get help": each leads to a host on the list.
 * @param raw content of `help.json`
 */
export function parseHelp(raw: unknown): Result<Help> {
	return parseWith(raw, helpSchema, ({ groups }) => [
		...findRepeatedIds(
			groups.map(({ id }) => id),
			(index) => `groups.${index}.id`
		),
		...findRepeatedIds(
			groups.flatMap(({ channels }) => channels.map(({ id }) => id)),
			() => 'groups'
		)
	]);
}

/**
 * Checks the texts of one language: nothing missing, nothing left over, no telephone number.
 * @param raw content of a file such as `help.en.json`
 * @param help the checked channels
 */
export function parseHelpText(raw: unknown, { groups }: Help): Result<HelpText> {
	return parseWith(raw, helpTextSchema, (texts) => [
		...compareIds(
			'group',
			groups.map(({ id }) => id),
			texts.groups,
			'groups',
			'list of channels'
		),
		...compareIds(
			'channel',
			groups.flatMap(({ channels }) => channels.map(({ id }) => id)),
			texts.channels,
			'channels',
			'list of channels'
		),
		...findTelephoneNumbers(texts, '')
	]);
}

/** Numbers of missions that have closed still stand on many pages: here none may stand at all. */
function findTelephoneNumbers(value: unknown, path: string): Problem[] {
	if (typeof value === 'string')
		return /\+\s*\d|\d(?:[\s()./-]*\d){4}/.test(value)
			? [{ path, message: 'This looks like a telephone number. They go out of date: leave it out.' }]
			: [];
	return Object.entries(value ?? {}).flatMap(([key, inner]) =>
		findTelephoneNumbers(inner, path === '' ? key : `${path}.${key}`)
	);
}
