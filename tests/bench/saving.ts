import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { buildLarge } from './build-large.ts';
import { median, quantile, type Figure } from './figure.ts';
import { withPage } from './lab.ts';
import { largeQuestionnaire } from './large-questionnaire.ts';
import { serveFolder } from './targets.ts';

const ANSWERS = 300;
const CHANGES = 100;

/**
 * How long one waits for "Saved" after an answer when there are hundreds already, on a slow processor. Each write
 * carries the whole assessment, and has ended only when the disk has it.
 * @throws Error when a write did not ask for that
 */
export async function measureSaving(browser: Browser): Promise<Figure[]> {
	const copy = buildLarge(ANSWERS);
	const site = await serveFolder(join(copy, 'build'));
	const { questionnaire } = largeQuestionnaire(ANSWERS, 'icss');
	const ids = questionnaire.standards.flatMap(({ indicators }) => indicators.map(({ id }) => id));
	const saves = await withPage(browser, { before: `(${watchSaves.toString()})()` }, async (page, cdp) => {
		await page.goto(`${site.address}assess/`, { waitUntil: 'networkidle' });
		await page.evaluate(answerAll, ids);
		await page.waitForSelector('[data-save=saved]');
		await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
		for (const id of ids.slice(0, CHANGES)) await changeAnswer(page, id);
		return page.evaluate(() => window.saves ?? []);
	});
	await site.stop();
	rmSync(copy, { recursive: true, force: true });
	if (saves.length !== CHANGES) throw new Error(`${saves.length} of ${CHANGES} changes were saved`);
	const part = `answer to "Saved" with ${ANSWERS} answers, 4× CPU, strict`;
	return [
		{ part, name: 'median', unit: 'ms', values: { site: median(saves) } },
		{ part, name: 'p95', unit: 'ms', limit: 500, values: { site: quantile(saves, 0.95) } },
		{ part, name: 'p98', unit: 'ms', values: { site: quantile(saves, 0.98) } }
	];
}

/** Runs in the page, the Step view: gives every question the same answer. */
export async function answerAll(ids: readonly string[]): Promise<void> {
	for (const id of ids) {
		location.hash = id;
		const option = () => document.querySelector<HTMLInputElement>(`fieldset[data-indicator="${id}"] input`);
		while (option() === null) await new Promise((resolve) => setTimeout(resolve));
		option()?.click();
	}
}

/** Gives a question in the Step view another answer with the mouse, and waits until that is said to be saved. */
async function changeAnswer(page: Page, id: string): Promise<void> {
	const saved = await page.evaluate((place) => {
		location.hash = place;
		return window.saves?.length ?? 0;
	}, id);
	const other = page.locator(`fieldset[data-indicator="${id}"] input`).nth(1);
	await other.scrollIntoViewIfNeeded();
	const { x = 0, y = 0, width = 0, height = 0 } = (await other.boundingBox()) ?? {};
	await page.mouse.click(x + width / 2, y + height / 2);
	await page.waitForFunction((before) => (window.saves?.length ?? 0) > before, saved, { timeout: 15_000 });
}

/** Runs in the page: for each answer, the time from the release of the button until "Saved" is painted. */
function watchSaves(): void {
	window.saves = [];
	let released: number | undefined;
	window.addEventListener('pointerup', ({ timeStamp }) => (released = timeStamp), true);
	const painted = (begin: number) => (): void => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => window.saves?.push(performance.now() - begin);
		port2.postMessage(undefined);
	};
	new MutationObserver(() => {
		if (released === undefined || document.querySelector('[data-save=saved]') === null) return;
		requestAnimationFrame(painted(released));
		released = undefined;
	}).observe(document, { subtree: true, attributeFilter: ['data-save'] });
	const begin = IDBDatabase.prototype.transaction;
	IDBDatabase.prototype.transaction = function (...parameters) {
		const transaction = begin.apply(this, parameters);
		if (transaction.mode === 'readwrite' && transaction.durability !== 'strict')
			throw new Error('A write that does not wait for the disk');
		return transaction;
	};
}

declare global {
	interface Window {
		saves?: number[];
	}
}
