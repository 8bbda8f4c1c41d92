import { expect, test } from 'vitest';
import { countBy, numbered, shippedQuestionnaire } from '../../../tests/unit/shipped-questionnaire.ts';

const { questionnaire, text, indicators } = shippedQuestionnaire('icss');

/** The bank of items: each was a question of its own from the first version on. */
const BANK = numbered('icss', { policy: 6, people: 8, procedures: 14, accountability: 8 });

test('the 36 items of the bank, under four standards, and nothing else', () => {
	expect(BANK).toHaveLength(36);
	expect(indicators.map(({ id }) => id)).toEqual(BANK);
	expect(questionnaire.standards.map((standard) => [standard.id, standard.indicators.length])).toEqual([
		['policy', 6],
		['people', 8],
		['procedures', 14],
		['accountability', 8]
	]);
});

test('17 are critical, 16 major, 3 minor', () => {
	expect(countBy(indicators, ({ weight }) => weight)).toEqual({ critical: 17, major: 16, minor: 3 });
});

test('the short form is the 17 critical indicators, in order', () => {
	const critical = indicators.filter(({ weight }) => weight === 'critical').map(({ id }) => id);
	expect(critical).toHaveLength(17);
	expect(questionnaire.shortForms).toEqual([{ id: 'critical', indicators: critical }]);
});

test('one indicator depends on the profile: partners', () => {
	const conditions = indicators.flatMap(({ id, appliesIf }) => (appliesIf ? [[id, appliesIf]] : []));
	expect(conditions).toEqual([['icss.people.7', [{ question: 'partners', is: ['yes'] }]]]);
});

test('levels count 0, a half and 1', () => {
	expect(questionnaire.scales).toEqual({
		'three-levels': [
			{ id: 'not-in-place', value: 0 },
			{ id: 'partly-in-place', value: 0.5 },
			{ id: 'in-place', value: 1 }
		]
	});
});

test('the claim stays honest', () => {
	expect(text.claim).toMatch(/not endorsed by Keeping Children Safe/);
	expect(text.claim).toMatch(/not a certification/);
	for (const sentence of Object.values(text.provenance)) expect(sentence).toMatch(/our own/);
});
