import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the site is built from. */
const SOURCES = [
	'package-lock.json',
	'questionnaires',
	'scripts',
	'src',
	'static',
	'svelte.config.js',
	'vite.config.ts'
];
/** Tests, texts for those who change the project, and scripts that the build does not run. */
const TAKES_NO_PART = /\.test\.ts$|\.md$|^scripts\/(?!vite-|version-name\.mjs)/;

/**
 * A name that is the same for the same sources on every machine, and another one when any of them changes: from it a
 * device knows that there is a new version of the site.
 * @param {string} root the project's folder
 * @param {string} version the version in `package.json`
 * @returns {string} such as `0.1.0-3f9a2c1b`
 */
export function nameVersion(root, version) {
	const digest = createHash('sha256');
	for (const path of SOURCES.flatMap((source) => filesOf(root, source)).sort()) {
		if (TAKES_NO_PART.test(path)) continue;
		// as bytes, one character each: Git may write line endings as the machine likes them
		const content = readFileSync(join(root, path), 'latin1').replaceAll('\r\n', '\n');
		digest.update(`${path}\n${content.length}\n${content}`, 'latin1');
	}
	return `${version}-${digest.digest('hex').slice(0, 8)}`;
}

/**
 * @param {string} root
 * @param {string} path a file or a folder in it
 * @returns {string[]} paths with slashes
 */
function filesOf(root, path) {
	if (!statSync(join(root, path)).isDirectory()) return [path];
	return readdirSync(join(root, path)).flatMap((name) => filesOf(root, `${path}/${name}`));
}
