import { describe, expect, test } from 'vitest';
import { parseQuestionnaire, parseQuestionnaireText, parseSources } from '#lib/questionnaire/parse.ts';
import { findReferenceProblems } from '#lib/questionnaire/reference-problems.ts';
import type { Result } from '#lib/questionnaire/result.ts';
import rawText from '../../../questionnaires/icss/en.json';
import rawStructure from '../../../questionnaires/icss/questionnaire.json';
import rawSources from '../../../questionnaires/sources.json';

function valueOf<Value>(result: Result<Value>): Value {
	if (!result.ok) throw new Error(JSON.stringify(result.problems, null, '\t'));
	return result.value;
}

const questionnaire = valueOf(parseQuestionnaire(rawStructure));
const text = valueOf(parseQuestionnaireText(rawText, questionnaire));
const sources = valueOf(parseSources(rawSources));
const indicators = questionnaire.standards.flatMap((standard) => standard.indicators);

test('36 indicators under four standards', () => {
	expect(questionnaire.standards.map((standard) => [standard.id, standard.indicators.length])).toEqual([
		['policy', 6],
		['people', 8],
		['procedures', 14],
		['accountability', 8]
	]);
});

test('the short form is the 17 critical indicators, in order', () => {
	const critical = indicators.filter(({ weight }) => weight === 'critical').map(({ id }) => id);
	expect(critical).toHaveLength(17);
	expect(questionnaire.shortForms).toEqual([{ id: 'critical', indicators: critical }]);
});

test('one indicator depends on the profile: partners', () => {
	const conditions = indicators.flatMap(({ id, appliesIf }) => (appliesIf ? [[id, appliesIf]] : []));
	expect(conditions).toEqual([['icss.people.7', [{ question: 'partners', is: ['yes'] }]]]);
});

test('levels count 0, a half and 1', () => {
	expect(questionnaire.scales).toEqual({
		'three-levels': [
			{ id: 'not-in-place', value: 0 },
			{ id: 'partly-in-place', value: 0.5 },
			{ id: 'in-place', value: 1 }
		]
	});
});

test('every reference leads to a source and every source is referred to', () => {
	expect(findReferenceProblems(questionnaire, sources)).toEqual([]);
	const used = new Set(indicators.flatMap(({ references }) => references.map(({ source }) => source)));
	expect(sources.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
});

test('the claim stays honest', () => {
	expect(text.claim).toMatch(/not endorsed by Keeping Children Safe/);
	expect(text.claim).toMatch(/not a certification/);
	for (const sentence of Object.values(text.provenance)) expect(sentence).toMatch(/our own/);
});

describe('texts are plain', () => {
	/** Every text with its place, for example `claim`. */
	function textsOf(value: unknown, path = ''): [string, string][] {
		if (typeof value === 'string') return [[path, value]];
		return Object.entries(value as object)
			.filter(([key]) => key !== '$schema')
			.flatMap(([key, inner]) => textsOf(inner, path === '' ? key : `${path}.${key}`));
	}
	const texts = textsOf(text);

	test('no sentence has more than 25 words', () => {
		const long = texts.filter(([, words]) =>
			words.split(/(?<=[.?!])\s/).some((sentence) => sentence.split(/\s+/).length > 25)
		);
		expect(long).toEqual([]);
	});

	test('no short forms, and no word that treats a child as a file', () => {
		const forbidden = /\be\.g\.|\bi\.e\.|\bincl\.|\betc\b|and\/or|\bcases?\b|\bincidents?\b|\bvictims?\b/i;
		expect(texts.filter(([, words]) => forbidden.test(words))).toEqual([]);
	});

	test('every reason names its weight first', () => {
		for (const { id, weight } of indicators)
			expect(text.indicators[id]?.weightReason.toLowerCase().startsWith(`${weight}: `), id).toBe(true);
	});

	test('no name is used twice', () => {
		const names = Object.values(text.indicators).map(({ name }) => name);
		expect(new Set(names).size).toBe(36);
	});
});
