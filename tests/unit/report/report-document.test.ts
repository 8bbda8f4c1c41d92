import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import type { Report } from '#lib/plan/report/model.ts';
import ReportDocument from '#lib/ui/ReportDocument.svelte';
import { answeredAssessment, gated, report } from './example.ts';

const MIXED = [
	'in-place',
	'partly-in-place',
	undefined,
	'in-place',
	'not-in-place',
	'unknown',
	'not-applicable'
];

const page = (model: Report): string => render(ReportDocument, { props: { report: model } }).body;
/** What a reader sees, without white space. */
const seen = (html: string): string =>
	html
		.replace(/<!--.*?-->|<[^>]+>/gs, '')
		.replace(/&lt;/g, '<')
		.replace(/&amp;/g, '&')
		.replace(/\s+/g, '');

describe('the report as a page', () => {
	test('says what the PDF says', () => {
		const assessment = answeredAssessment(MIXED, gated);
		assessment.profile['departure'] = '2027-01-18';
		const model = report(assessment, { questionnaire: gated });
		const text = seen(page(model));
		const { cover, summary, plan, stillToAnswer, decision, reviews, annex, scope, method } = model;
		const said = [
			model.title,
			cover.label,
			cover.claim,
			...[...cover.entries, ...method.entries].flatMap(({ name, value }) => [name, value ?? '']),
			summary.readiness.heading,
			summary.overall.shown,
			...summary.readiness.points.flatMap(({ name, today, needed = '', role, due }) => [
				name,
				today,
				needed,
				role,
				due
			]),
			cover.stop?.heading ?? 'no stop',
			cover.stop?.text ?? 'no stop',
			...(scope?.rows.flatMap(({ question, answer }) => [question, answer]) ?? []),
			...(scope?.notes.flatMap(({ lead, text: words }) => [lead, words]) ?? []),
			...summary.standards.flatMap(({ name, ratingWord, detail, shown }) => [
				name,
				ratingWord,
				detail,
				shown
			]),
			...plan.groups.flatMap((group) =>
				group.rows.flatMap((row) => [row.needed ?? '', row.action, row.role, row.due, row.statusWord])
			),
			...(stillToAnswer?.rows.flatMap(({ name, question, needed = '', due = '' }) => [
				name,
				question,
				needed,
				due
			]) ?? []),
			...decision.choices,
			...decision.signatures,
			...reviews.rows.map(({ name }) => name),
			...(annex?.standards.flatMap(({ rows }) =>
				rows.flatMap(({ question, evidence }) => [question, ...evidence])
			) ?? []),
			...method.paragraphs.map(({ text: words }) => words)
		];
		expect(said.length).toBeGreaterThan(200);
		for (const words of said) expect(text).toContain(words.replace(/\s+/g, ''));
	});

	test('is plain markup: one main heading, tables with heads, nothing the policy forbids', () => {
		const html = page(report(answeredAssessment(MIXED)));
		expect(html.match(/<h1/g)).toHaveLength(1);
		const tables = html.split('<table').slice(1);
		expect(tables.length).toBeGreaterThan(6);
		for (const table of tables) expect(table).toMatch(/<thead>.*<th scope="col"/s);
		expect(html).not.toMatch(/\sstyle=|<script|\son[a-z]+=/);
	});

	test('shows what a person typed as text', () => {
		const assessment = { ...answeredAssessment(MIXED), label: '<img src=x onerror=alert(1)>' };
		const html = page(report(assessment));
		expect(html).not.toContain('<img');
		expect(seen(html)).toContain('<imgsrc=xonerror=alert(1)>');
	});
});
