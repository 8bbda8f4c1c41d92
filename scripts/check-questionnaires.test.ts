import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const run = (...folders: string[]) =>
	spawnSync(process.execPath, ['--import', 'tsx', 'scripts/check-questionnaires.ts', ...folders], {
		encoding: 'utf8'
	});

test('the shipped questionnaires are correct', () => {
	const { status, stdout, stderr } = run();
	expect(stderr).toBe('');
	expect(stdout).toMatch(/^questionnaires: \d+ files are correct\.\n$/);
	expect(status).toBe(0);
});

test('a bad folder fails with place and remedy', () => {
	const { status, stderr } = run('tests/fixtures/questionnaires/bad');
	expect(stderr).toContain(
		'tests/fixtures/questionnaires/bad/sample/questionnaire.json, line 25, standards.0.indicators.0.weight\n' +
			'  "hihg" is not possible here. Write one of: critical, major, minor.\n'
	);
	expect(status).toBe(1);
});

test('a folder that does not exist fails', () => {
	const { status, stderr } = run('tests/fixtures/questionnaires/nowhere');
	expect(stderr).toBe('tests/fixtures/questionnaires/nowhere: There is no such folder. Correct its name.\n');
	expect(status).toBe(1);
});
