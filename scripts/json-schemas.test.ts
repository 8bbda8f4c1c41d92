import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeJsonSchemas } from './json-schemas.ts';

const FOLDER = 'static/schema';

test('static/schema holds what the program checks (npx tsx scripts/write-schemas.ts writes it anew)', () => {
	const committed = readdirSync(FOLDER).map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')]);
	expect(Object.fromEntries(committed)).toEqual(makeJsonSchemas());
});

test('editors can explain the fields', () => {
	const { 'questionnaire-text.schema.json': text = '', 'assessment.schema.json': assessment = '' } =
		makeJsonSchemas();
	expect(text).toContain('"description": "Why we ask: what it means for a child."');
	expect(assessment).toContain('"description": "The day the due dates are counted from, as YYYY-MM-DD."');
});
