import { describe, expect, it } from 'vitest';
import {
	chosenOptions,
	isAskedAsPrepared,
	unmetConditions,
	type Profile
} from '#lib/questionnaire/conditions.ts';
import type { Questionnaire } from '#lib/questionnaire/schema.ts';

const ofUnits = { question: 'deploys', is: ['contingent', 'police-unit'] };
const withBase = { question: 'has-base', is: ['yes'] };
/** The profile questions that those conditions name. */
const asking: Pick<Questionnaire, 'profile'> = {
	profile: [
		{ id: 'deploys', kind: 'several', options: ['contingent', 'police-unit', 'training', 'observers'] },
		{ id: 'has-base', kind: 'yes-no' },
		{ id: 'stage', kind: 'stage', options: ['before', 'deployed', 'after-return'] }
	]
};
const once = { question: 'stage', is: ['deployed', 'after-return'] };

describe('the options chosen', () => {
	it.each<[string, Profile, string[]]>([
		['no answer', {}, []],
		['an empty answer', { deploys: '' }, []],
		['no option', { deploys: [] }, []],
		['one', { deploys: 'contingent' }, ['contingent']],
		['several', { deploys: ['contingent', 'training'] }, ['contingent', 'training']]
	])('%s', (_name, profile, expected) => {
		expect(chosenOptions(profile, 'deploys')).toEqual(expected);
	});

	it.each(['__proto__', 'constructor', 'toString'])('%s is not answered by inheritance', (question) => {
		expect(chosenOptions({}, question)).toEqual([]);
	});
});

describe('the conditions that a profile does not meet', () => {
	it.each<[string, Profile, string[]]>([
		['no answer meets all', {}, []],
		['empty answers meet all', { deploys: [], 'has-base': '', stage: '' }, []],
		['one of several options is enough', { deploys: ['training', 'police-unit'] }, []],
		['none of several options', { deploys: ['training', 'observers'] }, ['deploys']],
		['an option that nobody knows leaves nothing out', { deploys: ['gone'] }, []],
		['nor does it beside one that leaves it out', { deploys: ['training', 'gone'] }, []],
		['a stage that nobody knows', { stage: 'gone' }, []],
		['a word instead of yes or no', { 'has-base': 'maybe' }, []],
		['yes and no at once', { 'has-base': ['no', 'yes'] }, []],
		['the same option ten thousand times', { deploys: Array(10_000).fill('training') }, ['deploys']],
		['names that all objects have', { deploys: ['__proto__', 'constructor'] }, []],
		['a stage that is named', { stage: 'deployed' }, []],
		['a stage that is not', { stage: 'before' }, ['stage']],
		['all must hold: the first', { deploys: ['training'], 'has-base': 'yes' }, ['deploys']],
		['all must hold: the second', { deploys: ['contingent'], 'has-base': 'no' }, ['has-base']],
		[
			'all that fail',
			{ stage: 'before', deploys: 'training', 'has-base': 'no' },
			['deploys', 'has-base', 'stage']
		],
		['an answer to another question', { volunteers: 'no' }, []]
	])('%s', (_name, profile, expected) => {
		const unmet = unmetConditions({ appliesIf: [ofUnits, withBase, once] }, asking, profile);
		expect(unmet.map(({ question }) => question)).toEqual(expected);
	});

	it('is none for a question that is not asked', () => {
		const gone = { appliesIf: [{ question: 'gone', is: ['yes'] }] };
		expect(unmetConditions(gone, asking, { gone: 'no' })).toEqual([]);
	});

	it('is none without conditions', () => {
		expect(unmetConditions({}, asking, { deploys: ['training'] })).toEqual([]);
	});
});

describe('a question that asks what is prepared', () => {
	const questionnaire: Pick<Questionnaire, 'profile'> = {
		profile: [
			{ id: 'deploys', kind: 'several', options: ['deployed', 'training'] },
			{ id: 'stage', kind: 'stage', options: ['before', 'deployed', 'after'] }
		]
	};

	it.each<[string, string | undefined, Profile, boolean]>([
		['before its practice', 'deployed', { stage: 'before' }, true],
		['long before', 'after', { stage: 'before' }, true],
		['when its practice begins', 'deployed', { stage: 'deployed' }, false],
		['afterwards', 'deployed', { stage: 'after' }, false],
		['at the first stage', 'before', { stage: 'before' }, false],
		['without a stage given', 'deployed', {}, false],
		['with an empty stage', 'deployed', { stage: '' }, false],
		['at a stage that nobody knows', 'deployed', { stage: 'gone' }, false],
		['for a practice at a stage that nobody knows', 'gone', { stage: 'before' }, false],
		['by an option of another question', 'after', { deploys: ['deployed'] }, false],
		['without a practice to come', undefined, { stage: 'before' }, false]
	])('%s', (_name, practiceFrom, profile, expected) => {
		const indicator = practiceFrom === undefined ? {} : { practiceFrom };
		expect(isAskedAsPrepared(indicator, questionnaire, profile)).toBe(expected);
	});

	it('is none where no stage is asked for', () => {
		expect(isAskedAsPrepared({ practiceFrom: 'deployed' }, { profile: [] }, { stage: 'before' })).toBe(false);
	});
});
