import { describe, expect, test } from 'vitest';
import { indexIndicators, searchIndicators } from '#lib/questionnaire/search.ts';
import type { IndicatorText } from '#lib/questionnaire/schema.ts';
import {
	exampleIndicator,
	exampleQuestionnaire,
	exampleText
} from '../../../tests/unit/example-questionnaire.ts';

/** Finds in a questionnaire with indicators `a.1`, `a.2` … that have these texts and otherwise say "nothing". */
function find(query: string, ...texts: Partial<IndicatorText>[]): string[] {
	const questionnaire = exampleQuestionnaire({
		a: texts.map((_, index) => exampleIndicator(`a.${index + 1}`, { group: 'first' }))
	});
	const blank: IndicatorText = {
		name: 'nothing',
		question: 'nothing',
		requirement: 'nothing',
		why: 'nothing',
		weightReason: 'nothing',
		anchors: {},
		evidence: {},
		action: 'nothing'
	};
	const text = {
		...exampleText(questionnaire),
		groups: { first: { name: 'First phase', summary: 'Unsearched.' } },
		standards: { a: { name: 'Accountability', summary: 'Unsearched.' } },
		indicators: Object.fromEntries(texts.map((each, index) => [`a.${index + 1}`, { ...blank, ...each }]))
	};
	return searchIndicators(indexIndicators(questionnaire, text), query);
}

describe('what is found', () => {
	test.each<[keyof IndicatorText, Partial<IndicatorText>]>([
		['name', { name: 'Paternity claims' }],
		['question', { question: 'Who answers paternity claims?' }],
		['prepared', { prepared: 'Is somebody named for paternity claims?' }],
		['requirement', { requirement: 'Paternity claims are answered.' }],
		['why', { why: 'Paternity claims matter.' }],
		['anchors', { anchors: { 'in-place': 'Paternity claims are answered.' } }],
		['evidence', { evidence: { record: 'Number of paternity claims.' } }],
		['action', { action: 'Answer paternity claims.' }],
		['places', { places: { source: 'chapter on paternity claims' } }]
	])('words of the %s', (_field, text) => {
		expect(find('paternity claims', {}, text)).toEqual(['a.2']);
	});

	test.each(['Safeguarding lead', 'first phase', 'accountability'])(
		'the names of the role, the group and the standard: %s',
		(query) => {
			expect(find(query, {}, {})).toEqual(['a.1', 'a.2']);
		}
	);

	test('an indicator needs every word, in whatever text of it', () => {
		const texts = [{ name: 'Trust fund' }, { name: 'Trust', why: 'A fund.' }, { name: 'Fund' }];
		expect(find('trust fund', ...texts)).toEqual(['a.1', 'a.2']);
	});

	test.each([
		['the beginning of a word', 'patern', 'Paternity'],
		['another case and other accents', 'ÉQUITE', 'équité'],
		['joined words as one', 'nonfraternisation', 'Non-fraternisation'],
		['one word as joined ones', 'non-fraternisation', 'nonfraternisation'],
		['one part of joined words', 'fraternisation', 'Non-fraternisation'],
		['joined words as two', 'non fraternisation', 'Non-fraternisation'],
		['two words as joined ones', 'pre-deployment', 'before (pre) deployment'],
		['a word with or without its apostrophe', 'victims rights', 'Victims’ rights'],
		['the plural of what the text has once', 'claims', 'claim']
	])('finds %s', (_what, query, name) => {
		expect(find(query, {}, { name })).toEqual(['a.2']);
	});

	test.each([
		['the middle of a word', 'martial', 'Immartial'],
		['a word of three letters less its s', 'his', 'hi'],
		['a word less one of two s', 'access', 'acces'],
		['half of joined words', 'off-limits', 'off']
	])('does not find %s', (_what, query, name) => {
		expect(find(query, { name })).toEqual([]);
	});

	test('a query without words finds all, in order', () => {
		for (const query of ['', '  ', '?!']) expect(find(query, {}, {}, {})).toEqual(['a.1', 'a.2', 'a.3']);
	});
});

test('what a question is named by comes before what it asks, says or mentions', () => {
	expect(
		find(
			'vetting',
			{ why: 'Vetting.' },
			{ requirement: 'Vetting.' },
			{ question: 'Vetting?' },
			{ name: 'Vetting' }
		)
	).toEqual(['a.4', 'a.3', 'a.2', 'a.1']);
});

test('a whole word comes before the beginning of one', () => {
	expect(find('age', { name: 'Agent' }, { name: 'Age' })).toEqual(['a.2', 'a.1']);
});

test('equal ones stay in questionnaire order', () => {
	expect(find('age', { name: 'Age' }, { name: 'Age' }, { name: 'Age' })).toEqual(['a.1', 'a.2', 'a.3']);
});
