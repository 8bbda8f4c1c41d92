import { expect, test } from 'vitest';
import { indicatorsInScope } from '#lib/assessment/scope.ts';
import { countBy, numbered, shippedQuestionnaire } from '../../../tests/unit/shipped-questionnaire.ts';

const { questionnaire, text, indicators } = shippedQuestionnaire('deployment');
const ids = indicators.map(({ id }) => id);

/** The bank of items, by its sections. */
const BANK = numbered('deployment', {
	gov: 4,
	pol: 4,
	hr: 5,
	trn: 5,
	vol: 4,
	par: 4,
	rsk: 8,
	dis: 5,
	com: 4,
	dig: 5,
	cbm: 5,
	'par-c': 3,
	inc: 3,
	rsp: 10,
	lrn: 2
});

/** Conditions for departure. */
const GATES = [
	'gov.1',
	'gov.2',
	'pol.1',
	'pol.2',
	'hr.1',
	'hr.2',
	'trn.1',
	'vol.1',
	'par.1',
	'par.2',
	'rsk.1',
	'rsk.4',
	'rsk.5',
	'dis.1',
	'dig.1',
	'cbm.1',
	'cbm.3',
	'rsp.1',
	'rsp.2',
	'rsp.3'
].map((id) => `deployment.${id}`);

test('the 71 items of the bank, and nothing else', () => {
	expect(BANK).toHaveLength(71);
	expect([...ids].sort()).toEqual([...BANK].sort());
	expect(questionnaire.merged).toBeUndefined();
});

test('each stands in the section that its id names, under one of four standards', () => {
	for (const { id, group } of indicators) expect(id.split('.')[1], id).toBe(group);
	expect(questionnaire.arrangedBy).toBe('group');
	expect(questionnaire.standards.map((standard) => [standard.id, standard.indicators.length])).toEqual([
		['policy', 3],
		['people', 20],
		['procedures', 42],
		['accountability', 6]
	]);
});

test('37 are critical, 32 major, 2 minor', () => {
	expect(countBy(indicators, ({ weight }) => weight)).toEqual({ critical: 37, major: 32, minor: 2 });
});

test('20 are gates: critical, due before departure, and open only from "in place with gaps" on', () => {
	const gates = indicators.filter(({ gate }) => gate !== undefined);
	expect(gates.map(({ id }) => id).sort()).toEqual([...GATES].sort());
	for (const { id, weight, due, gate } of gates)
		expect({ id, weight, due, gate }).toEqual({
			id,
			weight: 'critical',
			due: 'D0',
			gate: { minimum: 'mostly-in-place' }
		});
});

test('the short form is the 20 gates, so that it can decide on departure', () => {
	expect(questionnaire.shortForms.map(({ id }) => id)).toEqual(['gates']);
	expect([...(questionnaire.shortForms[0]?.indicators ?? [])].sort()).toEqual([...GATES].sort());
});

test('every action has a due code: 40 before departure, 12 a week, 17 a month, 2 three months after it', () => {
	expect(countBy(indicators, ({ due = '' }) => due)).toEqual({ D0: 40, 'D+7': 12, 'D+30': 17, 'D+90': 2 });
});

test('levels are thirds, and the third of them is the target at departure', () => {
	expect(questionnaire.scales).toEqual({
		'four-levels': [
			{ id: 'not-in-place', value: 0 },
			{ id: 'started', value: 1 / 3 },
			{ id: 'mostly-in-place', value: 2 / 3 },
			{ id: 'in-place', value: 1 }
		]
	});
	expect(questionnaire.targetAtDeparture).toBe('mostly-in-place');
});

test('17 items depend on one fact each; with every fact denied 54 remain', () => {
	const conditions = indicators.flatMap(({ appliesIf = [] }) => appliesIf);
	const facts = questionnaire.profile.filter(({ kind }) => kind === 'yes-no').map(({ id }) => id);
	expect(conditions.every(({ is }) => is.join() === 'yes')).toBe(true);
	const perFact = facts.map((fact) => [fact, conditions.filter(({ question }) => question === fact).length]);
	expect(Object.fromEntries(perFact)).toEqual({
		'surge-roster': 1,
		volunteers: 1,
		partners: 3,
		distribution: 3,
		cash: 1,
		'fixed-sites': 1,
		images: 3,
		'family-registration': 1,
		overnight: 1,
		detention: 1,
		'children-in-groups': 1
	});
	const denied = Object.fromEntries(facts.map((fact) => [fact, 'no']));
	const asked = indicatorsInScope(questionnaire, { form: 'full', profile: denied });
	expect([...asked.values()].flat()).toHaveLength(54);
});

test('all is a proposal, and the claim says so', () => {
	expect(countBy(indicators, ({ provenance }) => provenance)).toEqual({ proposal: 71 });
	expect(countBy(indicators, ({ basis = 'none' }) => basis)).toEqual({ policy: 12, 'good-practice': 59 });
	for (const { references } of indicators)
		for (const { verified } of references) expect(verified).toBe(false);
	expect(text.claim).toMatch(/Not a certification/);
	expect(text.claim).toMatch(/no safeguarding specialist has confirmed them yet/);
});
