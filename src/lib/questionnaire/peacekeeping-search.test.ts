import { expect, test } from 'vitest';
import { fillDeadlines } from '#lib/questionnaire/deadlines.ts';
import type { Questionnaire, QuestionnaireText } from '#lib/questionnaire/schema.ts';
import { indexIndicators, searchIndicators } from '#lib/questionnaire/search.ts';
import text from '../../../questionnaires/peacekeeping/en.json';
import questionnaire from '../../../questionnaires/peacekeeping/questionnaire.json';

// What the first peacekeeping questionnaire asked for must keep its place: a person who knows its words finds it.

const index = indexIndicators(
	questionnaire as unknown as Questionnaire,
	fillDeadlines(text as unknown as QuestionnaireText)
);

test.each([
	['selection and vetting', 'people.1'],
	['vetting', 'people.1'],
	['Misconduct Tracking System', 'people.3'],
	['ClearCheck', 'people.3'],
	['age rules', 'policy.10'],
	['minimum age', 'policy.10'],
	['pre-deployment training', 'people.12'],
	['training and certification', 'people.10'],
	['certificate', 'people.2'],
	["women's participation", 'people.7'],
	['safe conditions', 'people.7'],
	['welfare', 'people.22'],
	['rotation', 'people.19'],
	['risk assessment', 'procedures.1'],
	['off-limits', 'policy.15'],
	['off-limits places', 'procedures.4'],
	['non-fraternisation', 'policy.15'],
	['non-fraternization', 'policy.15'],
	['community complaint channels', 'procedures.7'],
	['community-based complaint', 'procedures.7'],
	['conduct and discipline staff', 'people.9'],
	['immediate response', 'procedures.13'],
	['evidence', 'procedures.13'],
	['national investigation officers', 'people.6'],
	['NIO', 'people.6'],
	['on-site courts martial', 'procedures.18'],
	['exclusive jurisdiction', 'policy.4'],
	['gaps in national law', 'policy.4'],
	['sanctions', 'accountability.9'],
	['reporting back', 'accountability.8'],
	['barring from future missions', 'people.4'],
	['barred', 'people.4'],
	["victims' rights advocates", 'procedures.11'],
	['trust fund', 'accountability.6'],
	['victim assistance', 'procedures.11'],
	['paternity claims', 'accountability.1'],
	['paternity focal point', 'accountability.1'],
	['DNA protocol', 'accountability.2'],
	['children born of abuse', 'accountability.25'],
	['resolution 2272', 'accountability.11'],
	['Member-State accountability criteria', 'accountability.21'],
	['transparency', 'accountability.18']
])('“%s” leads to %s among the first three', (query, id) => {
	expect(searchIndicators(index, query).slice(0, 3)).toContain(`peacekeeping.${id}`);
});
