// Builds the site, unless the build is younger than everything it is made from.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = [
	'src',
	'static',
	'questionnaires',
	'scripts',
	'package-lock.json',
	'package.json',
	'svelte.config.js',
	'vite.config.ts'
];
/** The adapter writes this file last: a build that broke off does not have it. */
const LAST_WRITTEN = 'build/404.html';

if (existsSync(LAST_WRITTEN) && newest(SOURCES) <= statSync(LAST_WRITTEN).mtimeMs) {
	console.log('The site is built already and nothing has changed since.');
} else {
	console.log('Building the site. This takes about ten seconds …');
	// what a build prints helps only when it fails
	const { status, stdout, stderr } = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], {
		encoding: 'utf8',
		maxBuffer: 100_000_000
	});
	if (status !== 0) {
		console.error(stdout + stderr);
		console.error('The site could not be built. The reason stands above.');
		process.exit(1);
	}
}

/**
 * The youngest change of files and folders, in milliseconds. Folders count too: they change when a file goes.
 * @param {string[]} paths
 * @returns {number}
 */
function newest(paths) {
	return Math.max(
		...paths.map((path) => {
			const { mtimeMs } = statSync(path);
			if (!statSync(path).isDirectory()) return mtimeMs;
			return Math.max(mtimeMs, newest(readdirSync(path).map((name) => join(path, name))));
		})
	);
}
