import { expect, it } from 'vitest';
import { findGatesLeftOut } from '#lib/assessment/gates-left-out.ts';
import { exampleAssessment } from '../../../tests/unit/example-assessment.ts';
import { exampleIndicator, exampleQuestionnaire } from '../../../tests/unit/example-questionnaire.ts';

const gate = (id: string) => exampleIndicator(id, { gate: { minimum: 'in-place' } });
const questionnaire = exampleQuestionnaire(
	{
		a: [gate('x.a.1'), { ...gate('x.a.2'), appliesIf: [{ question: 'partners', is: ['yes'] }] }],
		b: [
			gate('x.b.1'),
			exampleIndicator('x.b.2'),
			{ ...exampleIndicator('x.b.3'), appliesIf: [{ question: 'partners', is: ['yes'] }] }
		]
	},
	{ shortForms: [{ id: 'short', indicators: ['x.a.1', 'x.a.2'] }] }
);
const leftOut = (change: Parameters<typeof exampleAssessment>[1]) => {
	const { byForm, byProfile } = findGatesLeftOut(questionnaire, exampleAssessment({}, change));
	return { byForm: byForm.map(({ id }) => id), byProfile: byProfile.map(({ id }) => id) };
};

it('names the gates that the short form and the profile take out, and nothing else', () => {
	expect(leftOut({})).toEqual({ byForm: [], byProfile: [] });
	expect(leftOut({ profile: { partners: 'no' } })).toEqual({ byForm: [], byProfile: ['x.a.2'] });
	expect(leftOut({ form: 'short' })).toEqual({ byForm: ['x.b.1'], byProfile: [] });
	expect(leftOut({ form: 'short', profile: { partners: 'no' } })).toEqual({
		byForm: ['x.b.1'],
		byProfile: ['x.a.2']
	});
});

it('leaves out nothing that a person brought back', () => {
	expect(leftOut({ profile: { partners: 'no' }, broughtBack: ['x.a.2'] }).byProfile).toEqual([]);
});
