import { expect, test } from 'vitest';
import { addAction, editAction, keepDrafted } from '#lib/plan/edit.ts';
import { composePlanRows } from '#lib/plan/report/plan-rows.ts';
import { composeReport } from '#lib/plan/report.ts';
import { answeredAssessment, emptyAssessment, gated, icss, icssEnglish, reportSource } from './example.ts';

const HEADS = [
	'No.',
	'Priority',
	'Standard',
	'Gap',
	'Action',
	'Responsible role',
	'Due',
	'Status',
	'Resources',
	'Proof'
];

test('one row for each action, as a person wrote it', () => {
	let assessment = keepDrafted(answeredAssessment(['in-place']), ['icss.policy.2']);
	assessment.answers['icss.policy.1'] = { level: 'not-in-place' };
	assessment = editAction(assessment, 'icss.policy.1', {
		text: ' Write the policy. ',
		responsibleRole: 'Head of office',
		dueDate: '2027-03-31',
		status: 'in-progress',
		resources: 'Two days',
		proof: 'Minutes',
		note: 'Ask first.'
	});
	assessment = addAction(assessment, {
		id: 'own',
		priority: 'later',
		text: '',
		responsibleRole: '',
		dueDate: '',
		status: 'to-do',
		resources: '',
		proof: '',
		note: ''
	});
	expect(composePlanRows(reportSource(assessment), { notes: true })).toEqual([
		[...HEADS, 'Note'],
		[
			1,
			'Critical: now',
			'Policy',
			icssEnglish.indicators['icss.policy.1']?.name,
			'Write the policy.',
			'Head of office',
			'2027-03-31',
			'In progress',
			'Two days',
			'Minutes',
			'Ask first.'
		],
		[2, 'Minor: later', 'Added by the organisation', '', '', '', '', 'To do', '', '', ''],
		expect.arrayContaining([3, 'Policy', icssEnglish.indicators['icss.policy.2']?.name, 'Gap closed'])
	]);
});

test('without notes there is no column for them, and no note anywhere', () => {
	const assessment = editAction(answeredAssessment(['not-in-place']), 'icss.policy.1', { note: 'ZQ7 note' });
	const rows = composePlanRows(reportSource(assessment), { notes: false });
	expect(rows[0]).toEqual(HEADS);
	expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([HEADS.length]));
	expect(JSON.stringify(rows)).not.toContain('ZQ7');
	expect(JSON.stringify(composePlanRows(reportSource(assessment), { notes: true }))).toContain('ZQ7');
});

test.each([
	['the shipped questionnaire', icss],
	['gates', gated]
])('says the same as the paper, in the same order: %s', (_, questionnaire) => {
	const source = reportSource(
		answeredAssessment(['not-in-place', 'partly-in-place', 'unknown'], questionnaire),
		{
			questionnaire
		}
	);
	const [, ...rows] = composePlanRows(source, { notes: false });
	const paper = composeReport(source).plan;
	const signs = new Map(paper.legend.flatMap((each) => ('sign' in each ? [[each.sign, each.word]] : [])));
	expect(rows.length).toBeGreaterThan(30);
	expect(rows.map((row) => [...row.slice(0, 6), row[7]])).toEqual(
		paper.groups
			.flatMap((group) => group.rows)
			.map(({ number, sign, standard, name, action, role, statusWord }) => [
				Number(number),
				signs.get(sign),
				standard,
				name,
				action,
				role,
				statusWord
			])
	);
});

test('an empty plan is a row of heads', () => {
	expect(composePlanRows(reportSource(emptyAssessment()), { notes: false })).toEqual([HEADS]);
});
