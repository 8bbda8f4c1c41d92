import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { buildLarge } from './build-large.ts';
import { median, type Figure } from './figure.ts';
import { withPage } from './lab.ts';
import { largeQuestionnaire } from './large-questionnaire.ts';
import { answerAll } from './saving.ts';
import { serveFolder } from './targets.ts';

const ANSWERS = 300;
const UNLOCKS = 10;
const ERASES = 5;
const PHRASE = 'four words nobody guesses';

/** When, on the clock of all tabs, a person asked for something and when a tab showed it. */
interface Moments {
	asked?: number;
	shown?: number;
}

/** How long it takes to open what a passphrase protects, and to erase everything, here and in another tab. */
export async function measureKeeping(browser: Browser): Promise<Figure[]> {
	const copy = buildLarge(ANSWERS);
	const site = await serveFolder(join(copy, 'build'));
	const { questionnaire } = largeQuestionnaire(ANSWERS, 'icss');
	const ids = questionnaire.standards.flatMap(({ indicators }) => indicators.map(({ id }) => id));
	const unlocks = await unlockTimes(browser, site.address, ids);
	const erases: { here: number; there: number }[] = [];
	for (let run = 0; run < ERASES; run += 1) erases.push(await eraseTime(browser, site.address, ids));
	await site.stop();
	rmSync(copy, { recursive: true, force: true });
	const [here, there] = [erases.map((each) => each.here), erases.map((each) => each.there)];
	const unlocking = `passphrase to the shown assessment, ${ANSWERS} answers, 4× CPU`;
	// the browser derives the key beside the page, which the slowing does not reach
	const note = 'key at full speed';
	const erasing = `second tap to the empty start, ${ANSWERS} answers, 4× CPU`;
	return [
		{ part: unlocking, name: 'median', unit: 'ms', note, values: { site: median(unlocks) } },
		{ part: unlocking, name: 'worst', unit: 'ms', note, values: { site: Math.max(...unlocks) } },
		{ part: erasing, name: 'here, median', unit: 'ms', values: { site: median(here) } },
		{ part: erasing, name: 'here, worst', unit: 'ms', values: { site: Math.max(...here) } },
		{ part: erasing, name: 'second tab, median', unit: 'ms', values: { site: median(there) } },
		{
			part: erasing,
			name: 'second tab, worst',
			unit: 'ms',
			limit: 1000,
			values: { site: Math.max(...there) }
		}
	];
}

/** Milliseconds from the key that sends the passphrase until the question with its answer is painted. */
function unlockTimes(browser: Browser, address: string, ids: readonly string[]): Promise<number[]> {
	return withPage(browser, { before: `(${watchUnlocking.toString()})()` }, async (page, cdp) => {
		await answerEverything(page, address, ids);
		await page.goto(`${address}data/`);
		await page.getByText('Set a passphrase', { exact: true }).click();
		await page.getByLabel('New passphrase').fill(PHRASE);
		await page.getByLabel('The same again').fill(PHRASE);
		await page.getByLabel('I have understood that nobody can recover it.').check();
		await page.getByRole('button', { name: 'Set it now' }).click();
		await page.getByText('The passphrase is set.').waitFor();
		await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
		const times: number[] = [];
		for (let run = 0; run < UNLOCKS; run += 1) {
			await page.goto(`${address}assess/`, { waitUntil: 'networkidle' });
			const field = page.getByRole('dialog').getByLabel('Passphrase', { exact: true });
			await field.fill(PHRASE);
			await field.press('Enter');
			const { asked = NaN, shown = NaN } = await momentsOf(page);
			times.push(shown - asked);
		}
		return times;
	});
}

/** Milliseconds from the second tap until the empty start is there, in the tab of the tap and in another one. */
function eraseTime(
	browser: Browser,
	address: string,
	ids: readonly string[]
): Promise<{ here: number; there: number }> {
	return withPage(browser, { before: `(${watchErasing.toString()})()` }, async (page, cdp) => {
		await answerEverything(page, address, ids);
		const other = await page.context().newPage();
		await other.goto(`${address}results/`, { waitUntil: 'networkidle' });
		await page.goto(`${address}data/`, { waitUntil: 'networkidle' });
		const slow = await page.context().newCDPSession(other);
		for (const each of [cdp, slow]) await each.send('Emulation.setCPUThrottlingRate', { rate: 4 });
		await page.getByRole('button', { name: 'Erase everything …' }).click();
		await page.getByRole('button', { name: 'Erase everything now' }).click();
		const [{ asked = NaN, shown: here = NaN }, { shown: there = NaN }] = [
			await momentsOf(page),
			await momentsOf(other)
		];
		return { here: here - asked, there: there - asked };
	});
}

async function answerEverything(page: Page, address: string, ids: readonly string[]): Promise<void> {
	await page.goto(`${address}assess/`, { waitUntil: 'networkidle' });
	await page.evaluate(answerAll, ids);
	await page.waitForSelector('[data-save=saved]');
}

async function momentsOf(page: Page): Promise<Moments> {
	// a tab behind another one has no frames to look in
	await page.waitForFunction(() => window.moments?.shown !== undefined, undefined, {
		timeout: 30_000,
		polling: 50
	});
	return page.evaluate(() => window.moments ?? {});
}

/** Runs in the page: watches from the key that sends the passphrase until a question with its answer is painted. */
function watchUnlocking(): void {
	const moments: Moments = (window.moments = {});
	const look = (): void => {
		const isShown =
			document.querySelector('dialog[open]') === null &&
			document.querySelector('fieldset[data-indicator] input:checked') !== null;
		if (!isShown) return void requestAnimationFrame(look);
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => (moments.shown = performance.timeOrigin + performance.now());
		port2.postMessage(undefined);
	};
	window.addEventListener(
		'keydown',
		({ key, timeStamp }) => {
			if (key !== 'Enter') return;
			moments.asked = performance.timeOrigin + timeStamp;
			requestAnimationFrame(look);
		},
		true
	);
}

/**
 * Runs in every tab: watches for the empty start, and for the last button that was let go before it. A tab behind
 * another one paints nothing: what counts is what it would paint.
 */
function watchErasing(): void {
	const moments: Moments = (window.moments = {});
	const now = (): number => performance.timeOrigin + performance.now();
	window.addEventListener('pointerup', () => (moments.asked = now()), true);
	new MutationObserver((_changes, observer) => {
		if (!document.querySelector('main')?.textContent.includes('Everything is erased.')) return;
		moments.shown = now();
		observer.disconnect();
	}).observe(document, { subtree: true, childList: true, characterData: true });
}

declare global {
	interface Window {
		moments?: Moments;
	}
}
