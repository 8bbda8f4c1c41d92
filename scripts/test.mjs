// Everything the project promises, as one command: installs what is missing, runs every step even if an earlier
// one fails, and ends with the line "N passed, N failed". Unit tests and journeys count one each, every other
// step counts as one. Plain Node without packages: it runs on a fresh clone. Checks that only read the sources, and use
// one processor each, run two at a time.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installWhatIsMissing, runNpm, runNpmBeside } from './install.mjs';
import { countJourneys, countUnitTests } from './test-counts.mjs';

installWhatIsMissing();

const reports = mkdtempSync(join(tmpdir(), 'test-reports-'));
const unitReport = join(reports, 'unit.json');
const journeysReport = join(reports, 'journeys.json');

/** Two lanes: lint alone takes as long as the others one after the other. */
const lanes = [
	[{ name: 'lint', script: 'check:lint' }],
	[
		{ name: 'types', script: 'check:types' },
		{ name: 'layer rules', script: 'check:layers' },
		{ name: 'format', script: 'check:format' },
		{ name: 'unused code', script: 'check:unused' },
		{ name: 'questionnaires', script: 'check:questionnaires' }
	]
];

/** @type {{ name: string, script: string, args?: string[], env?: object, count?: () => object, needs?: string }[]} */
const steps = [
	{
		name: 'unit tests',
		script: 'unit',
		args: ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
		count: () => countUnitTests(readReport(unitReport))
	},
	{ name: 'PDF structure', script: 'check:pdf' },
	{ name: 'build', script: 'build' },
	{ name: 'built files', script: 'check:build', needs: 'build' },
	{ name: 'two builds are the same', script: 'check:reproducible', needs: 'build' },
	{
		name: 'journeys',
		script: 'journeys',
		args: ['--reporter=list,json'],
		env: { PLAYWRIGHT_JSON_OUTPUT_FILE: journeysReport },
		count: () => countJourneys(readReport(journeysReport)),
		needs: 'build'
	}
];

const total = { passed: 0, failed: 0 };
/** @type {string[]} */
const lines = [];
const failed = new Set();
/**
 * @param {string} name
 * @param {number} begin when it began, as `performance.now()` says it
 * @param {number} code of the runner
 * @param {{ passed: number, failed: number }} [counted]
 */
function note(name, begin, code, counted) {
	const result = counted ?? { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
	// a runner that stops without naming a failed test has failed all the same
	if (code !== 0 && result.failed === 0) result.failed = 1;
	total.passed += result.passed;
	total.failed += result.failed;
	if (result.failed > 0) failed.add(name);
	const seconds = ((performance.now() - begin) / 1000).toFixed(1);
	const counts = counted ? `: ${result.passed} passed, ${result.failed} failed` : '';
	lines.push(`${result.failed > 0 ? 'FAILED ' : 'passed '}  ${name} (${seconds} s)${counts}`);
}

await Promise.all(
	lanes.map(async (lane) => {
		for (const { name, script } of lane) {
			const begin = performance.now();
			const { code, output } = await runNpmBeside(['run', '--silent', script]);
			console.log(`\n── ${name} (npm run ${script}) ──\n${output}`);
			note(name, begin, code);
		}
	})
);
for (const { name, script, args = [], env = {}, count, needs } of steps) {
	if (failed.has(needs)) {
		lines.push(`not run  ${name}: it needs the ${needs}`);
		continue;
	}
	console.log(`\n── ${name} (npm run ${script}) ──`);
	const begin = performance.now();
	const code = runNpm(['run', '--silent', script, ...(args.length > 0 ? ['--', ...args] : [])], env);
	note(name, begin, code, count?.());
}
rmSync(reports, { recursive: true, force: true });

console.log(`\n${lines.join('\n')}`);
if (failed.size > 0) console.log(`Failed: ${[...failed].join(', ')}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** @param {string} file */
function readReport(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		// the runner stopped before it could write one: its exit code tells
		return null;
	}
}
