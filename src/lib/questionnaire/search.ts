import type {
	Indicator,
	IndicatorText,
	Questionnaire,
	QuestionnaireText
} from '#lib/questionnaire/schema.ts';
import { searchWords, type SearchWord } from '#lib/questionnaire/search-words.ts';

/** The words of an indicator, those that name it apart from those it only mentions. */
interface Entry {
	id: string;
	fields: readonly { weight: number; words: ReadonlySet<string> }[];
}

/** The words of a questionnaire, ready to be searched as somebody types. */
export type SearchIndex = readonly Entry[];

/** What a hit in a field counts: a name says what a question is about, a reason only mentions it. */
const WEIGHT = { name: 12, question: 8, requirement: 3, mentioned: 2, around: 1 } as const;
/** A whole word counts a little more than the beginning of one. */
const WHOLE = 0.5;

/** Reads all texts of a questionnaire once, so that each letter of a query costs little on an old phone. */
export function indexIndicators(
	{ standards }: Pick<Questionnaire, 'standards'>,
	text: QuestionnaireText
): SearchIndex {
	return standards.flatMap(({ id: standardId, indicators }) =>
		indicators.map((indicator) => ({
			id: indicator.id,
			fields: fieldsOf(indicator, standardId, text).map(([weight, texts]) => ({
				weight,
				words: new Set(texts.flatMap(searchWords).flatMap(({ whole, parts }) => [whole, ...parts]))
			}))
		}))
	);
}

/**
 * The indicators in which every word of a query occurs, best first; equal ones in questionnaire order.
 * A word of the query finds the words that begin with it, whatever their case, accents, hyphens and apostrophes;
 * an "s" at its end may be missing. A query without words finds all.
 */
export function searchIndicators(index: SearchIndex, query: string): string[] {
	const wanted = searchWords(query);
	return index
		.map((entry) => ({ id: entry.id, value: valueOf(entry, wanted) }))
		.filter(({ value }) => value !== undefined)
		.sort((a, b) => (b.value ?? 0) - (a.value ?? 0))
		.map(({ id }) => id);
}

function fieldsOf(
	{ id, group, responsibleRoles }: Indicator,
	standardId: string,
	{ indicators, groups, standards, roles }: QuestionnaireText
): [weight: number, texts: string[]][] {
	const words = indicators[id];
	if (words === undefined) return [];
	return [
		[WEIGHT.name, [words.name]],
		[WEIGHT.question, [words.question, words.prepared ?? '']],
		[WEIGHT.requirement, [words.requirement]],
		[WEIGHT.mentioned, mentioned(words)],
		[
			WEIGHT.around,
			[
				...responsibleRoles.map((role) => roles[role] ?? ''),
				groups?.[group ?? '']?.name ?? '',
				standards[standardId]?.name ?? ''
			]
		]
	];
}

function mentioned({ why, action, anchors, evidence, places = {} }: IndicatorText): string[] {
	return [why, action, ...[anchors, evidence, places].flatMap((texts) => Object.values(texts))];
}

/** How well an indicator fits; undefined when a word is nowhere in it. */
function valueOf({ fields }: Entry, wanted: readonly SearchWord[]): number | undefined {
	let sum = 0;
	for (const word of wanted) {
		const best = Math.max(...fields.map(({ weight, words }) => weight * hit(words, word)), 0);
		if (best === 0) return undefined;
		sum += best;
	}
	return sum;
}

/** 0: not there; 1: a word begins so; more: the word itself is there. */
function hit(words: ReadonlySet<string>, { whole, parts }: SearchWord): number {
	const single = hitOne(words, whole);
	return single > 0 || parts.length === 1 ? single : Math.min(...parts.map((part) => hitOne(words, part)));
}

function hitOne(words: ReadonlySet<string>, wanted: string): number {
	if (words.has(wanted)) return 1 + WHOLE;
	const stem =
		wanted.length > 3 && wanted.endsWith('s') && !wanted.endsWith('ss') ? wanted.slice(0, -1) : wanted;
	if (words.has(stem)) return 1 + WHOLE;
	for (const word of words) if (word.startsWith(wanted)) return 1;
	return 0;
}
