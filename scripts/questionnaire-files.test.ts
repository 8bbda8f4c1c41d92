import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Mutation } from '../tests/fixtures/questionnaires/mutation.ts';
import { MUTATIONS } from '../tests/fixtures/questionnaires/mutations.ts';
import { findFileProblems } from './questionnaire-files.ts';

const GOOD = 'tests/fixtures/questionnaires/good';
/** Without these a folder is not complete. */
const NEEDED = [
	'sources.json',
	'sample/questionnaire.json',
	'sample/en.json',
	'mission/questionnaire.json',
	'mission/en.json'
];
/** A folder needs none of these; but of two that belong together, each needs the other. */
const PAIRS = ['frameworks', 'help', 'briefing'].flatMap((name) => [`${name}.json`, `${name}.en.json`]);
const NAMES = [...NEEDED, ...PAIRS, 'glossary.en.json'];
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function goodFiles(): Map<string, Uint8Array> {
	return new Map(NAMES.map((name) => [name, readFileSync(join(GOOD, name))]));
}

/** The good folder with one file replaced. */
function withFile(name: string, content: string | Uint8Array): Map<string, Uint8Array> {
	return goodFiles().set(name, typeof content === 'string' ? encode(content) : content);
}

function change({ file, at, ...mutation }: Mutation): string {
	const content: unknown = JSON.parse(readFileSync(join(GOOD, file), 'utf8'));
	const last = at.at(-1);
	if (last === undefined) return JSON.stringify(mutation.to);
	const holder = at
		.slice(0, -1)
		.reduce((value, key) => (value as Record<string, unknown>)[key], content) as object;
	// defined, not assigned: assigning to __proto__ would not make a key
	if ('to' in mutation)
		Object.defineProperty(holder, last, {
			value: mutation.to,
			enumerable: true,
			configurable: true,
			writable: true
		});
	else Reflect.deleteProperty(holder, last);
	return JSON.stringify(content, null, '\t');
}

test('finds nothing in a good folder', () => {
	expect(findFileProblems(goodFiles())).toEqual([]);
});

test.each(MUTATIONS.map((mutation) => [mutation.name, mutation] as const))('finds: %s', (_, mutation) => {
	const found = findFileProblems(withFile(mutation.file, change(mutation)));
	expect(found.map(({ file, path, message }) => ({ file, path, message }))).toEqual(
		mutation.expected.map((problem) => ({ file: mutation.file, ...problem }))
	);
});

test('the table has no name twice', () => {
	const names = MUTATIONS.map(({ name }) => name);
	expect(new Set(names).size).toBe(names.length);
});

describe('names the line', () => {
	const text = readFileSync(join(GOOD, 'sample/en.json'), 'utf8');
	const lineOf = (part: string) => text.slice(0, text.indexOf(part)).split('\n').length;

	test('of the place', () => {
		const [problem] = findFileProblems(withFile('sample/en.json', text.replace('"Partners"', '""')));
		expect(problem).toMatchObject({ path: 'indicators.sample.people.1.name', line: lineOf('"Partners"') });
	});

	test('of what should hold a missing entry', () => {
		const [problem] = findFileProblems(
			withFile('sample/en.json', text.replace('"trainer": "Trainer"', '"x": "X"'))
		);
		expect(problem).toMatchObject({ path: 'roles.trainer', line: lineOf('"roles"') });
	});
});

describe('refuses files that cannot be read', () => {
	const good = readFileSync(join(GOOD, 'sample/en.json'), 'utf8');
	const utf16 = new Uint8Array([
		0xff,
		0xfe,
		...Array.from(good, (letter) => [letter.charCodeAt(0), 0]).flat()
	]);
	const table: [string, string | Uint8Array, string, string][] = [
		['empty', ' \n', '', 'The file is empty. Fill it or remove it.'],
		[
			'no JSON',
			'Dear colleagues,',
			'',
			'Line 1, character 1: A value is missing here, or it is not written correctly. Texts need straight quotation marks (").'
		],
		['another encoding', utf16, '', 'The file is not saved as UTF-8. Save it again with the encoding UTF-8.'],
		[
			'a name twice',
			good.replace('"title": "Sample",', '"title": "Sample",\n\t"title": "Other",'),
			'title',
			'The name "title" stands on line 5 and again on line 6. Keep one of them.'
		],
		['too long', `"${'a'.repeat(2_000_000)}"`, '', 'The file is longer than 2000000 characters. Shorten it.']
	];
	test.each(table)('%s', (_, content, path, message) => {
		expect(findFileProblems(withFile('sample/en.json', content))).toEqual([
			{ file: 'sample/en.json', path, message }
		]);
	});
});

describe('looks at the folder as a whole', () => {
	const missing = (file: string) => [{ file, path: '', message: 'The file is missing. Add it.' }];

	test.each([...NEEDED, ...PAIRS])('%s is missing', (name) => {
		const files = goodFiles();
		files.delete(name);
		expect(findFileProblems(files)).toEqual(missing(name));
	});

	test('frameworks, help and briefing may be left out, but then nothing may refer to them', () => {
		const files = goodFiles();
		for (const name of [...PAIRS, 'glossary.en.json']) files.delete(name);
		const say = (path: string, message: string) => ({ file: 'mission/questionnaire.json', path, message });
		const unknown = 'There is no framework "charter". Add it to frameworks.json or correct the id.';
		expect(findFileProblems(files)).toMatchObject([
			say('standards.0.indicators.0.references.1.item', unknown),
			say('standards.0.indicators.0.references.2.item', unknown),
			say(
				'standards.0.indicators.0.terms.0',
				'The glossary does not explain "rule". Add it there or correct the id.'
			)
		]);
		for (const name of ['mission/questionnaire.json', 'mission/en.json']) files.delete(name);
		expect(findFileProblems(files)).toEqual([]);
	});

	test('no questionnaire', () => {
		expect(findFileProblems(new Map())).toEqual([
			{
				file: '',
				path: '',
				message: 'There is no questionnaire here. Name the folder that holds the folders of questionnaires.'
			}
		]);
	});

	test('folder of another name', () => {
		const renamed = new Map(
			[...goodFiles()].map(([name, content]) => [name.replace('sample/', 'other/'), content])
		);
		expect(findFileProblems(renamed)).toEqual([
			{
				file: 'other/questionnaire.json',
				path: 'id',
				line: 5,
				message: 'The id is "sample", but the folder is called "other". Make them equal.'
			}
		]);
	});

	test('a second language of the frameworks and of the glossary is compared too', () => {
		const french = (name: string) => readFileSync(join(GOOD, name), 'utf8').replace('"en"', '"fr"');
		const frameworks = french('frameworks.en.json');
		const glossary = french('glossary.en.json');
		const files = withFile('frameworks.fr.json', frameworks).set('glossary.fr.json', encode(glossary));
		expect(findFileProblems(files)).toEqual([]);
		files.set('frameworks.fr.json', encode(frameworks.replace('"rules"', '"laws"')));
		files.set('glossary.fr.json', encode(glossary.replace('"rule"', '"law"')));
		expect(findFileProblems(files)).toMatchObject([
			{ file: 'frameworks.fr.json', path: 'themes.rules' },
			{ file: 'frameworks.fr.json', path: 'themes.laws' },
			{ file: 'glossary.fr.json', path: 'terms.rule' },
			{ file: 'glossary.fr.json', path: 'terms.law' }
		]);
	});

	test('a second language is compared too', () => {
		const french = readFileSync(join(GOOD, 'sample/en.json'), 'utf8').replace('"en"', '"fr"');
		expect(findFileProblems(withFile('sample/fr.json', french))).toEqual([]);
		expect(findFileProblems(withFile('sample/fr.json', french.replace('"brief"', '"short"')))).toMatchObject([
			{ file: 'sample/fr.json', path: 'shortForms.brief' },
			{ file: 'sample/fr.json', path: 'shortForms.short' }
		]);
	});
});

test('the good folder is what the table says it changes', () => {
	expect(readdirSync(GOOD, { recursive: true }).sort()).toEqual(['sample', 'mission', ...NAMES].sort());
});
