import { spawnSync } from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fileContentOf, writeJson } from '#lib/assessment/file-content.ts';
import type { Assessment } from '#lib/assessment/schema.ts';
import { renderPdf } from '#lib/export/pdf/render-pdf.ts';
import { composeReport } from '#lib/plan/report.ts';
import type { Result } from '#lib/questionnaire/result.ts';
import { makeSealingKey, seal } from '#lib/storage/sealed.ts';
import { packedQuestionnaire } from '../tests/hostile-files.ts';
import { exampleAssessment } from '../tests/unit/example-assessment.ts';
import { answeredAssessment, reportSource } from '../tests/unit/report/example.ts';
import siteConfig from '../svelte.config.js';
import { runReport, type Maker } from './report-command.ts';
import { makePaper, type Paper } from './report-maker.ts';

// a language that the words of the paper have, and no questionnaire
vi.mock('#lib/i18n/languages.ts', async (importOriginal) => {
	const languages = await importOriginal<typeof import('#lib/i18n/languages.ts')>();
	const another = { code: 'qaa', name: 'Another', direction: 'ltr' as const };
	return { ...languages, LANGUAGES: [...languages.LANGUAGES, another] };
});

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const VERSION = siteConfig.kit?.version?.name ?? '';
const DAY = '2026-11-21';
const LEVELS = ['in-place', 'partly-in-place', 'unknown', undefined, 'not-in-place', 'not-applicable'];

const assessment = answeredAssessment(LEVELS);
const ownText = packedQuestionnaire();
const own = exampleAssessment({ 'example.a.0': 'not-in-place' });

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'report-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const at = (...names: string[]) => join(folder, ...names);
const savedBySite = (saved: Assessment) => writeJson(fileContentOf(saved, { name: 'tool', version: '1' }));
/** Puts a file into the folder of the test. */
function put(name: string, content: string): string {
	writeFileSync(at(name), content);
	return at(name);
}

/** An assessment of a questionnaire that came in a file, with the texts in a language that the site does not speak. */
function ownIn(language: string): Assessment {
	const { questionnaire, text } = ownText;
	const ownQuestionnaire = { openedAt: own.changedAt, language, questionnaire, text: { ...text, language } };
	return { ...own, ownQuestionnaire };
}

/** The paper as the site makes it. */
function ofSite(saved: Assessment, options: Parameters<typeof reportSource>[1]): Promise<Uint8Array> {
	return renderPdf(composeReport({ ...reportSource(saved, options), today: DAY, toolVersion: VERSION }));
}

/** Runs the command in this process. */
async function run(args: readonly string[], maker: Maker = { makePaper }) {
	const printed: string[] = [];
	const said: string[] = [];
	let isLoaded = false;
	const code = await runReport(args, {
		async withMaker(use) {
			isLoaded = true;
			await use(maker);
		},
		toolVersion: VERSION,
		today: DAY,
		print: (line) => printed.push(line),
		warn: (line) => said.push(line)
	});
	return { code, printed, said, isLoaded };
}

/** Takes the place of what makes papers where the paper does not matter. */
const quick = (
	paper: () => Result<Paper> = () => ({ ok: true, value: { bytes: new Uint8Array([37]), missing: [] } })
) => ({
	makePaper: () => Promise.resolve().then(paper)
});

describe('the paper', () => {
	it.each<[args: string[], options: { annex: boolean; notes: boolean }]>([
		[[], { annex: true, notes: false }],
		[['--notes'], { annex: true, notes: true }],
		[['--no-annex', '--notes', '--lang', 'en'], { annex: false, notes: false }]
	])('is the one of the site, with %j', async (args, options) => {
		const file = put('mine.json', savedBySite(assessment));
		const { code, printed, said } = await run([file, '-o', at('plan.pdf'), ...args]);
		expect({ code, printed, said }).toEqual({ code: 0, printed: [at('plan.pdf')], said: [] });
		expect(readFileSync(at('plan.pdf')).equals(await ofSite(assessment, options))).toBe(true);
	});

	it('says the day that it is told, which an assessment without a day takes over', async () => {
		const { assessedOn: _day, ...undated } = assessment;
		const file = put('mine.json', JSON.stringify(undated));
		await run([file, '-o', at('plan.pdf'), '--date', '2026-12-24']);
		const expected = reportSource({ ...assessment, assessedOn: '2026-12-24' }, { notes: false });
		const report = composeReport({ ...expected, today: '2026-12-24', toolVersion: VERSION });
		expect(readFileSync(at('plan.pdf')).equals(await renderPdf(report))).toBe(true);
	});

	it('of a questionnaire from a file is in the language of that', async () => {
		const saved = ownIn('fr');
		const file = put('mine.json', savedBySite(saved));
		expect(await run([file, '-o', at('plan.pdf')])).toMatchObject({ code: 0, said: [] });
		const { questionnaire, text } = saved.ownQuestionnaire ?? ownText;
		const expected = await ofSite(saved, { questionnaire, text, notes: false });
		expect(readFileSync(at('plan.pdf')).equals(expected)).toBe(true);
	});

	it('is written even if a font lacks characters, which are named before', async () => {
		const file = put('mine.json', savedBySite({ ...assessment, label: `${'é'.repeat(79)}𓀀\u202e𓀁` }));
		const before: boolean[] = [];
		const said: string[] = [];
		const code = await runReport([file, '-o', at('plan.pdf')], {
			withMaker: (use) => use({ makePaper }),
			toolVersion: VERSION,
			today: DAY,
			print: () => undefined,
			warn(line) {
				said.push(line);
				before.push(!existsSync(at('plan.pdf')));
			}
		});
		const excerpt = `${'é'.repeat(79)}𓀀`;
		expect(said).toContain(`${file}: No font has 𓀀 (U+13000); an empty box stands for it in "${excerpt}".`);
		expect(said.join('')).not.toMatch(/\u202e/);
		expect(before.length).toBeGreaterThan(1);
		expect(before).not.toContain(false);
		expect({ code, isThere: existsSync(at('plan.pdf')) }).toEqual({ code: 0, isThere: true });
	});
});

describe('arguments', () => {
	it('are explained', async () => {
		const { code, printed, said, isLoaded } = await run(['--help']);
		expect({ code, said, isLoaded }).toEqual({ code: 0, said: [], isLoaded: false });
		for (const option of ['-o', '--lang', '--date', '--no-annex', '--notes', '--force'])
			expect(printed.join('\n')).toContain(`  ${option}`);
	});

	it.each<[name: string, args: string[], sentence: string]>([
		['nothing', [], 'Name one file or one folder, and with -o'],
		['two files', ['a.json', 'b.json', '-o', 'plan.pdf'], 'Name one file or one folder, and with -o'],
		['no name for the paper', ['FOLDER/a.json'], 'Name one file or one folder, and with -o'],
		['an option that is not known', ['a.json', '-o', 'a.pdf', '--fast'], 'An option is not known, or lacks'],
		['an option without value', ['a.json', '-o'], 'An option is not known, or lacks its value.'],
		[
			'a day that does not exist',
			['a.json', '-o', 'a.pdf', '--date', '2026-02-30'],
			'--date: "2026-02-30" is no day'
		],
		[
			'a language without words',
			['a.json', '-o', 'a.pdf', '--lang', 'sw'],
			'--lang: The words of the paper are not available in "sw". Choose one of these, or leave --lang out: en, '
		],
		[
			'a file that is not there',
			['FOLDER/gone.json', '-o', 'a.pdf'],
			'gone.json: There is no such file or folder.'
		],
		[
			'another ending than .pdf',
			['FOLDER/a.json', '-o', 'FOLDER/a.json', '--force'],
			'a.json: This is to be a PDF.'
		],
		[
			'a folder without files',
			['FOLDER/empty', '-o', 'FOLDER/out'],
			'empty: No file in this folder ends in .json.'
		],
		['a file as folder', ['FOLDER', '-o', 'FOLDER/a.json'], 'a.json" cannot be a folder. Name others.']
	])('are refused with a sentence: %s', async (_name, args, sentence) => {
		put('a.json', '{}');
		mkdirSync(at('empty'));
		const { code, printed, said, isLoaded } = await run(args.map((arg) => arg.replace('FOLDER', folder)));
		expect(said).toEqual([expect.stringContaining(sentence)]);
		expect(said[0]).toMatch(/[.:] .*\.$|\.pdf$|en, \w+\.$/);
		expect({ code, printed, isLoaded }).toEqual({ code: 1, printed: [], isLoaded: false });
		expect(readdirSync(folder).sort()).toEqual(['a.json', 'empty']);
		expect(readFileSync(at('a.json'), 'utf8')).toBe('{}');
	});
});

describe('a file', () => {
	const cases: [
		name: string,
		content: string | (() => Promise<string>),
		sentence: string,
		args?: string[]
	][] = [
		['that is empty', '', 'The file is empty.'],
		['that is a paper', '%PDF-1.4', 'This is a PDF, made for reading.'],
		['that ends too early', '{ "format": ', 'The file ends'],
		['that is too large', ' '.repeat(5_000_001), 'The file is larger than 5 MB.'],
		['of another program', '{}', 'This is not an assessment made with this tool.'],
		[
			'of a newer version',
			JSON.stringify({ ...assessment, formatVersion: 99 }),
			'made by a newer version of this tool'
		],
		[
			'with several mistakes',
			JSON.stringify({ ...assessment, label: 1, form: 2, assessedOn: 3 }),
			'(1 of 3 to correct)'
		],
		[
			'under a passphrase',
			async () => JSON.stringify(await seal(assessment, await makeSealingKey('correct horse'))),
			'This file is encrypted. Open it with node scripts/decrypt.mjs'
		],
		['that is a questionnaire', JSON.stringify(ownText), 'This is a questionnaire. Name an assessment'],
		[
			'to a questionnaire that is not here',
			JSON.stringify(own),
			'questionnaire "example", which is not here.'
		],
		[
			'that brings a questionnaire under a name of the site',
			JSON.stringify(ownIn('en')).replaceAll('"example', '"icss'),
			'questionnaire.id: This site has a questionnaire "icss" of its own.'
		],
		[
			'without questions in the language',
			savedBySite(assessment),
			'The questions of this assessment are not available in "qaa". Choose one of: en.',
			['--lang', 'qaa']
		],
		[
			'with a questionnaire in another language',
			savedBySite(ownIn('fr')),
			'The questions of this assessment are not available in "en". Choose one of: fr.',
			['--lang', 'en']
		]
	];

	it.each(cases)('%s is refused with one sentence', async (_name, content, sentence, args = []) => {
		const file = put('bad.json', typeof content === 'string' ? content : await content());
		const { code, printed, said } = await run([file, '-o', at('plan.pdf'), ...args]);
		expect(said).toEqual([expect.stringContaining(sentence)]);
		expect(said[0]?.startsWith(file)).toBe(true);
		expect({ code, printed }).toEqual({ code: 1, printed: [] });
		expect(readdirSync(folder)).toEqual(['bad.json']);
	});

	it('that is there already stays as it is, unless it may be written over', async () => {
		const file = put('mine.json', savedBySite(assessment));
		put('plan.pdf', 'mine');
		const refused = await run(
			[file, '-o', at('plan.pdf')],
			quick(() => {
				throw new Error('This need not be made');
			})
		);
		expect(refused).toMatchObject({
			code: 1,
			said: [
				`${at('plan.pdf')}: This file is there already. Choose another name, or write over it with --force.`
			]
		});
		expect(readFileSync(at('plan.pdf'), 'utf8')).toBe('mine');
		expect(await run([file, '-o', at('plan.pdf'), '--force'], quick())).toMatchObject({ code: 0, said: [] });
		expect(readFileSync(at('plan.pdf'), 'utf8')).toBe('%');
		expect(readdirSync(folder).sort()).toEqual(['mine.json', 'plan.pdf']);
	});

	it('that comes to be while the paper is made stays as it is', async () => {
		const file = put('mine.json', '{}');
		const { code, said } = await run([file, '-o', at('plan.pdf')], {
			makePaper() {
				put('plan.pdf', 'mine');
				return quick().makePaper();
			}
		});
		expect({ code, said }).toEqual({ code: 1, said: [expect.stringContaining('there already')] });
		expect(readFileSync(at('plan.pdf'), 'utf8')).toBe('mine');
	});

	it.each([
		['in a folder that is not there', 'gone/plan.pdf'],
		['in place of a folder', 'folder.pdf']
	])('that cannot be written is named: %s', async (_name, output) => {
		const file = put('mine.json', '{}');
		mkdirSync(at('folder.pdf'));
		const { code, said } = await run([file, '-o', at(output), '--force'], quick());
		expect({ code, said }).toEqual({
			code: 1,
			said: [expect.stringContaining(`${at(output)}: This file cannot be written. Check that its folder`)]
		});
		expect(readdirSync(folder).sort()).toEqual(['folder.pdf', 'mine.json']);
	});
});

describe('a folder', () => {
	it('becomes a folder of papers, one after another; a file that is wrong is named, and the others go on', async () => {
		for (const name of ['a.json', 'b.safeguarding.json', 'c.json', 'd.json', 'notes.txt']) put(name, name);
		symlinkSync(at('gone'), at('broken.json'));
		mkdirSync(at('folder.json'));
		const seen: string[] = [];
		let isBusy = false;
		const { code, printed, said } = await run([folder, '-o', at('papers', 'of today')], {
			async makePaper(file) {
				expect(isBusy).toBe(false);
				isBusy = true;
				const name = await file.text();
				// each paper is on the disk before the next file is read
				expect(existsSync(at('papers', 'of today', 'a.pdf'))).toBe(seen.length > 0);
				seen.push(name);
				isBusy = false;
				if (name === 'c.json') throw new Error('broken');
				if (name === 'd.json') return { ok: false, problems: [{ path: 'form', message: 'Write it.' }] };
				return quick().makePaper();
			}
		});
		expect(seen).toEqual(['a.json', 'b.safeguarding.json', 'c.json', 'd.json']);
		expect(printed).toEqual(['a.pdf', 'b.safeguarding.pdf'].map((name) => at('papers', 'of today', name)));
		expect(said).toEqual([
			`${at('broken.json')}: This file cannot be read. Check that it is a file, and that you may read it.`,
			`${at('c.json')}: The paper cannot be made: Error: broken. That is a mistake of the tool; please report it.`,
			`${at('d.json')}, form: Write it.`
		]);
		expect(code).toBe(1);
		expect(readdirSync(at('papers', 'of today')).sort()).toEqual(['a.pdf', 'b.safeguarding.pdf']);
	});

	it('shows names that mislead a terminal by the numbers of their characters', async () => {
		put('\u009b2J\u202e.json', '{}');
		const { said } = await run([folder, '-o', at('out')]);
		expect(said).toEqual([expect.stringContaining('U+009B2JU+202E.json, format: This is not')]);
	});
});

describe('npm run report', { timeout: 120_000 }, () => {
	it('makes the bytes of the site without a browser, each time, in any zone', async () => {
		put('a.json', savedBySite(assessment));
		put('b.json', '{}');
		put('c.json', savedBySite(assessment));
		const { status, stdout, stderr } = spawnSync(
			process.execPath,
			['--import', 'tsx', 'scripts/report.ts', folder, '-o', at('out'), '--notes', '--date', DAY],
			{
				cwd: ROOT,
				encoding: 'utf8',
				env: { ...process.env, TZ: 'Pacific/Kiritimati', LC_ALL: 'de_DE.UTF-8' }
			}
		);
		expect(stderr).toMatch(/^.*b\.json, format: This is not an assessment made with this tool\. .*\n$/);
		expect(stdout).toBe(`${at('out', 'a.pdf')}\n${at('out', 'c.pdf')}\n`);
		expect(status).toBe(1);
		const expected = await ofSite(assessment, { notes: true });
		for (const name of ['a.pdf', 'c.pdf'])
			expect(readFileSync(at('out', name)).equals(expected), name).toBe(true);
		expect(readdirSync(at('out')).sort()).toEqual(['a.pdf', 'c.pdf']);
	});
});
