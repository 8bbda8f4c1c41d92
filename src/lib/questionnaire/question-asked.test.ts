import { expect, test } from 'vitest';
import type { Profile } from '#lib/questionnaire/conditions.ts';
import { questionAsked } from '#lib/questionnaire/question-asked.ts';
import {
	exampleIndicator,
	exampleQuestionnaire,
	exampleText
} from '../../../tests/unit/example-questionnaire.ts';

const later = exampleIndicator('a.1', { practiceFrom: 'deployed' });
const always = exampleIndicator('a.2');
const silent = exampleIndicator('a.3', { practiceFrom: 'deployed' });
const questionnaire = exampleQuestionnaire(
	{ a: [later, always, silent] },
	{ profile: [{ id: 'stage', kind: 'stage', options: ['before', 'deployed'] }] }
);
const example = exampleText(questionnaire);
const text = {
	...example,
	indicators: Object.fromEntries(
		Object.entries(example.indicators).map(([id, words]) => [
			id,
			{ ...words, question: `${id} in place?`, ...(id === 'a.3' ? {} : { prepared: `${id} prepared?` }) }
		])
	)
};

test.each<[string, typeof later, Profile, string]>([
	['before its stage what is prepared', later, { stage: 'before' }, 'a.1 prepared?'],
	['at its stage what is in place', later, { stage: 'deployed' }, 'a.1 in place?'],
	['without a stage what is in place', later, {}, 'a.1 in place?'],
	['a question that waits for no stage as it stands', always, { stage: 'before' }, 'a.2 in place?'],
	['a question without other words as it stands', silent, { stage: 'before' }, 'a.3 in place?'],
	['an unknown one by its id', exampleIndicator('a.9'), {}, 'a.9']
])('%s', (_what, indicator, profile, expected) => {
	expect(questionAsked(indicator, questionnaire, text, profile)).toBe(expected);
});
