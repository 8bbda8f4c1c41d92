import { describe, expect, it } from 'vitest';
import { findGaps, findUnanswered } from '#lib/assessment/gaps.ts';
import type { Answer } from '#lib/assessment/schema.ts';
import { scoreAssessment } from '#lib/assessment/score.ts';
import type { Questionnaire } from '#lib/questionnaire/schema.ts';
import { DOES_NOT_APPLY, exampleAssessment } from '../../../tests/unit/example-assessment.ts';
import { exampleIndicator, exampleQuestionnaire } from '../../../tests/unit/example-questionnaire.ts';

const gate = { minimum: 'mostly-in-place' };
const questionnaire = exampleQuestionnaire({
	a: [
		exampleIndicator('x.a.1', { weight: 'minor', scale: 'four' }),
		exampleIndicator('x.a.2', { weight: 'major', scale: 'four' }),
		exampleIndicator('x.a.3', { weight: 'critical', scale: 'four' })
	],
	b: [
		exampleIndicator('x.b.1', { weight: 'major', scale: 'four' }),
		exampleIndicator('x.b.2', { weight: 'minor', scale: 'four', gate }),
		exampleIndicator('x.b.3', { weight: 'critical', scale: 'four', gate }),
		exampleIndicator('x.b.4', { weight: 'critical', scale: 'four' })
	]
});

function gapsOf(answers: Record<string, Answer | string>, asked: Questionnaire = questionnaire) {
	return findGaps(asked, scoreAssessment(asked, exampleAssessment(answers)));
}

const everything = (level: string) =>
	Object.fromEntries(questionnaire.standards.flatMap((each) => each.indicators).map(({ id }) => [id, level]));

describe('findGaps', () => {
	it('puts blocked gates first, then the heavier, then questionnaire order', () => {
		const gaps = gapsOf(everything('started'));
		expect(gaps.map(({ indicator, priority }) => [indicator.id, priority])).toEqual([
			['x.b.3', 'now'], // blocked gates, the critical one before the minor one
			['x.b.2', 'now'],
			['x.a.3', 'now'], // critical
			['x.b.4', 'now'],
			['x.a.2', 'next'], // major
			['x.b.1', 'next'],
			['x.a.1', 'later'] // minor
		]);
	});

	it('puts the lower level first within a weight, "we do not know" with the lowest', () => {
		const answers = {
			'x.a.3': 'mostly-in-place',
			'x.b.4': 'started',
			'x.a.2': 'started',
			'x.b.1': 'unknown'
		};
		expect(gapsOf(answers).map(({ indicator }) => indicator.id)).toEqual([
			'x.b.4',
			'x.a.3',
			'x.b.1',
			'x.a.2'
		]);
	});

	it('puts the heavier before the lower', () => {
		const answers = { 'x.a.1': 'not-in-place', 'x.a.3': 'mostly-in-place' };
		expect(gapsOf(answers).map(({ indicator }) => indicator.id)).toEqual(['x.a.3', 'x.a.1']);
	});

	it('treats a gate that is ready as any other gap', () => {
		const answers = { 'x.a.2': 'started', 'x.b.2': 'mostly-in-place', 'x.b.3': 'mostly-in-place' };
		expect(gapsOf(answers).map((each) => [each.indicator.id, each.priority, each.isBlockedGate])).toEqual([
			['x.b.3', 'now', false], // because it is critical
			['x.a.2', 'next', false],
			['x.b.2', 'later', false]
		]);
	});

	it('finds none in what is in place, not applicable or open', () => {
		expect(gapsOf(everything('in-place'))).toEqual([]);
		expect(
			gapsOf({ 'x.a.1': DOES_NOT_APPLY, 'x.a.2': { level: 'not-applicable' }, 'x.a.3': 'gone' })
		).toEqual([]);
	});

	it('finds none out of scope', () => {
		const partners = exampleIndicator('x.a.1', { appliesIf: [{ question: 'partners', is: ['yes'] }] });
		const asked = exampleQuestionnaire({ a: [partners] });
		const assessment = exampleAssessment({ 'x.a.1': 'not-in-place' }, { profile: { partners: 'no' } });
		expect(findGaps(asked, scoreAssessment(asked, assessment))).toEqual([]);
	});
});

describe('findUnanswered', () => {
	it('lists what is still to answer, in questionnaire order', () => {
		const answers = {
			'x.a.1': 'unknown',
			'x.a.2': DOES_NOT_APPLY,
			'x.a.3': { level: 'not-applicable', reason: ' ' },
			'x.b.1': 'gone',
			'x.b.2': { note: 'Ask the director' },
			'x.b.3': 'in-place'
		};
		const score = scoreAssessment(questionnaire, exampleAssessment(answers));
		expect(findUnanswered(score).map(({ indicator }) => indicator.id)).toEqual([
			'x.a.3',
			'x.b.1',
			'x.b.2',
			'x.b.4'
		]);
	});
});
