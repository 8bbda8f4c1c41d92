import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type Page } from '@playwright/test';
import { CHROMIUM_ARGS, ensureChromium } from '../scripts/browser.ts';

/** A Chromium with windows that can be ended without warning, as when a battery is empty or a phone makes room. */
export interface KillableBrowser {
	/** The page that it opened with. */
	page: Page;
	/** Ends all of its processes at once; none of them can write anything any more. */
	kill: () => Promise<void>;
}

/**
 * Starts a Chromium of its own process group, so that one signal ends all of it.
 * @param profile the folder of what it keeps; a browser started with it later finds what this one has kept
 */
export async function startKillableBrowser(profile: string): Promise<KillableBrowser> {
	const portFile = join(profile, 'DevToolsActivePort');
	rmSync(portFile, { force: true });
	const args = [
		...CHROMIUM_ARGS,
		'--headless',
		'--no-first-run',
		'--remote-debugging-port=0',
		`--user-data-dir=${profile}`,
		'about:blank'
	];
	const child = spawn(ensureChromium(), args, { detached: true, stdio: 'ignore' });
	for (let tries = 0; !existsSync(portFile) || !readFileSync(portFile, 'utf8').includes('\n'); tries += 1) {
		if (tries > 600) throw new Error('Chromium did not start');
		await wait(25);
	}
	const [port] = readFileSync(portFile, 'utf8').split('\n');
	// its pages are hidden and shown as those of a person, which Playwright's own settings prevent
	const connection = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true });
	const context = connection.contexts()[0] ?? (await connection.newContext());
	return { page: context.pages()[0] ?? (await context.newPage()), kill: () => killGroup(child) };
}

async function killGroup(child: ChildProcess): Promise<void> {
	if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
	const ended = new Promise((resolve) => child.once('exit', resolve));
	// Windows has no process groups
	if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f']);
	else process.kill(-child.pid, 'SIGKILL');
	await ended;
	// the group's other processes free the profile a moment later
	await wait(200);
}
