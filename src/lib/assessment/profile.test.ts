import { describe, expect, it } from 'vitest';
import {
	answerProfile,
	countAsked,
	countProfileAnswers,
	isAboutDeployment
} from '#lib/assessment/profile.ts';
import { exampleIndicator, exampleQuestionnaire } from '../../../tests/unit/example-questionnaire.ts';

const questionnaire = exampleQuestionnaire(
	{
		a: [
			exampleIndicator('x.a.1'),
			exampleIndicator('x.a.2', { appliesIf: [{ question: 'partners', is: ['yes'] }] })
		]
	},
	{ shortForms: [{ id: 'quick', indicators: ['x.a.2'] }] }
);

describe('answering a profile question', () => {
	const before = { profile: { partners: 'yes', 'from-a-newer-version': ['kept'] }, answers: {}, other: 1 };
	const others = { 'from-a-newer-version': ['kept'] };

	it.each([
		['another answer', 'partners', 'no', { partners: 'no', ...others }],
		['another question', 'departure', '2026-09-01', { partners: 'yes', ...others, departure: '2026-09-01' }],
		['several options', 'partners', ['b', 'a'], { partners: ['b', 'a'], ...others }],
		['no answer', 'partners', undefined, others],
		['an empty answer', 'partners', '', others],
		['no option', 'partners', [], others],
		['no answer where there was none', 'departure', undefined, before.profile]
	])('with %s keeps all others', (_name, question, answer, profile) => {
		const after = answerProfile(before, question, answer);
		expect(after).toEqual({ ...before, profile });
		expect(answerProfile(after, question, answer)).toEqual(after);
		expect(before.profile.partners).toBe('yes');
	});
});

it.each([
	['none', {}, 0],
	['empty ones', { partners: '', 'direct-work': [] }, 0],
	['some', { partners: 'no', departure: '2026-09-01' }, 2],
	['those of other questionnaires do not count', { partners: ['a', 'b'], gone: 'yes' }, 1]
])('counts the answers: %s', (_name, profile, count) => {
	expect(countProfileAnswers(questionnaire, { profile })).toBe(count);
});

it.each([
	['full', {}, undefined, 2],
	['full', { partners: 'no' }, undefined, 1],
	['full', { partners: 'no' }, ['x.a.2'], 2],
	['quick', {}, undefined, 1],
	['quick', { partners: 'no' }, undefined, 0]
])('counts what form %s with profile %j and %j brought back asks', (form, profile, broughtBack, count) => {
	expect(countAsked(questionnaire, { form, profile, broughtBack })).toBe(count);
});

it('is about a deployment when it asks for the day of departure', () => {
	expect(isAboutDeployment(questionnaire)).toBe(true);
	expect(isAboutDeployment({ profile: [{ id: 'partners', kind: 'yes-no' }] })).toBe(false);
});
