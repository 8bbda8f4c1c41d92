import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { answerMany } from './answering.ts';
import { buildLarge } from './build-large.ts';
import { median, type Figure, type Target } from './figure.ts';
import { largeQuestionnaire } from './large-questionnaire.ts';
import { withPage } from './lab.ts';
import { registering, serveFolder, serveRivals, sitePage, type MeasuredPage } from './targets.ts';

/** Milliseconds that the first render and one answer may take, by the number of indicators. */
const LIMITS = { 1_000: { render: 400, answer: 33 }, 10_000: { render: 1_500, answer: 50 } };
const RENDERS = 5;
const ANSWERS = 30;

/** A questionnaire of very many indicators in the List view. */
export async function measureLarge(
	browser: Browser,
	indicators: keyof typeof LIMITS,
	targets: readonly Target[]
): Promise<Figure[]> {
	const limits = LIMITS[indicators];
	const part = `${indicators.toLocaleString('en')} indicators, List view, 1× CPU`;
	const first: Figure = {
		part,
		name: 'first render, ready to answer',
		unit: 'ms',
		limit: limits.render,
		values: {}
	};
	const one: Figure = { part, name: 'answer to paint, median', unit: 'ms', limit: limits.answer, values: {} };
	const heap: Figure = { part, name: 'heap afterwards', unit: 'MB', values: {} };
	const copy = buildLarge(indicators);
	const site = await serveFolder(join(copy, 'build'));
	const { questionnaire, text } = largeQuestionnaire(indicators, 'icss');
	const rivals = await serveRivals(questionnaire, text);
	const pages = [sitePage(`${site.address}list/`), ...rivals.pages];
	for (const page of pages.filter(({ target }) => targets.includes(target))) {
		const renders: number[] = [];
		for (let run = 0; run <= RENDERS; run += 1) renders.push(await renderOnce(browser, page));
		// the first one made the server compress the files
		first.values[page.target] = median(renders.slice(1));
		const measured = await answerMany(browser, page, ANSWERS, 1);
		one.values[page.target] = median(measured.paints);
		heap.values[page.target] = measured.heap;
	}
	await Promise.all([site.stop(), rivals.stop()]);
	rmSync(copy, { recursive: true, force: true });
	return [first, one, heap];
}

/** Milliseconds from the start of the navigation until an answer given at once is registered. */
function renderOnce(browser: Browser, measured: MeasuredPage): Promise<number> {
	const { address, option } = measured;
	return withPage(browser, { before: registering(measured) }, async (page) => {
		await page.goto(address, { waitUntil: 'commit', timeout: 120_000 });
		await page.waitForSelector(option, { timeout: 120_000 });
		await page.evaluate((selector) => document.querySelector<HTMLInputElement>(selector)?.click(), option);
		const seen = await page.waitForFunction(() => window.isRegistered?.() && performance.now(), undefined, {
			timeout: 20_000
		});
		return Number(await seen.jsonValue());
	});
}
