// Everything the project promises, as one command: installs what is missing, runs every step even if an earlier
// one fails, and ends with the line "N passed, N failed". Unit tests and journeys count one each, every other
// step counts as one. Plain Node without packages: it runs on a fresh clone.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installWhatIsMissing, runNpm, runNpmBeside } from './install.mjs';
import { countJourneys, countUnitTests } from './test-counts.mjs';

installWhatIsMissing();

const reports = mkdtempSync(join(tmpdir(), 'test-reports-'));
const unitReport = join(reports, 'unit.json');
const journeysReport = join(reports, 'journeys.json');

/**
 * Stages, one after the other; each is a list of lanes that run side by side: two where one processor is enough for a
 * step. A step that counts runs alone. Lint takes as long as what runs beside it.
 * @type {{ name: string, script: string, args?: string[], env?: object, count?: () => object, needs?: string }[][][]}
 */
const stages = [
	[
		[{ name: 'lint', script: 'check:lint' }],
		[
			{ name: 'types', script: 'check:types' },
			{ name: 'layer rules', script: 'check:layers' },
			{ name: 'format', script: 'check:format' },
			{ name: 'unused code', script: 'check:unused' },
			{ name: 'questionnaires', script: 'check:questionnaires' }
		]
	],
	[
		[
			{
				name: 'unit tests',
				script: 'unit',
				args: ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
				count: () => countUnitTests(readReport(unitReport))
			}
		]
	],
	[[{ name: 'PDF structure', script: 'check:pdf' }], [{ name: 'build', script: 'build' }]],
	[
		[{ name: 'built files', script: 'check:build', needs: 'build' }],
		[{ name: 'two builds are the same', script: 'check:reproducible', needs: 'build' }]
	],
	[
		[
			{
				name: 'journeys',
				script: 'journeys',
				args: ['--reporter=list,json'],
				env: { PLAYWRIGHT_JSON_OUTPUT_FILE: journeysReport },
				count: () => countJourneys(readReport(journeysReport)),
				needs: 'build'
			}
		]
	]
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

for (const lanes of stages) await Promise.all(lanes.map((lane) => run(lane, lanes.length > 1)));
rmSync(reports, { recursive: true, force: true });

console.log(`\n${lines.join('\n')}`);
if (failed.size > 0) console.log(`Failed: ${[...failed].join(', ')}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

/**
 * Runs the steps of a lane, each once the one before has ended.
 * @param {typeof stages[number][number]} lane
 * @param {boolean} isBeside other lanes run with it: what a step prints is shown when it has ended
 */
async function run(lane, isBeside) {
	for (const { name, script, args = [], env = {}, count, needs } of lane) {
		if (failed.has(needs)) {
			lines.push(`not run  ${name}: it needs the ${needs}`);
			continue;
		}
		const title = `\n── ${name} (npm run ${script}) ──`;
		const command = ['run', '--silent', script, ...(args.length > 0 ? ['--', ...args] : [])];
		const begin = performance.now();
		if (isBeside) {
			const { code, output } = await runNpmBeside(command);
			console.log(`${title}\n${output}`);
			note(name, begin, code);
		} else {
			console.log(title);
			note(name, begin, runNpm(command, env), count?.());
		}
	}
}

/** @param {string} file */
function readReport(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		// the runner stopped before it could write one: its exit code tells
		return null;
	}
}
