import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const fixtures = 'tests/fixtures/assessments';
const questionnaire = `${fixtures}/example/questionnaire.json`;
/** Starting a fresh Node on a busy computer takes its time. */
const PATIENCE = 60_000;

function score(...args: string[]) {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		['--import', 'tsx', 'scripts/score.ts', ...args],
		{
			cwd: root,
			encoding: 'utf8'
		}
	);
	return { status, stdout, stderr };
}

function printed(...args: string[]) {
	const { status, stdout, stderr } = score(...args);
	expect(stderr).toBe('');
	expect(status).toBe(0);
	return JSON.parse(stdout) as Record<string, unknown>;
}

describe('the score command', { timeout: PATIENCE }, () => {
	it('prints what was worked out by hand', () => {
		// people   critical in place (3·1), major unknown (2·0); minor out of scope: 3/5 = 60, all of it evidenced
		// travel   critical started (3·⅓), minor open, major not applicable: 1/3; low 1/4; high (1+1)/4
		// learning minor partly in place (½), evidence blank: 50
		// overall  (60 + 33.3 + 50)/3 = 430/9; low (60 + 25 + 50)/3; high (60 + 50 + 50)/3; evidenced (60 + 0 + 0)/3
		const close = (value: number): unknown => expect.closeTo(value, 9);
		const figures = { shown: 60, low: 60, high: 60, evidenced: 60 };
		const draft = { status: 'to-do', isBlockedGate: false, resources: '', proof: '', note: '', edited: [] };
		const lead = 'Safeguarding lead';
		expect(printed(questionnaire, `${fixtures}/assessment.json`)).toEqual({
			questionnaire: { id: 'example', version: '1.0.0', answeredVersion: '0.9.0' },
			form: 'full',
			assessedOn: '2026-03-01',
			coverage: { answered: 5, inScope: 6, share: close(5 / 6) },
			overall: {
				score: close(430 / 9),
				shown: 48,
				low: close(45),
				high: close(160 / 3),
				evidenced: close(20)
			},
			standards: [
				{
					id: 'people',
					score: 60,
					...figures,
					coverage: 1,
					answered: 2,
					inScope: 2,
					scored: 2,
					rating: 'partly-met',
					criticalGaps: 0
				},
				{
					id: 'travel',
					score: close(100 / 3),
					shown: 33,
					low: close(25),
					high: close(50),
					evidenced: 0,
					coverage: close(2 / 3),
					answered: 2,
					inScope: 3,
					scored: 1,
					rating: 'incomplete',
					criticalGaps: 1
				},
				{
					id: 'learning',
					score: 50,
					shown: 50,
					low: 50,
					high: 50,
					evidenced: 0,
					coverage: 1,
					answered: 1,
					inScope: 1,
					scored: 1,
					rating: 'partly-met',
					criticalGaps: 0
				}
			],
			gates: {
				isReady: false,
				blocked: 2,
				ready: 0,
				list: [
					{ id: 'example.travel.1', isBlocked: true, isUnanswered: false },
					{ id: 'example.travel.2', isBlocked: true, isUnanswered: true }
				]
			},
			gaps: [
				{
					id: 'example.travel.1',
					standard: 'travel',
					priority: 'now',
					weight: 'critical',
					level: 'started',
					earned: close(1 / 3),
					isBlockedGate: true
				},
				{
					id: 'example.people.2',
					standard: 'people',
					priority: 'next',
					weight: 'major',
					level: 'unknown',
					earned: 0,
					isBlockedGate: false
				},
				{
					id: 'example.learning.1',
					standard: 'learning',
					priority: 'later',
					weight: 'minor',
					level: 'partly-in-place',
					earned: 0.5,
					isBlockedGate: false
				}
			],
			stillToAnswer: ['example.travel.2'],
			ignored: ['example.gone.1'],
			plan: [
				{
					...draft,
					id: 'example.travel.1',
					standard: 'travel',
					priority: 'now',
					isBlockedGate: true,
					text: 'Name a person on call and print the number.',
					responsibleRole: lead,
					dueDate: '2026-06-09' // D0: the day before the departure on 10 June
				},
				{
					...draft,
					id: 'added-1',
					standard: null,
					priority: 'next',
					text: 'Translate the policy.',
					responsibleRole: 'Communications lead',
					dueDate: '',
					status: 'in-progress',
					edited: ['text', 'responsibleRole', 'dueDate', 'status', 'resources', 'proof', 'note']
				},
				{
					...draft,
					id: 'example.people.2',
					standard: 'people',
					priority: 'next',
					text: 'First find out what is in place. Then: Show the policy to everybody on the first day.',
					responsibleRole: lead,
					dueDate: '2026-05-30' // 1 March + 90 days
				},
				{
					...draft,
					id: 'example.learning.1',
					standard: 'learning',
					priority: 'later',
					text: 'Review the policy every June.',
					responsibleRole: lead,
					dueDate: '2026-08-28', // 1 March + 180 days
					edited: ['text']
				},
				{
					...draft,
					id: 'example.people.1',
					standard: 'people',
					priority: 'now',
					text: 'Write the policy and have the board sign it.',
					responsibleRole: lead,
					dueDate: '2026-03-31', // 1 March + 30 days
					status: 'gap-closed'
				}
			]
		});
	});

	it.each([
		['1', 44], // (50 + 100/3 + 50)/3
		['2', 56] // (250/3 + 100/3 + 50)/3
	])('scores a file of version %s', (version, shown) => {
		expect(printed(questionnaire, `${fixtures}/released/version-${version}.json`)).toMatchObject({
			questionnaire: { id: 'example', version: '1.0.0', answeredVersion: '1.0.0' },
			overall: { shown },
			ignored: []
		});
	});

	it('counts due dates from the day it is told, else from the last change, when the file names none', () => {
		const file = `${fixtures}/without-day.json`;
		expect(printed(questionnaire, file)).toMatchObject({
			assessedOn: '2026-02-28',
			standards: [{ score: null, shown: null, low: 0, high: 100 }, { score: null }, { score: 50 }]
		});
		expect(printed(questionnaire, file, '--date', '2026-05-01')).toMatchObject({
			assessedOn: '2026-05-01',
			plan: [{ id: 'example.learning.1', dueDate: '2026-10-28' }] // 1 May + 180 days
		});
	});

	it.each([
		['nothing', [], 'Name a questionnaire and an assessment: npm run'],
		[
			'an option it does not know',
			[questionnaire, questionnaire, '--when', 'now'],
			'Name a questionnaire and an'
		],
		[
			'a day that does not exist',
			[questionnaire, questionnaire, '--date', '2026-02-30'],
			'no day of the calendar'
		],
		[
			'a file that is not there',
			[questionnaire, `${fixtures}/gone.json`],
			'gone.json: This file cannot be read.'
		],
		['a file that ends too early', [questionnaire, `${fixtures}/cut-off.txt`], 'cut-off.txt: The file ends'],
		[
			'a questionnaire as assessment',
			[questionnaire, questionnaire],
			'This is not an assessment made with this tool.'
		],
		[
			'a newer format',
			[questionnaire, `${fixtures}/newer-version.json`],
			'made by a newer version of this tool'
		],
		[
			'a level as a number',
			[questionnaire, `${fixtures}/wrong-level.json`],
			'answers.example.people.1.level: Here'
		],
		[
			'an assessment of another questionnaire',
			[questionnaire, `${fixtures}/other-questionnaire.json`],
			'This assessment answers the questionnaire "another", not "example".'
		],
		['an assessment as questionnaire', [`${fixtures}/assessment.json`, questionnaire], 'format: ']
	])('refuses %s with a sentence', (_name, args, sentence) => {
		const { status, stdout, stderr } = score(...args);
		expect(stderr).toContain(sentence);
		expect(stderr).not.toContain('    at ');
		expect(stdout).toBe('');
		expect(status).toBe(1);
	});
});
