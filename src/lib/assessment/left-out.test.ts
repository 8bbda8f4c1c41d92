import { describe, expect, it } from 'vitest';
import { bringBack, findLeftOut } from '#lib/assessment/left-out.ts';
import { scopeOf, type Scoping } from '#lib/assessment/scope.ts';
import { startAssessment } from '#lib/assessment/start.ts';
import { exampleIndicator, exampleQuestionnaire } from '../../../tests/unit/example-questionnaire.ts';

const ifPartners = { question: 'partners', is: ['yes'] };
const ifDirect = { question: 'direct-work', is: ['yes'] };
const questionnaire = exampleQuestionnaire(
	{
		a: [
			exampleIndicator('x.a.1', { group: 'late' }),
			exampleIndicator('x.a.2', { group: 'late', appliesIf: [ifDirect] }),
			exampleIndicator('x.a.3', { group: 'late', appliesIf: [ifPartners] })
		],
		b: [
			exampleIndicator('x.b.1', { group: 'early', appliesIf: [ifPartners, ifDirect] }),
			exampleIndicator('x.b.2', {
				group: 'early',
				appliesIf: [ifPartners, { ...ifPartners, is: ['yes', 'some'] }]
			})
		]
	},
	{
		profile: [
			{ id: 'partners', kind: 'several', options: ['yes', 'no', 'some', 'other'] },
			{ id: 'direct-work', kind: 'yes-no' }
		],
		shortForms: [{ id: 'quick', indicators: ['x.a.1', 'x.b.1'] }],
		groups: [{ id: 'early' }, { id: 'late' }]
	}
);
const none = { partners: 'no', 'direct-work': 'no' };

/** The groups in one line each: question, answer, and the indicators with the other questions that say the same. */
function leftOut(scoping: Partial<Scoping>, of = questionnaire): string[] {
	return findLeftOut(of, { form: 'full', profile: {}, ...scoping }).map(
		({ question, chosen, indicators }) =>
			`${question} ${chosen.join('+')}: ${indicators
				.map(({ indicator, because, isBroughtBack }) =>
					[indicator.id, ...because.slice(1), ...(isBroughtBack ? ['back'] : [])].join(' ')
				)
				.join(', ')}`
	);
}

describe('what the profile leaves out', () => {
	it.each<[string, Partial<Scoping>, string[]]>([
		['nothing without answers', {}, []],
		['nothing when every condition holds', { profile: { partners: 'yes', 'direct-work': 'yes' } }, []],
		['one answer', { profile: { 'direct-work': 'no' } }, ['direct-work no: x.a.2, x.b.1']],
		[
			'each once, under the first condition, which names the others; in the order of the profile',
			{ profile: none },
			['partners no: x.a.3, x.b.1 direct-work, x.b.2', 'direct-work no: x.a.2']
		],
		[
			'several options',
			{ profile: { partners: ['some', 'other'] } },
			['partners some+other: x.a.3, x.b.1, x.b.2']
		],
		['nothing for an option that is not offered', { profile: { partners: ['some', 'gone'] } }, []],
		['only what the form asks', { form: 'quick', profile: none }, ['partners no: x.b.1 direct-work']],
		[
			'what was brought back stays listed',
			{ profile: none, broughtBack: ['x.a.2', 'x.a.1', 'x.gone'] },
			['partners no: x.a.3, x.b.1 direct-work, x.b.2', 'direct-work no: x.a.2 back']
		],
		['what was brought back and applies anyway is not', { broughtBack: ['x.a.2'] }, []]
	])('%s', (_name, scoping, expected) => {
		expect(leftOut(scoping)).toEqual(expected);
	});

	it('in the order in which the questions are answered', () => {
		expect(leftOut({ profile: none }, { ...questionnaire, arrangedBy: 'group' })).toEqual([
			'partners no: x.b.1 direct-work, x.b.2, x.a.3',
			'direct-work no: x.a.2'
		]);
	});

	it('is exactly what the scope leaves out for a condition', () => {
		const scoping = { form: 'full', profile: none, broughtBack: ['x.b.1'] };
		const listed = findLeftOut(questionnaire, scoping)
			.flatMap(({ indicators }) => indicators)
			.filter(({ isBroughtBack }) => !isBroughtBack)
			.map(({ indicator }) => indicator.id);
		const scope = scopeOf(questionnaire, scoping);
		const all = questionnaire.standards.flatMap(({ indicators }) => indicators);
		const outOfScope = all.filter((each) => scope(each) === 'condition').map(({ id }) => id);
		expect(listed.sort()).toEqual(outOfScope.sort());
	});
});

describe('bringing a question back', () => {
	const start = {
		...startAssessment(questionnaire, { id: 'one', now: '2026-03-01T09:00:00Z', today: '2026-03-01' }),
		answers: { 'x.a.2': { level: 'in-place' } }
	};

	it('and leaving it out again ends where it began', () => {
		const asked = bringBack(start, 'x.a.2', true);
		expect(asked).toEqual({ ...start, broughtBack: ['x.a.2'] });
		expect(bringBack(asked, 'x.a.2', true)).toEqual(asked);
		expect(bringBack(asked, 'x.a.2', false)).toEqual(start);
		expect(bringBack(start, 'x.a.2', false)).toEqual(start);
	});

	it('keeps the others', () => {
		const both = bringBack(bringBack(start, 'x.a.2', true), 'x.b.1', true);
		expect(bringBack(both, 'x.a.2', false).broughtBack).toEqual(['x.b.1']);
	});
});
