import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { largeQuestionnaire } from './large-questionnaire.ts';

const SOURCES = [
	'package-lock.json',
	'package.json',
	'questionnaires',
	'scripts',
	'src',
	'static',
	'svelte.config.js',
	'tsconfig.json',
	'vite.config.ts'
];

/**
 * Builds the site, from a copy of its sources, with a generated questionnaire in the place of the first one. The
 * site itself needs no switch for it: a questionnaire is a folder of files.
 * @returns the folder with the copy; the site is in `build` inside it. The caller removes it.
 */
export function buildLarge(indicators: number): string {
	const copy = mkdtempSync(join(tmpdir(), `bench-${indicators}-`));
	for (const path of SOURCES) cpSync(path, join(copy, path), { recursive: true });
	symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'junction');
	const { questionnaire, text } = largeQuestionnaire(indicators, 'icss');
	const folder = join(copy, 'questionnaires', 'icss');
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, 'questionnaire.json'), JSON.stringify(questionnaire));
	writeFileSync(join(folder, 'en.json'), JSON.stringify(text));
	const vite = join(copy, 'node_modules/vite/bin/vite.js');
	const { status, stdout, stderr } = spawnSync(process.execPath, [vite, 'build', '-l', 'error'], {
		cwd: copy,
		encoding: 'utf8',
		maxBuffer: 100_000_000
	});
	if (status !== 0)
		throw new Error(`The site with ${indicators} indicators could not be built.\n${stdout}${stderr}`);
	return copy;
}
