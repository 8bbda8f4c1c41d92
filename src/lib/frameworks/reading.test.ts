import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Answer } from '#lib/assessment/schema.ts';
import { scoreAssessment } from '#lib/assessment/score.ts';
import { readFrameworks, type ItemReading } from '#lib/frameworks/reading.ts';
import type { Frameworks } from '#lib/frameworks/schema.ts';
import type { Indicator, Reference } from '#lib/questionnaire/schema.ts';
import { arbitraryAssessed, type Assessed } from '../../../tests/unit/arbitrary-assessment.ts';
import { DOES_NOT_APPLY, exampleAssessment } from '../../../tests/unit/example-assessment.ts';
import { exampleIndicator, exampleQuestionnaire } from '../../../tests/unit/example-questionnaire.ts';

const frameworks: Frameworks = {
	frameworks: [
		{ id: 'charter', verified: true, items: ['first', 'second'].map((id) => ({ id, verified: true })) },
		{ id: 'cited', verified: false, items: [{ id: 'only', verified: false }] }
	],
	themes: [
		{
			id: 'rules',
			verified: false,
			indicators: ['x.a.1'],
			items: [{ framework: 'charter', item: 'first' }]
		}
	]
};

const refer = (
	strength: Reference['strength'],
	item = 'first',
	source = 'charter',
	verified = true
): Reference => ({ source, item, strength, verified });
const four = (id: string, ...references: Reference[]): Indicator =>
	exampleIndicator(id, { scale: 'four', references });

const SHOWN: Answer['evidence'] = { ticked: ['record'], text: '' };
const shown = (level: string): Answer => ({ level, evidence: SHOWN });

/** The item `charter first` of a questionnaire with these indicators and answers. */
function readFirst(
	indicators: Indicator[],
	answers: Record<string, Answer | string>,
	change: Parameters<typeof exampleAssessment>[1] = {}
) {
	const questionnaire = exampleQuestionnaire({ a: indicators });
	const score = scoreAssessment(questionnaire, exampleAssessment(answers, change));
	const item = readFrameworks(frameworks, questionnaire, score)[0]?.items[0];
	if (item === undefined) throw new Error('The framework is gone');
	return item;
}

describe('the reading of an item', () => {
	const primary = [four('x.a.1', refer('primary')), four('x.a.2', refer('primary'))];
	const table: [string, Indicator[], Record<string, Answer | string>, ItemReading][] = [
		['nothing answered', primary, {}, 'too-few-answers'],
		['one of two answered', primary, { 'x.a.1': shown('in-place') }, 'too-few-answers'],
		[
			'all at two thirds, one shown',
			primary,
			{ 'x.a.1': shown('mostly-in-place'), 'x.a.2': 'mostly-in-place' },
			'no-gap-seen'
		],
		['all there, nothing shown', primary, { 'x.a.1': 'in-place', 'x.a.2': 'in-place' }, 'partial'],
		['one there, one not', primary, { 'x.a.1': shown('in-place'), 'x.a.2': 'started' }, 'partial'],
		['none there', primary, { 'x.a.1': shown('started'), 'x.a.2': 'not-in-place' }, 'gap'],
		['unknown counts as nothing', primary, { 'x.a.1': 'unknown', 'x.a.2': 'unknown' }, 'gap'],
		[
			'unknown beside one that is there',
			primary,
			{ 'x.a.1': shown('in-place'), 'x.a.2': 'unknown' },
			'partial'
		],
		[
			'not applicable leaves',
			primary,
			{ 'x.a.1': shown('in-place'), 'x.a.2': DOES_NOT_APPLY },
			'no-gap-seen'
		],
		[
			'not applicable without a reason is open',
			primary,
			{ 'x.a.1': shown('in-place'), 'x.a.2': { level: 'not-applicable' } },
			'too-few-answers'
		],
		['nothing applies', primary, { 'x.a.1': DOES_NOT_APPLY, 'x.a.2': DOES_NOT_APPLY }, 'too-few-answers'],
		[
			'half of three levels is below two thirds',
			[exampleIndicator('x.a.1', { references: [refer('primary')] })],
			{ 'x.a.1': shown('partly-in-place') },
			'gap'
		],
		[
			'supporting ones do not decide beside a primary one',
			[four('x.a.1', refer('primary')), four('x.a.2', refer('supporting'))],
			{ 'x.a.1': shown('in-place'), 'x.a.2': 'not-in-place' },
			'no-gap-seen'
		],
		[
			'their evidence does not decide either',
			[four('x.a.1', refer('primary')), four('x.a.2', refer('supporting'))],
			{ 'x.a.1': 'in-place', 'x.a.2': shown('in-place') },
			'partial'
		],
		[
			'without a primary one all decide',
			[four('x.a.1', refer('supporting')), four('x.a.2', refer('supporting'))],
			{ 'x.a.1': shown('in-place'), 'x.a.2': 'not-in-place' },
			'partial'
		],
		[
			'a primary one that does not apply leaves the others to decide',
			[four('x.a.1', refer('primary')), four('x.a.2', refer('supporting'))],
			{ 'x.a.1': DOES_NOT_APPLY, 'x.a.2': shown('in-place') },
			'no-gap-seen'
		],
		[
			'four of five answered are enough',
			['x.a.1', 'x.a.2', 'x.a.3', 'x.a.4', 'x.a.5'].map((id) => four(id, refer('supporting'))),
			{ 'x.a.1': 'started', 'x.a.2': 'started', 'x.a.3': 'started', 'x.a.4': 'started' },
			'gap'
		],
		[
			'three of four answered are not enough',
			['x.a.1', 'x.a.2', 'x.a.3', 'x.a.4'].map((id) => four(id, refer('supporting'))),
			{ 'x.a.1': 'started', 'x.a.2': 'started', 'x.a.3': 'started' },
			'too-few-answers'
		],
		[
			'an open one is not there',
			['x.a.1', 'x.a.2', 'x.a.3', 'x.a.4', 'x.a.5'].map((id) => four(id, refer('supporting'))),
			Object.fromEntries(['x.a.1', 'x.a.2', 'x.a.3', 'x.a.4'].map((id) => [id, shown('in-place')])),
			'partial'
		],
		[
			'an open deciding one is no gap, however many others are answered',
			[
				four('x.a.1', refer('primary')),
				...['x.a.2', 'x.a.3', 'x.a.4', 'x.a.5'].map((id) => four(id, refer('supporting')))
			],
			{ 'x.a.2': 'in-place', 'x.a.3': 'in-place', 'x.a.4': 'in-place', 'x.a.5': 'in-place' },
			'too-few-answers'
		]
	];
	it.each(table)('%s', (_name, indicators, answers, expected) => {
		expect(readFirst(indicators, answers).reading).toBe(expected);
	});

	it('counts only what is asked, and names what is not', () => {
		const partners = {
			...four('x.a.2', refer('primary')),
			appliesIf: [{ question: 'partners', is: ['yes'] }]
		};
		const item = readFirst(
			[four('x.a.1', refer('primary')), partners],
			{ 'x.a.1': shown('in-place') },
			{ profile: { partners: 'no' } }
		);
		expect(item.reading).toBe('no-gap-seen');
		expect(item.primary.map(({ indicator }) => indicator.id)).toEqual(['x.a.1']);
		expect(item.notAsked.map(({ id }) => id)).toEqual(['x.a.2']);
	});

	it('is too few answers when the profile takes every question out', () => {
		const partners = {
			...four('x.a.1', refer('primary')),
			appliesIf: [{ question: 'partners', is: ['yes'] }]
		};
		expect(readFirst([partners], {}, { profile: { partners: 'no' } }).reading).toBe('too-few-answers');
	});

	it('is absent without a question, and such an item is not counted', () => {
		const questionnaire = exampleQuestionnaire({
			a: [four('x.a.1', refer('primary'), refer('primary', 'second', 'other'))]
		});
		const score = scoreAssessment(questionnaire, exampleAssessment({ 'x.a.1': shown('in-place') }));
		const [charter, cited] = readFrameworks(frameworks, questionnaire, score);
		expect(charter?.items.map((item) => 'reading' in item)).toEqual([true, false]);
		expect(charter?.counts).toEqual({ 'no-gap-seen': 1, partial: 0, gap: 0, 'too-few-answers': 0 });
		expect([charter?.isCompared, cited?.isCompared]).toEqual([true, false]);
	});
});

test.each([
	['everything is verified', true, true, true],
	['a reference is not', true, false, false],
	['the item is not', false, true, false]
])('a mapping when %s', (_name, item, reference, expected) => {
	const list: Frameworks = {
		frameworks: [{ id: 'charter', verified: true, items: [{ id: 'first', verified: item }] }],
		themes: []
	};
	const questionnaire = exampleQuestionnaire({
		a: [four('x.a.1', refer('primary')), four('x.a.2', refer('supporting', 'first', 'charter', reference))]
	});
	const score = scoreAssessment(questionnaire, exampleAssessment({}));
	expect(readFrameworks(list, questionnaire, score)[0]?.items[0]?.isVerified).toBe(expected);
});

describe('for any questionnaire and answers', () => {
	const references = fc.uniqueArray(
		fc
			.record({
				item: fc.constantFrom('first', 'second'),
				strength: fc.constantFrom('primary' as const, 'supporting' as const)
			})
			.map(({ item, strength }) => refer(strength, item)),
		{ maxLength: 2, selector: ({ item }) => item }
	);
	/** The same, with references from its indicators to the items of the framework. */
	const mapped: fc.Arbitrary<Assessed> = arbitraryAssessed.chain(({ questionnaire, assessment }) =>
		fc.array(references, { minLength: 20, maxLength: 20 }).map((all) => {
			let next = 0;
			const standards = questionnaire.standards.map((standard) => ({
				...standard,
				indicators: standard.indicators.map((each) => ({ ...each, references: all[next++] ?? [] }))
			}));
			return { questionnaire: { ...questionnaire, standards }, assessment };
		})
	);
	const read = ({ questionnaire, assessment }: Assessed) =>
		readFrameworks(frameworks, questionnaire, scoreAssessment(questionnaire, assessment));
	const RANK: Readonly<Record<ItemReading, number>> = {
		'too-few-answers': 0,
		gap: 1,
		partial: 2,
		'no-gap-seen': 3
	};
	const ranks = (assessed: Assessed) =>
		read(assessed).flatMap(({ items }) => items.map(({ reading }) => (reading ? RANK[reading] : -1)));

	test('raising a level or adding evidence never makes a reading worse', () => {
		fc.assert(
			fc.property(mapped, fc.nat(), fc.boolean(), (assessed, pick, isShown) => {
				const { questionnaire, assessment } = assessed;
				const all = questionnaire.standards.flatMap(({ indicators }) => indicators);
				const raised = all[pick % all.length];
				const answer = assessment.answers[raised?.id ?? ''];
				const levels = questionnaire.scales[raised?.scale ?? ''] ?? [];
				const place = levels.findIndex(({ id }) => id === answer?.level);
				fc.pre(raised !== undefined && place >= 0);
				const higher = levels[Math.min(place + 1, levels.length - 1)]?.id ?? '';
				const answers = {
					...assessment.answers,
					[raised.id]: { ...answer, level: higher, ...(isShown && { evidence: SHOWN }) }
				};
				const after = ranks({ questionnaire, assessment: { ...assessment, answers } });
				ranks(assessed).forEach((rank, index) => expect(after[index]).toBeGreaterThanOrEqual(rank));
			})
		);
	});

	test('not to know reads as the lowest level', () => {
		fc.assert(
			fc.property(mapped, ({ questionnaire, assessment }) => {
				const replace = (from: (level: string, lowest: string) => string) => ({
					...assessment,
					answers: Object.fromEntries(
						questionnaire.standards
							.flatMap(({ indicators }) => indicators)
							.flatMap(({ id, scale }) => {
								const answer = assessment.answers[id];
								const lowest = questionnaire.scales[scale]?.[0]?.id ?? '';
								return answer ? [[id, { ...answer, level: from(answer.level ?? '', lowest) }]] : [];
							})
					)
				});
				const unknown = replace((level, lowest) => (level === lowest ? 'unknown' : level));
				const lowest = replace((level, lowest) => (level === 'unknown' ? lowest : level));
				expect(ranks({ questionnaire, assessment: unknown })).toEqual(
					ranks({ questionnaire, assessment: lowest })
				);
			})
		);
	});

	test('equal input reads equal, and each item with a question is counted once', () => {
		fc.assert(
			fc.property(mapped, (assessed) => {
				const [first, second] = [read(assessed), read(structuredClone(assessed))];
				expect(first).toEqual(second);
				for (const { items, counts } of first) {
					const counted = Object.values(counts).reduce((sum, each) => sum + each, 0);
					expect(counted).toBe(items.filter(({ reading }) => reading !== undefined).length);
				}
			})
		);
	});
});
