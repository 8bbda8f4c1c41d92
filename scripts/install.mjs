import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

/** Remembers which lock file the installed packages belong to. */
const STAMP = 'node_modules/.cache/installed';

/**
 * Runs npm in the current folder and shows what it prints.
 * @param {string[]} args what follows `npm`
 * @param {NodeJS.ProcessEnv} [env] variables added to the environment
 * @returns {number} npm's exit code
 */
export function runNpm(args, env = {}) {
	const options = { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } };
	// npm tells its scripts where it lives: so no shell is needed, which Windows would want for `npm.cmd`
	const npm = process.env['npm_execpath'];
	const { status } = npm
		? spawnSync(process.execPath, [npm, ...args], options)
		: spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
	return status ?? 1;
}

/**
 * Runs npm as `runNpm` does, but beside other commands: what it prints is shown when it has ended.
 * @param {string[]} args what follows `npm`
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runNpmBeside(args) {
	const npm = process.env['npm_execpath'];
	const options = { stdio: /** @type {const} */ (['ignore', 'pipe', 'pipe']) };
	const child = npm
		? spawn(process.execPath, [npm, ...args], options)
		: spawn('npm', args, { ...options, shell: process.platform === 'win32' });
	let output = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (output += piece));
	return new Promise((resolve) => {
		child.on('error', (error) => resolve({ code: 1, output: String(error) }));
		child.on('close', (code) => resolve({ code: code ?? 1, output }));
	});
}

/** Installs the packages of package-lock.json unless exactly these are there. Ends the process when that fails. */
export function installWhatIsMissing() {
	const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
	if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
	console.log('Installing the packages. This is needed once and takes about half a minute …');
	// the development packages are needed too, also where NODE_ENV says production
	if (runNpm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']) !== 0) {
		console.error('The packages could not be installed. Check the connection, then run the command again.');
		process.exit(1);
	}
	mkdirSync('node_modules/.cache', { recursive: true });
	writeFileSync(STAMP, wanted);
}
