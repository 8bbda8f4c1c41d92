import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuestionnaire, parseQuestionnaireText, parseSources } from '#lib/questionnaire/parse.ts';
import structure from '../../../tests/fixtures/questionnaires/good/sample/questionnaire.json';
import text from '../../../tests/fixtures/questionnaires/good/sample/en.json';
import sources from '../../../tests/fixtures/questionnaires/good/sources.json';

// What each mistake must say stands in tests/fixtures/questionnaires/mutations.ts.

test('gives back what is good', () => {
	const questionnaire = parseQuestionnaire(structure);
	expect(questionnaire).toEqual({ ok: true, value: structure });
	if (questionnaire.ok)
		expect(parseQuestionnaireText(text, questionnaire.value)).toEqual({ ok: true, value: text });
	expect(parseSources(sources)).toEqual({ ok: true, value: sources });
});

describe('never throws', () => {
	test('on any value', () => {
		fc.assert(
			fc.property(fc.anything({ maxDepth: 5, withNullPrototype: true, withBigInt: true }), (raw) => {
				expect(parseQuestionnaire(raw).ok).toBe(false);
				expect(parseSources(raw).ok).toBe(Array.isArray(raw) && raw.length === 0);
			})
		);
	});

	test('on a value that contains itself', () => {
		const endless: Record<string, unknown> = {};
		endless['scales'] = endless;
		expect(parseQuestionnaire(endless)).toEqual({
			ok: false,
			problems: [
				{
					path: Array(20).fill('scales').join('.'),
					message: 'Brackets stand in each other more than 20 times. Remove what does not belong here.'
				}
			]
		});
	});
});

test('a hostile key changes nothing and is named alone', () => {
	const raw: unknown = JSON.parse('{"__proto__": {"polluted": true}, "format": 5}');
	expect(parseQuestionnaire(raw)).toEqual({
		ok: false,
		problems: [
			{ path: '__proto__', message: 'The name "__proto__" is not allowed in any file. Use another name.' }
		]
	});
	expect('polluted' in {}).toBe(false);
});
