import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type Page } from '@playwright/test';
import { CHROMIUM_ARGS, ensureChromium } from '../../scripts/browser.ts';
import type { Figure } from './figure.ts';

/** Milliseconds between the input and the end of the browser that an answer must survive. */
const AFTER_INPUT = 50;

/**
 * Ends the whole browser without warning, 50 ms after an answer and again right after "saved" was shown, and looks
 * whether the answer is there when it starts again. Not on Windows, which has no process groups.
 */
export async function measureKill(address: string, runs: number): Promise<Figure[]> {
	const part = 'browser killed (SIGKILL), answers kept';
	const afterInput = await keptAnswers(address, runs, () => wait(AFTER_INPUT));
	const afterSaved = await keptAnswers(address, runs, (page) => page.waitForSelector('[data-save=saved]'));
	const note = `of ${runs}`;
	return [
		{
			part,
			name: `${AFTER_INPUT} ms after the input`,
			unit: '',
			limit: runs,
			atLeast: true,
			note,
			values: { site: afterInput }
		},
		{
			part,
			name: 'after "saved" was shown',
			unit: '',
			limit: runs,
			atLeast: true,
			note,
			values: { site: afterSaved }
		}
	];
}

/** How many of the answers are there after the kill. Each run uses the profile of the one before. */
async function keptAnswers(
	address: string,
	runs: number,
	untilKill: (page: Page) => Promise<unknown>
): Promise<number> {
	const profile = mkdtempSync(join(tmpdir(), 'bench-profile-'));
	let kept = 0;
	let expected: string | undefined;
	for (let run = 0; run <= runs; run += 1) {
		const browser = await startBrowser(profile);
		const connection = await chromium.connectOverCDP(browser.endpoint);
		const page = await (connection.contexts()[0] ?? (await connection.newContext())).newPage();
		await page.goto(address, { waitUntil: 'networkidle' });
		if (expected !== undefined) {
			const found = await page
				.waitForSelector('fieldset[data-indicator] input:checked', { timeout: 5000 })
				.then((input) => input.inputValue())
				.catch(() => undefined);
			if (found === expected) kept += 1;
		}
		if (run < runs) {
			expected = await page.evaluate((nth) => {
				const inputs = document.querySelectorAll<HTMLInputElement>('fieldset[data-indicator] .levels input');
				const input = inputs[nth % inputs.length];
				input?.click();
				return input?.value;
			}, run);
			await untilKill(page);
		}
		await browser.kill();
	}
	rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
	return kept;
}

/** Starts a Chromium of its own process group, so that one signal ends all of it. */
async function startBrowser(profile: string): Promise<{ endpoint: string; kill: () => Promise<void> }> {
	const portFile = join(profile, 'DevToolsActivePort');
	rmSync(portFile, { force: true });
	const args = [
		...CHROMIUM_ARGS,
		'--headless',
		'--no-first-run',
		'--remote-debugging-port=0',
		`--user-data-dir=${profile}`
	];
	const child = spawn(ensureChromium(), args, { detached: true, stdio: 'ignore' });
	for (let tries = 0; !existsSync(portFile) || !readFileSync(portFile, 'utf8').includes('\n'); tries += 1) {
		if (tries > 300) throw new Error('Chromium did not start');
		await wait(50);
	}
	const [port] = readFileSync(portFile, 'utf8').split('\n');
	return { endpoint: `http://127.0.0.1:${port}`, kill: () => killGroup(child) };
}

async function killGroup(child: ChildProcess): Promise<void> {
	if (child.pid === undefined) return;
	const ended = new Promise((resolve) => child.once('exit', resolve));
	process.kill(-child.pid, 'SIGKILL');
	await ended;
	// the group's other processes free the profile a moment later
	await wait(200);
}
