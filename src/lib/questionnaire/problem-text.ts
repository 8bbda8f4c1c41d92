import type * as z from 'zod/mini';
import { brief } from '#lib/questionnaire/brief.ts';
import type { Problem } from '#lib/questionnaire/result.ts';

type Finding = z.core.$ZodIssue;

/** What the schema wants, in words of a person who writes the file. */
const WANTED: Readonly<Record<string, string>> = {
	string: 'a text in quotation marks',
	number: 'a number without quotation marks',
	boolean: 'true or false without quotation marks',
	array: 'a list in square brackets [ ]',
	object: 'a group in curly brackets { }',
	record: 'a group in curly brackets { }'
};

function kindOf(value: unknown): string {
	if (value === null) return 'the empty value null';
	if (Array.isArray(value)) return 'a list';
	return (
		{ string: 'a text', number: 'a number', boolean: 'true or false' }[typeof value as string] ?? 'a group'
	);
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
	return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown>)[key], raw);
}

function sizeText(issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall, value: unknown): string {
	const limit =
		issue.code === 'too_big' ? `at most ${String(issue.maximum)}` : `at least ${String(issue.minimum)}`;
	const remedy = (tooBig: string, tooSmall: string) => (issue.code === 'too_big' ? tooBig : tooSmall);
	if (typeof value === 'string')
		return `This text has ${value.length} characters; ${limit} are allowed. ${remedy('Shorten it.', 'Write more.')}`;
	if (Array.isArray(value))
		return `This list has ${value.length} entries; ${limit} must be there. ${remedy('Remove some.', 'Add what is missing.')}`;
	return `This number is ${String(value)}; it must be ${limit}. ${remedy('Lower it.', 'Raise it.')}`;
}

function messageOf(issue: Finding, value: unknown, name: string): string {
	switch (issue.code) {
		case 'invalid_type':
			if (value === undefined) return `"${name}" is missing. Add it.`;
			return `Here stands ${kindOf(value)}, but ${WANTED[issue.expected] ?? issue.expected} is needed. Change it.`;
		case 'invalid_value':
			if (value === undefined) return `"${name}" is missing. Add it.`;
			return `${brief(JSON.stringify(value))} is not possible here. Write one of: ${issue.values.map(String).join(', ')}.`;
		case 'too_big':
		case 'too_small':
			return sizeText(issue, value);
		case 'invalid_key':
			return issue.issues.map((inner) => messageOf(inner, name, name)).join(' ');
		default:
			return issue.message;
	}
}

/** Whoever mends these sees the others next time. */
const MOST_PROBLEMS = 100;

/**
 * Turns what zod found into sentences for a person who is no programmer, a hundred at most.
 * @param issues what zod found
 * @param raw the value that was checked, to say what stands at the places
 */
export function problemsOfIssues(issues: readonly Finding[], raw: unknown): Problem[] {
	return issues
		.slice(0, MOST_PROBLEMS)
		.flatMap((issue) => problemsOfIssue(issue, raw))
		.slice(0, MOST_PROBLEMS);
}

function problemsOfIssue(issue: Finding, raw: unknown): Problem[] {
	const path = issue.path.map((part) => brief(String(part)));
	if (issue.code === 'unrecognized_keys')
		return issue.keys
			.slice(0, MOST_PROBLEMS)
			.map(brief)
			.map((key) => ({
				path: [...path, key].join('.'),
				message: `The name "${key}" is not known here. Correct its spelling or remove it.`
			}));
	return [
		{
			path: path.join('.'),
			message: messageOf(issue, valueAt(raw, issue.path), path[path.length - 1] ?? 'The whole content')
		}
	];
}
