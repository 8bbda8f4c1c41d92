import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { chaptersIn } from '#lib/assessment/chapters.ts';
import type { Indicator, Questionnaire, QuestionnaireText } from '#lib/questionnaire/schema.ts';
import { openings } from './vite-opening.ts';

/** What a page gets that imports a file with `?opening`. */
async function open<Content>(file: string): Promise<Content> {
	const { load } = openings() as unknown as {
		load(this: { addWatchFile(file: string): void }, id: string): Promise<{ code: string }>;
	};
	const { code } = await load.call({ addWatchFile: () => undefined }, `${resolve(file)}?opening`);
	const module = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`);
	return module.default;
}

const scopeOf = ({ id, group, weight, scale, appliesIf, gate, practiceFrom }: Indicator) => ({
	id,
	group,
	weight,
	scale,
	appliesIf,
	gate,
	practiceFrom
});

describe.each(['icss', 'peacekeeping', 'deployment'])('%s', (id) => {
	const folder = `questionnaires/${id}`;
	const whole: Questionnaire = JSON.parse(readFileSync(`${folder}/questionnaire.json`, 'utf8'));
	const first = chaptersIn(whole)[0]?.indicators[0];
	const indicatorsIn = ({ standards }: Questionnaire) => standards.flatMap(({ indicators }) => indicators);

	test('the structure says of every indicator whether it is asked and how it counts', async () => {
		const opening = await open<Questionnaire>(`${folder}/questionnaire.json`);
		expect(indicatorsIn(opening).map(scopeOf)).toEqual(indicatorsIn(whole).map(scopeOf));
		const { $schema: _editors, merged: _merged, deadlines: _deadlines, ...scoping } = whole;
		expect({ ...opening, standards: [] }).toEqual({ ...scoping, standards: [] });
	});

	test('the structure has the question that is asked first as a whole, but for its roles', async () => {
		const opening = await open<Questionnaire>(`${folder}/questionnaire.json`);
		expect(first).toBeDefined();
		expect(indicatorsIn(opening).filter(({ evidence }) => evidence.length > 0)).toEqual([
			{ ...first, responsibleRoles: [] }
		]);
	});

	test('the texts have the question that is asked first', async () => {
		const { indicators } = await open<QuestionnaireText>(`${folder}/en.json`);
		const text: QuestionnaireText = JSON.parse(readFileSync(`${folder}/en.json`, 'utf8'));
		expect(Object.keys(indicators)).toEqual([first?.id]);
		expect(indicators[first?.id ?? '']?.anchors).toEqual(text.indicators[first?.id ?? '']?.anchors);
	});
});
