import { describe, expect, it } from 'vitest';
import { indicatorsInScope, scopeOf } from '#lib/assessment/scope.ts';
import { exampleIndicator, exampleQuestionnaire } from '../../../tests/unit/example-questionnaire.ts';

const always = exampleIndicator('x.a.1');
const ifPartners = exampleIndicator('x.a.2', { appliesIf: [{ question: 'partners', is: ['yes'] }] });
const ifNone = exampleIndicator('x.b.1', { appliesIf: [{ question: 'partners', is: ['no'] }] });
const questionnaire = exampleQuestionnaire(
	{ a: [always, ifPartners], b: [ifNone] },
	{ shortForms: [{ id: 'quick', indicators: ['x.a.2', 'x.b.1'] }] }
);

describe('the indicators in scope', () => {
	it.each([
		['no answer keeps both', 'full', {}, ['x.a.1', 'x.a.2', 'x.b.1']],
		['an empty answer keeps both', 'full', { partners: '' }, ['x.a.1', 'x.a.2', 'x.b.1']],
		['yes', 'full', { partners: 'yes' }, ['x.a.1', 'x.a.2']],
		['no', 'full', { partners: 'no' }, ['x.a.1', 'x.b.1']],
		[
			'an answer that is not offered keeps both',
			'full',
			{ partners: 'perhaps' },
			['x.a.1', 'x.a.2', 'x.b.1']
		],
		['another question decides nothing', 'full', { 'direct-work': 'no' }, ['x.a.1', 'x.a.2', 'x.b.1']],
		['a short form', 'quick', {}, ['x.a.2', 'x.b.1']],
		['a short form and a condition', 'quick', { partners: 'yes' }, ['x.a.2']],
		['an unknown form counts as the full one', 'gone', {}, ['x.a.1', 'x.a.2', 'x.b.1']],
		['a form named like an inherited property', 'constructor', {}, ['x.a.1', 'x.a.2', 'x.b.1']]
	])('%s', (_name, form, profile, expected) => {
		const byStandard = indicatorsInScope(questionnaire, { form, profile });
		expect([...byStandard.values()].flat().map(({ id }) => id)).toEqual(expected);
		expect([...byStandard.keys()]).toEqual(['a', 'b']);
	});

	it.each([
		['a question the profile leaves out', 'full', ['x.a.2'], ['x.a.1', 'x.a.2', 'x.b.1']],
		['one that applies anyway', 'full', ['x.b.1'], ['x.a.1', 'x.b.1']],
		['one that does not exist', 'full', ['x.gone'], ['x.a.1', 'x.b.1']],
		['within a short form', 'quick', ['x.a.2'], ['x.a.2', 'x.b.1']],
		['not one that the short form lacks', 'quick', ['x.a.1'], ['x.b.1']],
		['none', 'full', [], ['x.a.1', 'x.b.1']]
	])('brings back %s', (_name, form, broughtBack, expected) => {
		const scoping = { form, profile: { partners: 'no' }, broughtBack };
		const byStandard = indicatorsInScope(questionnaire, scoping);
		expect([...byStandard.values()].flat().map(({ id }) => id)).toEqual(expected);
	});

	it.each(['__proto__', 'constructor', 'toString'])(
		'a condition on %s is not answered by inheritance',
		(question) => {
			const strange = exampleIndicator('x.a.1', { appliesIf: [{ question, is: ['yes'] }] });
			const scope = scopeOf(exampleQuestionnaire({ a: [strange] }), { form: 'full', profile: {} });
			expect(scope(strange)).toBe('in-scope');
		}
	);
});

describe('scopeOf', () => {
	it('says why an indicator is left out, the form before the condition', () => {
		const scope = scopeOf(questionnaire, { form: 'quick', profile: { partners: 'no' } });
		expect([always, ifPartners, ifNone].map(scope)).toEqual(['other-form', 'condition', 'in-scope']);
	});
});
