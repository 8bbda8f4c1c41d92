import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseAssessment } from '#lib/assessment/parse.ts';
import { makeJsonSchemas } from './json-schemas.ts';

const FOLDER = 'static/schema';

test('static/schema holds what the program checks (npx tsx scripts/write-schemas.ts writes it anew)', () => {
	const committed = readdirSync(FOLDER)
		.filter((name) => name.endsWith('.json'))
		.map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')]);
	expect(Object.fromEntries(committed)).toEqual(makeJsonSchemas());
});

test('editors can explain the fields', () => {
	const { 'questionnaire-text.schema.json': text = '', 'assessment.schema.json': assessment = '' } =
		makeJsonSchemas();
	expect(text).toContain('"description": "Why we ask: what it means for a child."');
	expect(assessment).toContain('"description": "The day the due dates are counted from, as YYYY-MM-DD."');
});

test('the example in the README of the format opens', () => {
	const [, example = ''] = /```json\n([^]+?)```/.exec(readFileSync(join(FOLDER, 'README.md'), 'utf8')) ?? [];
	expect(parseAssessment(JSON.parse(example))).toEqual({ ok: true, value: JSON.parse(example) });
});
