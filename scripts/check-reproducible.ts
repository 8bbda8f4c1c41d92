// Checks that the same sources give the same site: builds them twice, in folders of different depth and at different
// hours of the world, and compares every file.
//   npm run check:reproducible
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	copyFileSync,
	cpSync,
	linkSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	rmSync,
	symlinkSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SOURCES = [
	'src',
	'static',
	'questionnaires',
	'scripts',
	'package.json',
	'package-lock.json',
	'svelte.config.js',
	'tsconfig.json',
	'vite.config.ts'
];
const PLACES = [
	{ folder: 'one', zone: 'UTC' },
	{ folder: join('two', 'that', 'lies', 'deeper'), zone: 'Pacific/Kiritimati' }
];

const root = mkdtempSync(join(tmpdir(), 'two-builds-'));
try {
	const [first, second] = await Promise.all(
		PLACES.map(({ folder, zone }) => build(join(root, folder), zone))
	);
	const problems = differences(first ?? new Map(), second ?? new Map());
	for (const problem of problems) console.error(problem);
	console.log(
		problems.length === 0
			? `${first?.size} files are the same in both builds.`
			: `${problems.length} files differ.`
	);
	process.exitCode = problems.length === 0 ? 0 : 1;
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
} finally {
	rmSync(root, { recursive: true, force: true });
}

/**
 * Builds a copy of the sources.
 * @param folder where to
 * @param zone the time zone of the build
 * @returns SHA-256 of every built file, by its path
 * @throws Error whose message is what the build printed, when it failed
 */
async function build(folder: string, zone: string): Promise<Map<string, string>> {
	mkdirSync(folder, { recursive: true });
	for (const source of SOURCES) cpSync(source, join(folder, source), { recursive: true });
	linkTree('node_modules', join(folder, 'node_modules'));
	await run(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], folder, zone);
	return digests(join(folder, 'build'));
}

/** A second tree of the same files: packages must seem to lie beside the sources, and to copy them takes long. */
function linkTree(from: string, to: string): void {
	mkdirSync(to);
	for (const entry of readdirSync(from, { withFileTypes: true })) {
		const [source, target] = [join(from, entry.name), join(to, entry.name)];
		// what tools keep there for themselves would be written to in both
		if (entry.isDirectory() && !/^\.(?!bin$)/.test(entry.name)) linkTree(source, target);
		else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
		else if (entry.isFile()) linkOrCopy(source, target);
	}
}

function linkOrCopy(source: string, target: string): void {
	try {
		linkSync(source, target);
	} catch {
		// on another disk
		copyFileSync(source, target);
	}
}

function run(program: string, args: string[], cwd: string, zone: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const started = spawn(program, args, { cwd, env: { ...process.env, TZ: zone } });
		let printed = '';
		for (const stream of [started.stdout, started.stderr]) stream.on('data', (text) => (printed += text));
		started.once('error', reject);
		started.once('close', (code) => (code === 0 ? resolve() : reject(new Error(printed))));
	});
}

function digests(folder: string): Map<string, string> {
	const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
	return new Map(
		files.map(({ parentPath, name }) => {
			const path = join(parentPath, name);
			return [path.slice(folder.length + 1), createHash('sha256').update(readFileSync(path)).digest('hex')];
		})
	);
}

function differences(first: Map<string, string>, second: Map<string, string>): string[] {
	return [...new Set([...first.keys(), ...second.keys()])]
		.sort()
		.filter((path) => first.get(path) !== second.get(path))
		.map((path) => {
			if (!first.has(path)) return `${path}: only in the second build`;
			return second.has(path) ? `${path}: differs` : `${path}: only in the first build`;
		});
}
