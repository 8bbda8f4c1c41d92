import { describe, expect, test } from 'vitest';
import { indicatorsInScope } from '#lib/assessment/scope.ts';
import { fillDeadlines } from '#lib/questionnaire/deadlines.ts';
import { parseSources } from '#lib/questionnaire/parse.ts';
import {
	countBy,
	numbered,
	readShipped,
	shippedQuestionnaire,
	valueOf
} from '../../../tests/unit/shipped-questionnaire.ts';

const { questionnaire, text, indicators } = shippedQuestionnaire('peacekeeping');
const ids = indicators.map(({ id }) => id);

/** The bank of items. */
const BANK = numbered('peacekeeping', { policy: 19, people: 22, procedures: 25, accountability: 22 });

/** What the review of the bank added. */
const ADDED = [
	'policy.20',
	'policy.21',
	'people.23',
	'people.24',
	'procedures.26',
	'procedures.27',
	'procedures.28',
	'procedures.29',
	'procedures.30',
	'procedures.31',
	'procedures.32',
	'procedures.33',
	'procedures.34',
	'accountability.23',
	'accountability.24',
	'accountability.25'
].map((id) => `peacekeeping.${id}`);

/** Items of the bank that another one asks for now. */
const MERGED = {
	'peacekeeping.policy.9': 'peacekeeping.policy.8',
	'peacekeeping.policy.19': 'peacekeeping.accountability.16'
};

/** What a training centre is asked in its short form. */
const TRAINING_CENTRE = [
	'policy.1',
	'policy.2',
	'policy.3',
	'policy.6',
	'policy.17',
	'people.10',
	'people.11',
	'people.12',
	'people.13',
	'people.14',
	'people.15',
	'people.16',
	'people.24',
	'procedures.5',
	'procedures.9',
	'procedures.31',
	'procedures.32',
	'accountability.15',
	'accountability.16',
	'accountability.21'
].map((id) => `peacekeeping.${id}`);

test('the 88 items of the bank by their ids or as merged, the 16 that were added, and nothing else', () => {
	expect([BANK.length, ADDED.length]).toEqual([88, 16]);
	expect(questionnaire.merged).toEqual(MERGED);
	expect([...ids, ...Object.keys(MERGED)].sort()).toEqual([...BANK, ...ADDED].sort());
});

test('102 items under four standards and in seven phases', () => {
	expect(questionnaire.standards.map((standard) => [standard.id, standard.indicators.length])).toEqual([
		['policy', 19],
		['people', 24],
		['procedures', 34],
		['accountability', 25]
	]);
	expect(countBy(indicators, ({ group = '' }) => group)).toEqual({
		'national-policy': 16,
		'force-generation': 11,
		'pre-deployment-training': 14,
		'in-mission': 29,
		'response-and-investigation': 17,
		'victims-and-paternity': 9,
		'return-and-lessons': 6
	});
});

test('35 are critical, 63 major, 4 minor; 9 rest on a duty, 45 on a policy', () => {
	expect(countBy(indicators, ({ weight }) => weight)).toEqual({ critical: 35, major: 63, minor: 4 });
	expect(countBy(indicators, ({ basis = 'none' }) => basis)).toEqual({
		binding: 9,
		policy: 45,
		'good-practice': 48
	});
});

describe('short forms', () => {
	const forms = Object.fromEntries(questionnaire.shortForms.map(({ id, indicators: own }) => [id, own]));

	test('a training centre has exactly these 20, and each applies to it', () => {
		expect(forms['training-centre']).toEqual(TRAINING_CENTRE);
		expect(TRAINING_CENTRE).toHaveLength(20);
		const asked = indicatorsInScope(questionnaire, {
			form: 'training-centre',
			profile: { deploys: ['training-centre'] }
		});
		expect([...asked.values()].flat()).toHaveLength(20);
	});

	test('every critical item stands in one, and a unit is asked two more about the return', () => {
		const critical = indicators.filter(({ weight }) => weight === 'critical').map(({ id }) => id);
		const inForms = new Set(Object.values(forms).flat());
		expect(critical.filter((id) => !inForms.has(id))).toEqual([]);
		const guests = [...(forms['unit'] ?? []), ...(forms['capital'] ?? [])].filter(
			(id) => !critical.includes(id)
		);
		expect(guests).toEqual(['peacekeeping.people.8', 'peacekeeping.accountability.15']);
	});
});

describe('who is asked what', () => {
	const asked = (...deploys: string[]) =>
		[...indicatorsInScope(questionnaire, { form: 'full', profile: { deploys } }).values()].flat();

	test.each([
		['contingent', 95, 33],
		['formed-police-unit', 92, 32],
		['individual-police-or-observers', 57, 20],
		['training-centre', 26, 9]
	])('%s: %i items, %i of them critical', (option, all, critical) => {
		expect(asked(option)).toHaveLength(all);
		expect(asked(option).filter(({ weight }) => weight === 'critical')).toHaveLength(critical);
	});

	test('who sends several is asked everything that one of them is asked', () => {
		const both = new Set(asked('contingent', 'training-centre'));
		for (const each of [...asked('contingent'), ...asked('training-centre')])
			expect(both.has(each)).toBe(true);
		expect(
			asked('contingent', 'formed-police-unit', 'individual-police-or-observers', 'training-centre')
		).toEqual(indicators);
	});

	test.each([
		['has-base', ['policy.13', 'procedures.2']],
		['holds-people', ['policy.14']],
		['uses-interpreters', ['procedures.23']]
	])('%s decides on %j', (question, expected) => {
		const depending = indicators.filter(({ appliesIf = [] }) =>
			appliesIf.some((condition) => condition.question === question && condition.is.join() === 'yes')
		);
		expect(depending.map(({ id }) => id)).toEqual(expected.map((id) => `peacekeeping.${id}`));
	});
});

describe('stages', () => {
	test('31 items ask what is prepared until people are deployed, 4 until they are back', () => {
		expect(countBy(indicators, ({ practiceFrom = 'always' }) => practiceFrom)).toEqual({
			always: 67,
			deployed: 31,
			'after-return': 4
		});
	});

	test('only later phases wait for practice', () => {
		const early = ['national-policy', 'force-generation', 'pre-deployment-training'];
		const waiting = indicators.filter(
			({ practiceFrom, group = '' }) => practiceFrom !== undefined && early.includes(group)
		);
		expect(waiting.map(({ id }) => id)).toEqual([]);
	});
});

describe('time limits', () => {
	const sources = valueOf(parseSources(readShipped('sources.json')));

	test('each with its number, its kind and where it was read', () => {
		expect(questionnaire.deadlines).toEqual([
			{
				id: 'name-investigator',
				amount: 5,
				unit: 'working-days',
				limit: 'target',
				source: 'minusca-gabon-2021',
				verified: true
			},
			{
				id: 'say-who-investigates',
				amount: 10,
				unit: 'working-days',
				limit: 'outer-limit',
				source: 'un-model-mou',
				verified: false
			},
			{
				id: 'finish-investigation',
				amount: 90,
				unit: 'days',
				limit: 'target',
				source: 'minusca-gabon-2021',
				verified: true
			},
			{
				id: 'finish-investigation-urgent',
				amount: 3,
				unit: 'months',
				limit: 'outer-limit',
				source: 'un-sg-deadlines-2015',
				verified: false
			},
			{
				id: 'finish-investigation-latest',
				amount: 6,
				unit: 'months',
				limit: 'outer-limit',
				source: 'un-sg-deadlines-2015',
				verified: false
			}
		]);
		expect(sources.find(({ id }) => id === 'minusca-gabon-2021')?.verified).toBe('primary');
	});

	test('the words say the same number', () => {
		const spans = Object.entries(text.deadlines ?? {}).map(([id, { span }]) => [id, span]);
		expect(Object.fromEntries(spans)).toEqual(
			Object.fromEntries(
				(questionnaire.deadlines ?? []).map(({ id, amount, unit }) => [
					id,
					`${amount} ${unit.replace('-', ' ')}`
				])
			)
		);
	});

	test('texts hold the mark and never the number, and no mark is left when they are shown', () => {
		const clocks = indicators.filter(({ deadlines }) => deadlines !== undefined).map(({ id }) => id);
		expect(clocks).toEqual(['peacekeeping.procedures.14', 'peacekeeping.procedures.15']);
		const raw = clocks.map((id) => JSON.stringify(text.indicators[id])).join();
		expect(raw).not.toMatch(/\b(5|10|90)\b|\b[36] months/);
		expect(JSON.stringify(fillDeadlines(text).indicators)).not.toMatch(/\{deadline/);
	});
});

test('what the issue must not lose can be found in the texts', () => {
	const all = JSON.stringify(text.indicators);
	const words = [
		/Misconduct Tracking System/,
		/ClearCheck/,
		/off-limits/i,
		/fraterni[sz]ation/i,
		/courts? martial/i,
		/exclusive jurisdiction/i,
		/Victims['’] Rights Advocate/,
		/trust fund/,
		/DNA/,
		/2272/,
		/barred|bar /i
	];
	expect(words.filter((word) => !word.test(all)).map(String)).toEqual([]);
});

test('the claim stays honest', () => {
	expect(text.claim).toMatch(/Not endorsed by the United Nations/);
	expect(text.claim).toMatch(/Not a certification and not an investigation/);
	expect(countBy(indicators, ({ provenance }) => provenance)).toEqual({ proposal: 102 });
});
