import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FILE_FORMAT_VERSION } from '#lib/assessment/migrate.ts';
import { parseAssessment } from '#lib/assessment/parse.ts';

const smallest = {
	format: 'child-safeguarding-assessment',
	formatVersion: FILE_FORMAT_VERSION,
	questionnaire: { id: 'example', version: '1.0.0' },
	profile: {},
	answers: {}
};
const added = {
	id: 'added-1',
	priority: 'now',
	text: 'Translate the policy.',
	responsibleRole: 'Communications lead',
	dueDate: '',
	status: 'to-do',
	resources: '',
	proof: '',
	note: ''
};
const plan = { drafted: ['x.a.1'], edits: {}, added: [added], order: ['added-1'] };
const question = {
	language: 'en',
	standard: 'People',
	question: 'Is it in place?',
	requirement: 'It is in place.',
	levels: { 'in-place': 'In place' },
	anchors: { 'in-place': 'Everybody knows it.' },
	weight: 'critical',
	answeredUnder: '1.0.0'
};
const complete = {
	...smallest,
	id: 'assessment-1',
	label: 'Spring',
	form: 'quick',
	profile: { partners: 'yes', departure: '2026-06-10' },
	assessedOn: '2026-03-01',
	changedAt: '2026-03-01T09:00:00.000Z',
	place: 'x.a.1',
	answers: {
		'x.a.1': {
			level: 'in-place',
			evidence: { ticked: ['record'], text: 'Minutes' },
			note: 'Seen',
			review: true
		},
		'x.a.2': { level: 'not-applicable', reason: 'No partners' },
		'x.a.3': {}
	},
	plan: { ...plan, edits: { 'x.a.1': { dueDate: '2026-03-31', status: 'done' } } },
	questions: { 'x.a.1': question },
	lastFile: { savedAt: '2026-03-01T09:00:00.000Z', isChecked: false },
	app: { name: 'child-safeguarding-self-assessment', version: '0.2.0' }
};
const copy = {
	id: 'copy-1',
	takenAt: '2026-03-01T09:00:00.000Z',
	reason: 'departure',
	note: '',
	assessment: complete
};
/** The file with one level of nesting for each bracket. */
const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);

function problemsOf(raw: unknown) {
	const result = parseAssessment(raw);
	return result.ok ? [] : result.problems;
}

describe('a good file', () => {
	it.each([
		['the least a file can hold', smallest],
		['everything', complete],
		['dated copies', { ...complete, snapshots: [copy, { ...copy, id: 'copy-2', reason: 'update' }] }],
		[
			'fields that a newer version wrote',
			{ ...smallest, season: 'dry', answers: { 'x.a.1': { confidence: 3 } } }
		],
		[
			'unknown fields in evidence and edits',
			{
				...smallest,
				answers: { 'x.a.1': { evidence: { ticked: [], text: '', place: 'Office' } } },
				plan: { ...plan, edits: { 'x.a.1': { cost: 5 } } }
			}
		],
		[
			'unknown fields in the plan',
			{ ...smallest, plan: { ...plan, added: [{ ...added, cost: 5 }], pinned: [] } }
		],
		[
			'unknown fields in copies',
			{
				...smallest,
				questions: { 'x.a.1': { ...question, hint: 'Ask.' } },
				snapshots: [{ ...copy, by: 'Director', assessment: { ...smallest, season: 'dry' } }]
			}
		],
		['a leap day', { ...smallest, assessedOn: '2028-02-29' }],
		['texts of the greatest length', { ...smallest, answers: { 'x.a.1': { note: 'x'.repeat(5000) } } }]
	])('%s comes back as it is', (_name, raw) => {
		expect(parseAssessment(JSON.parse(JSON.stringify(raw)))).toEqual({ ok: true, value: raw });
	});
});

describe('a file of something else', () => {
	it.each([
		['nothing', null],
		['a text', 'hello'],
		['a number', 5],
		['a list', [smallest]],
		['an empty group', {}],
		['another format', { ...smallest, format: 'child-safeguarding-questionnaire' }]
	])('%s', (_name, raw) => {
		expect(problemsOf(raw)).toEqual([
			{
				path: 'format',
				message: 'This is not an assessment made with this tool. Choose a file that this tool saved.'
			}
		]);
	});

	it('of a newer version says so, and nothing about what it does not understand', () => {
		expect(problemsOf({ ...smallest, formatVersion: FILE_FORMAT_VERSION + 1, answers: [] })).toEqual([
			{
				path: 'formatVersion',
				message:
					'This assessment was made by a newer version of this tool. Open it there. Nothing was changed.'
			}
		]);
	});

	it.each([0, '1', null, 0.5])('of the format version %j is refused', (formatVersion) => {
		expect(problemsOf({ ...smallest, formatVersion })).toMatchObject([{ path: 'formatVersion' }]);
	});
});

describe('a file that misleads', () => {
	it.each(['__proto__', 'constructor', 'prototype'])('%s is refused wherever it stands', (key) => {
		const places = [
			['', key],
			['answers', `answers.${key}`],
			['profile', `profile.${key}`],
			['season', `season.${key}`]
		] as const;
		for (const [group, path] of places) {
			const hostile = JSON.parse(`{"${key}":{"level":"in-place"}}`) as Record<string, unknown>;
			// fromEntries keeps `__proto__` as a plain key, as JSON.parse does
			const raw = Object.fromEntries([
				...Object.entries(smallest),
				...(group === '' ? Object.entries(hostile) : [[group, hostile]])
			]) as unknown;
			expect(problemsOf(raw)).toEqual([
				{ path, message: `The name "${key}" is not allowed in any file. Use another name.` }
			]);
		}
	});

	it.each([30, 10_000, 200_000])('%i brackets in each other are refused, not a crash', (depth) => {
		const [problem] = problemsOf({ ...smallest, season: nested(depth) });
		expect(problem?.message).toContain('Brackets stand in each other');
	});
});

describe('a mistake in a file', () => {
	const long = 'x'.repeat(5001);
	const answers = (answer: unknown) => ({ ...smallest, answers: { 'x.a.1': answer } });
	const planned = (change: object) => ({ ...smallest, plan: { ...plan, ...change } });

	it.each<[string, unknown, string, string]>([
		['no answers', { ...smallest, answers: undefined }, 'answers', '"answers" is missing. Add it.'],
		['answers as a list', { ...smallest, answers: [] }, 'answers', 'Here stands a list'],
		['an answer that is empty', answers(null), 'answers.x.a.1', 'Here stands the empty value null'],
		['a level as a number', answers({ level: 2 }), 'answers.x.a.1.level', 'Here stands a number'],
		['a level that is too long', answers({ level: 'x'.repeat(61) }), 'answers.x.a.1.level', 'at most 60'],
		[
			'a note that is too long',
			answers({ note: long }),
			'answers.x.a.1.note',
			'5001 characters; at most 5000'
		],
		['a reason that is too long', answers({ reason: long }), 'answers.x.a.1.reason', 'at most 5000'],
		['evidence as a text', answers({ evidence: 'Minutes' }), 'answers.x.a.1.evidence', 'Here stands a text'],
		[
			'evidence that is too long',
			answers({ evidence: { ticked: [], text: long } }),
			'answers.x.a.1.evidence.text',
			'at most 5000'
		],
		[
			'an id that is too long',
			{ ...smallest, answers: { ['x'.repeat(81)]: {} } },
			`answers.${'x'.repeat(81)}`,
			'80'
		],
		[
			'a profile answer as true',
			{ ...smallest, profile: { partners: true } },
			'profile.partners',
			'Write an answer in quotation marks'
		],
		[
			'a list of answers that no question offers',
			{ ...smallest, profile: { deploys: Array(10_000).fill('training') } },
			'profile.deploys',
			'at most 100'
		],
		['no questionnaire', { ...smallest, questionnaire: 'icss' }, 'questionnaire', 'Here stands a text'],
		['a day that does not exist', { ...smallest, assessedOn: '2026-02-30' }, 'assessedOn', 'does not exist'],
		['a day in words', { ...smallest, assessedOn: '1 March' }, 'assessedOn', 'This is no date.'],
		[
			'a status nobody has',
			planned({ edits: { 'x.a.1': { status: 'late' } } }),
			'plan.edits.x.a.1.status',
			'to-do'
		],
		[
			'a due date in words',
			planned({ added: [{ ...added, dueDate: 'soon' }] }),
			'plan.added.0.dueDate',
			'no date'
		],
		[
			'an added action with the id of an indicator',
			planned({ added: [{ ...added, id: 'x.a.1' }] }),
			'plan.added.0.id',
			'letters, digits and hyphens'
		],
		[
			'a moment in words',
			answers({ changedAt: 'yesterday' }),
			'answers.x.a.1.changedAt',
			'This is no moment in UTC.'
		],
		[
			'a hash of another kind',
			{ ...smallest, questionnaire: { ...smallest.questionnaire, hash: 'md5-0' } },
			'questionnaire.hash',
			'sha256-'
		],
		[
			'a question that is too long',
			{ ...smallest, questions: { 'x.a.1': { ...question, requirement: long } } },
			'questions.x.a.1.requirement',
			'at most 5000'
		],
		[
			'too many questions',
			{
				...smallest,
				questions: Object.fromEntries(Array.from({ length: 501 }, (_, index) => [`x.a.${index}`, question]))
			},
			'questions',
			'more than 500'
		],
		[
			'too many copies',
			{
				...smallest,
				snapshots: Array.from({ length: 21 }, (_, index) => ({ ...copy, id: `copy-${index}` }))
			},
			'snapshots',
			'at most 20'
		],
		['two copies with one id', { ...smallest, snapshots: [copy, copy] }, 'snapshots', 'the same id'],
		[
			'a copy for a reason nobody has',
			{ ...smallest, snapshots: [{ ...copy, reason: 'holiday' }] },
			'snapshots.0.reason',
			'departure'
		],
		[
			'a mistake in a copy',
			{ ...smallest, snapshots: [{ ...copy, assessment: { ...smallest, answers: [] } }] },
			'snapshots.0.assessment.answers',
			'Here stands a list'
		],
		['two added actions with one id', planned({ added: [added, added] }), 'plan.added', 'the same id']
	])('%s is one sentence at its place', (_name, raw, path, words) => {
		const problems = problemsOf(raw);
		expect(problems.map((problem) => problem.path)).toEqual([path]);
		expect(problems[0]?.message).toContain(words);
	});

	it('does not hide the next one', () => {
		const raw = { ...smallest, profile: [], answers: { 'x.a.1': { level: 1 }, 'x.a.2': { note: 2 } } };
		expect(problemsOf(raw).map(({ path }) => path)).toEqual([
			'profile',
			'answers.x.a.1.level',
			'answers.x.a.2.note'
		]);
	});
});

describe('a questionnaire that lies in a file', () => {
	const folder = 'tests/fixtures/assessments/example';
	const read = (name: string) =>
		JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Readonly<Record<string, unknown>>;
	const questionnaire = read('questionnaire.json');
	const text = read('en.json');
	const withOwn = (change: object) => ({
		...smallest,
		ownQuestionnaire: {
			openedAt: '2026-03-01T09:00:00.000Z',
			language: 'en',
			questionnaire,
			text,
			origin: 'Training centre',
			...change
		}
	});

	it('comes back as it is', () => {
		expect(parseAssessment(withOwn({}))).toEqual({ ok: true, value: withOwn({}) });
	});

	it.each<[string, object, string]>([
		[
			'another one than was answered',
			{ questionnaire: { ...questionnaire, id: 'other' } },
			'questionnaire.id'
		],
		[
			'one without standards',
			{ questionnaire: { ...questionnaire, standards: [] } },
			'questionnaire.standards'
		],
		[
			'one that names an indicator it does not have',
			{ questionnaire: { ...questionnaire, merged: { 'example.old.1': 'example.gone.1' } } },
			'questionnaire.merged.example.old.1'
		],
		['texts of another one', { text: { ...text, questionnaire: 'other' } }, 'text.questionnaire'],
		['an unknown name in its texts', { text: { ...text, script: 'x' } }, 'text.script'],
		['no texts', { text: undefined }, 'text']
	])('%s is refused at its place', (_name, change, path) => {
		expect(problemsOf(withOwn(change)).map((problem) => problem.path)).toEqual([`ownQuestionnaire.${path}`]);
	});
});
