import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startKillableBrowser } from '../killable-browser.ts';
import type { Figure } from './figure.ts';

/** Milliseconds between the input and the end of the browser that an answer must survive. */
const AFTER_INPUT = 50;

/**
 * Ends the whole browser without warning, 50 ms after an answer, and looks whether the answer is there when it starts
 * again. That what was called saved is there is for a journey (killed.spec.ts): it has nothing to do with time.
 */
export async function measureKill(address: string, runs: number): Promise<Figure[]> {
	return [
		{
			part: 'browser killed (SIGKILL), answers kept',
			name: `${AFTER_INPUT} ms after the input`,
			unit: '',
			limit: runs,
			atLeast: true,
			note: `of ${runs}`,
			values: { site: await keptAnswers(address, runs) }
		}
	];
}

/** How many of the answers are there after the kill. Each run uses the profile of the one before. */
async function keptAnswers(address: string, runs: number): Promise<number> {
	const profile = mkdtempSync(join(tmpdir(), 'bench-profile-'));
	let kept = 0;
	let expected: string | undefined;
	for (let run = 0; run <= runs; run += 1) {
		const { page, kill } = await startKillableBrowser(profile);
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
			await wait(AFTER_INPUT);
		}
		await kill();
	}
	rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
	return kept;
}
