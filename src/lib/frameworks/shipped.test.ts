import { describe, expect, test } from 'vitest';
import { scoreAssessment } from '#lib/assessment/score.ts';
import { findUncovered } from '#lib/frameworks/coverage.ts';
import { isMapped } from '#lib/frameworks/mapped.ts';
import { parseFrameworks, parseFrameworksText } from '#lib/frameworks/parse.ts';
import { readFrameworks } from '#lib/frameworks/reading.ts';
import { exampleAssessment } from '../../../tests/unit/example-assessment.ts';
import { readShipped, shippedQuestionnaire, valueOf } from '../../../tests/unit/shipped-questionnaire.ts';

const frameworks = valueOf(parseFrameworks(readShipped('frameworks.json')));
const text = valueOf(parseFrameworksText(readShipped('frameworks.en.json'), frameworks));
const { questionnaire, indicators } = shippedQuestionnaire('deployment');

test('nine frameworks are compared by 25 themes, two are only cited', () => {
	const compared = new Set(frameworks.themes.flatMap(({ items }) => items.map(({ framework }) => framework)));
	expect(frameworks.frameworks.map(({ id, items }) => [id, items.length, compared.has(id)])).toEqual([
		['icss', 4, true],
		['un-ip-psea', 8, true],
		['mos-psea', 8, true],
		['chs-2024', 9, true],
		['au-national-principles', 10, true],
		['crc', 26, true],
		['fcdo-safeguarding', 6, true],
		['sport-safeguards', 8, true],
		['cpms-2019', 39, true],
		['iasc-six-principles', 6, false],
		['kcs-emergency-standards', 6, false]
	]);
	expect(frameworks.themes).toHaveLength(25);
});

test('one questionnaire is mapped, and the themes name no other', () => {
	const mapped = ['icss', 'peacekeeping', 'deployment'].filter((id) =>
		isMapped(shippedQuestionnaire(id).questionnaire)
	);
	expect(mapped).toEqual(['deployment']);
	for (const { indicators: named } of frameworks.themes)
		for (const id of named) expect(id).toMatch(/^deployment\./);
});

describe('the questions on which an item rests', () => {
	const primary = (framework: string) =>
		Object.fromEntries(
			(frameworks.frameworks.find(({ id }) => id === framework)?.items ?? []).map(({ id: item }) => [
				item,
				indicators
					.filter(({ references }) =>
						references.some(
							(each) => each.source === framework && each.item === item && each.strength === 'primary'
						)
					)
					.map(({ id }) => id.replace('deployment.', ''))
					.sort()
			])
		);

	test('of the assessment of UN partners', () => {
		expect(primary('un-ip-psea')).toEqual({
			cs1: ['pol.1', 'pol.2'],
			cs2: ['par.1', 'par.2', 'vol.3'],
			cs3: ['hr.1', 'hr.2', 'hr.3'],
			cs4: ['trn.1', 'trn.2'],
			cs5: ['cbm.1', 'cbm.3', 'trn.4'],
			cs6: ['rsp.1', 'rsp.2'],
			cs7: ['rsp.3', 'rsp.4'],
			cs8: ['rsp.5']
		});
	});

	test('of the minimum operating standards', () => {
		expect(primary('mos-psea')).toEqual({
			m1: ['pol.1', 'pol.2'],
			m2: ['par.1', 'par.2'],
			m3: ['gov.2'],
			m4: ['dis.2', 'par-c.1'],
			m5: ['cbm.1', 'cbm.2'],
			m6: ['hr.1', 'hr.2'],
			m7: ['trn.1', 'trn.2'],
			m8: ['rsp.3', 'rsp.4']
		});
	});
});

describe('honesty', () => {
	test('no line is shown as confirmed while no specialist has confirmed it', () => {
		const score = scoreAssessment(questionnaire, exampleAssessment({}));
		const items = readFrameworks(frameworks, questionnaire, score).flatMap((each) => each.items);
		expect(items.filter(({ reading, isVerified }) => reading !== undefined && isVerified)).toEqual([]);
		expect(text.status).toMatch(/^Draft mapping/);
	});

	test('every framework says what its view is not', () => {
		for (const { reading } of Object.values(text.frameworks)) expect(reading).toMatch(/\b(never|not|no)\b/);
	});

	test('no text sets thresholds or a level of the other body', () => {
		const words = JSON.stringify(text);
		expect(words).not.toMatch(/\b(high|medium|moderate|low) (risk|capacity)\b/i);
	});

	test('what a framework does not ask is named', () => {
		const titles = (id: string) =>
			findUncovered(frameworks, id).unmatched.map((theme) => text.themes[theme.id]?.title);
		expect(titles('fcdo-safeguarding')).toEqual([
			'Coordination, shared systems',
			'Images and stories',
			'Data and digital',
			'Information to communities',
			'Child and family participation',
			'Inclusion'
		]);
		expect(findUncovered(frameworks, 'un-ip-psea').weak.map(({ id }) => id)).toContain('risk-assessment');
	});
});

test.each([
	['in-place', 'no-gap-seen'],
	['mostly-in-place', 'no-gap-seen'],
	['started', 'gap'],
	['unknown', 'gap']
] as const)('with every answer at %s and evidence for it, every line reads %s', (level, expected) => {
	const answers = Object.fromEntries(
		indicators.map(({ id, evidence }) => [
			id,
			{ level, evidence: { ticked: evidence.slice(0, 1), text: '' } }
		])
	);
	const score = scoreAssessment(questionnaire, exampleAssessment(answers));
	const readings = readFrameworks(frameworks, questionnaire, score)
		.flatMap(({ items }) => items)
		.flatMap(({ reading }) => reading ?? []);
	expect(readings.length).toBeGreaterThan(90);
	expect(new Set(readings)).toEqual(new Set([expected]));
});
