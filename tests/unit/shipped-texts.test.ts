import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DEFAULT_LANGUAGE } from '#lib/i18n/languages.ts';
import { parseSources } from '#lib/questionnaire/parse.ts';
import { QUESTIONNAIRES } from '#lib/session/questionnaires.ts';
import { readShipped, shippedQuestionnaire, valueOf } from './shipped-questionnaire.ts';

// What holds for every text of the folder `questionnaires`, whichever questionnaire or page it belongs to.

const FOLDER = 'questionnaires';
const english = `${DEFAULT_LANGUAGE.code}.json`;
const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).map((name) =>
	name.replaceAll('\\', '/')
);

/** Every text of a file with its place, for example `claim`. */
function textsOf(value: unknown, path = ''): [place: string, words: string][] {
	if (typeof value === 'string') return [[path, value]];
	return Object.entries(value as object)
		.filter(([key]) => key !== '$schema')
		.flatMap(([key, inner]) => textsOf(inner, path === '' ? key : `${path}.${key}`));
}

test('the folder has all that the site shows', () => {
	expect(files.filter((name) => name.endsWith('.json')).sort()).toEqual(
		[
			...QUESTIONNAIRES.flatMap((id) => [`${id}/questionnaire.json`, `${id}/${english}`]),
			...['frameworks', 'help', 'briefing'].flatMap((name) => [`${name}.json`, `${name}.${english}`]),
			`glossary.${english}`,
			'sources.json'
		].sort()
	);
});

describe.each(files.filter((name) => name.endsWith(english)))('%s', (name) => {
	const texts = textsOf(readShipped(name));

	test('has no sentence of more than 25 words', () => {
		const long = texts.flatMap(([place, words]) =>
			words
				.split(/(?<=[.?!])\s/)
				.filter((sentence) => sentence.split(/\s+/).length > 25)
				.map((sentence) => `${place}: ${sentence}`)
		);
		expect(long).toEqual([]);
	});

	test('has no short form, no telephone number and no e-mail address', () => {
		const forbidden = /\be\.g\.|\bi\.e\.|\bincl\.|\betc\b|and\/or|@|\+\s*\d|\d(?:[\s()./-]*\d){5}/i;
		expect(texts.filter(([, words]) => forbidden.test(words))).toEqual([]);
	});
});

describe.each(QUESTIONNAIRES)('%s', (id) => {
	const { text, indicators } = shippedQuestionnaire(id);

	test('every item says why, what could be shown, what to do, and who acts', () => {
		for (const { id: one, evidence, responsibleRoles } of indicators) {
			const words = text.indicators[one];
			for (const field of [words?.why, words?.action, words?.question, words?.requirement])
				expect(field?.trim(), one).toBeTruthy();
			expect(evidence.length, one).toBeGreaterThan(0);
			expect(responsibleRoles.length, one).toBeGreaterThan(0);
		}
	});

	test('every reason names its weight first', () => {
		for (const { id: one, weight } of indicators)
			expect(text.indicators[one]?.weightReason.toLowerCase().startsWith(`${weight}: `), one).toBe(true);
	});

	test('no name is used twice', () => {
		const names = Object.values(text.indicators).map(({ name }) => name);
		expect(new Set(names).size).toBe(indicators.length);
	});

	test('no word treats a child as a file, but for names of UN offices and funds', () => {
		const offices =
			/Victims['’] Rights Advocates?|(victim assistance|(trust fund|staff) for victims|National Victims['’])/gi;
		const forbidden = /\bcases?\b|\bincidents?\b|\bvictims?\b/i;
		const found = textsOf(text).filter(([, words]) => forbidden.test(words.replace(offices, '')));
		expect(found).toEqual([]);
	});
});

test('every source is referred to by some file', () => {
	const rest = files
		.filter((name) => name.endsWith('.json') && name !== 'sources.json')
		.map((name) => readFileSync(`${FOLDER}/${name}`, 'utf8'));
	const sources = valueOf(parseSources(readShipped('sources.json')));
	const unused = sources.filter(({ id }) => !rest.some((words) => words.includes(`"${id}"`)));
	expect(unused.map(({ id }) => id)).toEqual([]);
});
