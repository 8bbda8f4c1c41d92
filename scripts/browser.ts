// Finds the browsers for the journeys and the bench, and installs a Chromium where there is none.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const SYSTEM_CHROMIUM = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome-stable',
	'/usr/bin/google-chrome',
	'/snap/bin/chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe'
];

/** The package `chromium-headless-shell` of Debian and its kin: a Chromium that has no windows. */
const SYSTEM_HEADLESS = '/usr/bin/chromium-headless-shell';

const SYSTEM_FIREFOX = [
	'/usr/bin/firefox-esr',
	'/usr/bin/firefox',
	'/Applications/Firefox.app/Contents/MacOS/firefox',
	'C:\\Program Files\\Mozilla Firefox\\firefox.exe'
];

/** What every Chromium here starts with: no sandbox, because it refuses to start one as root; no chatter. */
export const CHROMIUM_ARGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

type Command = [program: string, ...args: string[]];

/**
 * Ways to get a Chromium. Where only package registries can be reached, Playwright's own download gives up within
 * seconds and the system's package comes next.
 */
const WAYS_TO_INSTALL: Command[][] = [
	[
		['npx', 'playwright', 'install', 'chromium'],
		['npx', 'playwright', 'install-deps', 'chromium']
	],
	[
		['apt-get', 'update'],
		['apt-get', 'install', '-y', '--no-install-recommends', 'chromium']
	]
];

/**
 * The program file of a Chromium: CHROMIUM_PATH, else Playwright's own, else the system's, else a new one.
 * Quick when there is one: Playwright reads its configuration in every worker.
 * @throws Error when there is none and none can be installed
 */
export function ensureChromium(): string {
	const found = findChromium();
	if (found !== undefined) return found;
	console.log('No Chromium found: installing one …');
	for (const commands of WAYS_TO_INSTALL) {
		if (!commands.every(succeeds)) console.log('That did not work.');
		const installed = findChromium();
		if (installed !== undefined) return installed;
	}
	throw new Error(
		'No Chromium could be found or installed. Install Chrome or Chromium, or set CHROMIUM_PATH.'
	);
}

/**
 * A Chromium for most journeys: the system's one without windows where there is one, because it opens a page with two
 * thirds of the work; else the one above. It never hides a page, so it cannot stand for a browser with tabs.
 * @throws Error as above
 */
export function ensureHeadlessChromium(): string {
	const withWindows = ensureChromium();
	return firstExisting([process.env['CHROMIUM_PATH'], SYSTEM_HEADLESS]) ?? withWindows;
}

/** The program file of an installed Firefox (FIREFOX_PATH goes first), or undefined: it is never installed. */
export function findFirefox(): string | undefined {
	return firstExisting([process.env['FIREFOX_PATH'], ...SYSTEM_FIREFOX]);
}

function findChromium(): string | undefined {
	return firstExisting([process.env['CHROMIUM_PATH'], chromium.executablePath(), ...SYSTEM_CHROMIUM]);
}

/** Runs a command, shows what it prints, and says whether it went well. */
function succeeds([program, ...args]: Command): boolean {
	const { status } = spawnSync(program, args, {
		stdio: ['ignore', 'inherit', 'inherit'],
		timeout: 300_000,
		shell: process.platform === 'win32',
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
	});
	return status === 0;
}

function firstExisting(paths: (string | undefined)[]): string | undefined {
	return paths.find((path) => path !== undefined && path !== '' && existsSync(path));
}
