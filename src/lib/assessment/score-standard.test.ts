import { describe, expect, it } from 'vitest';
import type { Answer } from '#lib/assessment/schema.ts';
import { coverageOf, scoreAssessment, type StandardScore } from '#lib/assessment/score.ts';
import type { Weight } from '#lib/questionnaire/schema.ts';
import { DOES_NOT_APPLY, exampleAssessment } from '../../../tests/unit/example-assessment.ts';
import { exampleIndicator, exampleQuestionnaire } from '../../../tests/unit/example-questionnaire.ts';

/** Weight class, scale and answer of one indicator. */
type Line = [Weight, 'three' | 'four', (Answer | string)?];

const full = { ticked: ['record'], text: '' };
const blank = { ticked: [], text: ' \n ' };
const repeat = (times: number, line: Line): Line[] => Array.from({ length: times }, () => line);

// Every line: what is answered, then score, low, high, evidenced, [in scope, answered, scored], rating.
// Weights: critical 3, major 2, minor 1. The arithmetic stands beside each line: earned weight / weight of the base.
type Figures = [score: number | null, low: number | null, high: number | null, evidenced: number | null];
const examples: [string, Line[], Figures, [number, number, number], StandardScore['rating']][] = [
	[
		'three levels', // (3·1 + 2·½ + 1·0) / (3+2+1) = 4/6
		[
			['critical', 'three', 'in-place'],
			['major', 'three', 'partly-in-place'],
			['minor', 'three', 'not-in-place']
		],
		[400 / 6, 400 / 6, 400 / 6, 0],
		[3, 3, 3],
		'partly-met'
	],
	[
		'four levels', // (3·⅔ + 2·⅓ + 1·1 + 1·0) / (3+2+1+1) = (2 + ⅔ + 1) / 7 = 11/21
		[
			['critical', 'four', 'mostly-in-place'],
			['major', 'four', 'started'],
			['minor', 'four', 'in-place'],
			['minor', 'four', 'not-in-place']
		],
		[1100 / 21, 1100 / 21, 1100 / 21, 0],
		[4, 4, 4],
		'partly-met'
	],
	[
		'both scales in one standard', // (2·½ + 1·⅔) / 3 = 5/9
		[
			['major', 'three', 'partly-in-place'],
			['minor', 'four', 'mostly-in-place']
		],
		[500 / 9, 500 / 9, 500 / 9, 0],
		[2, 2, 2],
		'partly-met'
	],
	[
		'"we do not know" earns nothing and stays in the base', // (2·0 + 1·1) / 3
		[
			['major', 'three', 'unknown'],
			['minor', 'three', 'in-place']
		],
		[100 / 3, 100 / 3, 100 / 3, 0],
		[2, 2, 2],
		'not-met'
	],
	[
		'not applicable leaves the base', // 2·½ / 2
		[
			['critical', 'three', DOES_NOT_APPLY],
			['major', 'three', 'partly-in-place']
		],
		[50, 50, 50, 0],
		[2, 2, 1],
		'partly-met'
	],
	[
		'not applicable without a reason counts as nothing', // score 2·½ / 2; low 1 / 5; high (1+3) / 5
		[
			['critical', 'three', { level: 'not-applicable' }],
			['major', 'three', 'partly-in-place']
		],
		[50, 20, 80, 0],
		[2, 1, 1],
		'incomplete'
	],
	[
		'not applicable with a blank reason counts as nothing', // as above
		[
			['critical', 'three', { level: 'not-applicable', reason: ' \t\n' }],
			['major', 'three', 'partly-in-place']
		],
		[50, 20, 80, 0],
		[2, 1, 1],
		'incomplete'
	],
	[
		'a level of another scale counts as nothing', // score 1/1; low 1 / 3; high (1+2) / 3
		[
			['major', 'three', 'mostly-in-place'],
			['minor', 'three', 'in-place']
		],
		[100, 100 / 3, 100, 0],
		[2, 1, 1],
		'incomplete'
	],
	['nothing answered', repeat(2, ['major', 'three']), [null, 0, 100, null], [2, 0, 0], 'not-assessed'],
	[
		'nothing applies',
		repeat(2, ['critical', 'three', DOES_NOT_APPLY]),
		[null, null, null, null],
		[2, 2, 0],
		'out-of-scope'
	],
	[
		'nothing scored, something open',
		[
			['minor', 'three', DOES_NOT_APPLY],
			['minor', 'three']
		],
		[null, 0, 100, null],
		[2, 1, 0],
		'incomplete'
	],
	[
		'a critical gap caps a high score', // (3·⅔ + 6·2·1) / (3 + 12) = 14/15 = 93.3
		[['critical', 'four', 'mostly-in-place'], ...repeat(6, ['major', 'four', 'in-place'])],
		[1400 / 15, 1400 / 15, 1400 / 15, 0],
		[7, 7, 7],
		'partly-met'
	],
	[
		'the same weight lost without a critical gap', // (6·2·1 + 2·1 + 1·0) / (12 + 2 + 1) = 14/15
		[...repeat(7, ['major', 'four', 'in-place']), ['minor', 'four', 'not-in-place']],
		[1400 / 15, 1400 / 15, 1400 / 15, 0],
		[8, 8, 8],
		'met'
	],
	[
		'a critical gap does not lift a low score', // 1 / (3 + 1)
		[
			['critical', 'three', 'unknown'],
			['minor', 'three', 'in-place']
		],
		[25, 25, 25, 0],
		[2, 2, 2],
		'not-met'
	],
	[
		'exactly 90', // 9·2 / 20
		[...repeat(9, ['major', 'three', 'in-place']), ['major', 'three', 'not-in-place']],
		[90, 90, 90, 0],
		[10, 10, 10],
		'met'
	],
	[
		'exactly 70, by thirds', // (1·1 + 9·⅔) / 10: a sum of floating-point thirds
		[['minor', 'four', 'in-place'], ...repeat(9, ['minor', 'four', 'mostly-in-place'])],
		[70, 70, 70, 0],
		[10, 10, 10],
		'mostly-met'
	],
	[
		'exactly 40, by thirds', // (1·1 + 9·⅓) / 10
		[['minor', 'four', 'in-place'], ...repeat(9, ['minor', 'four', 'started'])],
		[40, 40, 40, 0],
		[10, 10, 10],
		'partly-met'
	],
	[
		'only answers with evidence count as evidenced', // score (3 + 2 + 1·½) / 6; evidenced 3 / 6
		[
			['critical', 'three', { level: 'in-place', evidence: full }],
			['major', 'three', { level: 'in-place', evidence: blank }],
			['minor', 'three', 'partly-in-place']
		],
		[550 / 6, 550 / 6, 550 / 6, 50],
		[3, 3, 3],
		'met'
	],
	[
		'evidence gives what the level earns, and nothing for "we do not know"', // score and evidenced 2·½ / 3
		[
			['major', 'three', { level: 'partly-in-place', evidence: { ticked: [], text: 'Minutes of May' } }],
			['minor', 'three', { level: 'unknown', evidence: full }]
		],
		[100 / 3, 100 / 3, 100 / 3, 100 / 3],
		[2, 2, 2],
		'not-met'
	],
	[
		'an open question widens the range by its weight', // score 1/2 of 4; low 2 / 7; high (2+3) / 7
		[
			['major', 'three', { level: 'partly-in-place', evidence: full }],
			['major', 'three', 'partly-in-place'],
			['critical', 'three']
		],
		[50, 200 / 7, 500 / 7, 25],
		[3, 2, 2],
		'incomplete'
	]
];

/** A standard "a" with one indicator for each line, scored. */
function scoreLines(lines: Line[]) {
	const indicators = lines.map(([weight, scale], index) =>
		exampleIndicator(`x.a.${index}`, { weight, scale })
	);
	const answers = lines.flatMap(([, , answer], index) =>
		answer === undefined ? [] : [[`x.a.${index}`, answer]]
	);
	return scoreAssessment(
		exampleQuestionnaire({ a: indicators }),
		exampleAssessment(Object.fromEntries(answers) as Record<string, Answer | string>)
	);
}

function expectFigure(actual: number | null | undefined, expected: number | null) {
	if (expected === null) expect(actual).toBeNull();
	else expect(actual).toBeCloseTo(expected, 9);
}

describe('a standard', () => {
	it.each(examples)('%s', (_name, lines, [score, low, high, evidenced], counts, rating) => {
		const result = scoreLines(lines);
		const standard = result.standards[0];
		expectFigure(standard?.score, score);
		expectFigure(standard?.low, low);
		expectFigure(standard?.high, high);
		expectFigure(standard?.evidenced, evidenced);
		expect([standard?.inScope, standard?.answered, standard?.scored]).toEqual(counts);
		expect(standard?.rating).toBe(rating);
		// one standard: the whole has the same figures
		expectFigure(result.score, score);
		expect(coverageOf(result)).toBe(counts[1] / counts[0]);
	});

	it('counts its critical gaps', () => {
		const { standards } = scoreLines([
			['critical', 'four', 'mostly-in-place'],
			['critical', 'three', 'unknown'],
			['critical', 'three', 'in-place'],
			['critical', 'three', DOES_NOT_APPLY],
			['critical', 'three'],
			['major', 'three', 'not-in-place']
		]);
		expect(standards[0]?.criticalGaps).toBe(2);
	});

	it('says how many of its points each indicator brings', () => {
		// base 3 + 2 = 5: critical brings 3·½ of 5 = 30 of 60 possible points, major 0 of 40
		const { standards } = scoreLines([
			['critical', 'three', 'partly-in-place'],
			['major', 'three', 'unknown'],
			['major', 'three', DOES_NOT_APPLY],
			['minor', 'three']
		]);
		const points = standards[0]?.indicators.map((each) => [each.points, each.possible]);
		expect(points).toEqual([
			[30, 60],
			[0, 40],
			[0, 0],
			[0, 0]
		]);
	});
});
