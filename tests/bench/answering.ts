import type { Browser, CDPSession, Page } from '@playwright/test';
import { median, quantile, type Figure } from './figure.ts';
import { withPage } from './lab.ts';
import { registering, type MeasuredPage } from './targets.ts';

const ANSWERS = 80;

/** What answering costs on one page. */
export interface Answering {
	/** Milliseconds from letting go of the button to the next paint, for each answer. */
	paints: number[];
	/** Megabytes in use after the last answer, garbage collected. */
	heap: number;
}

/** How fast an answer shows, with its score and while it is being saved, on a slow processor; and what it keeps. */
export async function measureAnswering(
	browser: Browser,
	view: string,
	pages: readonly MeasuredPage[]
): Promise<Figure[]> {
	const part = `${ANSWERS} answers, 4× CPU, ${view}`;
	const middle: Figure = { part, name: 'answer to paint, median', unit: 'ms', limit: 33, values: {} };
	const worst: Figure = { part, name: 'answer to paint, p98', unit: 'ms', limit: 64, values: {} };
	const heap: Figure = { part, name: 'heap afterwards', unit: 'MB', limit: 5, values: {} };
	for (const page of pages) {
		const measured = await answerMany(browser, page, ANSWERS, 4);
		middle.values[page.target] = median(measured.paints);
		worst.values[page.target] = quantile(measured.paints, 0.98);
		heap.values[page.target] = measured.heap;
	}
	return [middle, worst, heap];
}

/**
 * Answers the questions on a page one after the other with the mouse, and again at another level when all have one.
 * @throws Error when an answer is not chosen afterwards, or the last one is not registered
 */
export function answerMany(
	browser: Browser,
	measured: MeasuredPage,
	count: number,
	cpu: number
): Promise<Answering> {
	return withPage(
		browser,
		{ before: `(${watchPaints.toString()})(); ${registering(measured)}` },
		async (page, cdp) => {
			await page.goto(measured.address, { waitUntil: 'networkidle' });
			await page.waitForSelector(measured.option);
			await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpu });
			for (let index = 0; index < count; index += 1) await answerOne(page, measured.option, index);
			await page.waitForFunction(() => window.isRegistered?.(), undefined, { timeout: 15_000 });
			const paints = (await page.evaluate(() => window.paints)) ?? [];
			if (paints.length !== count)
				throw new Error(`${measured.target}: ${paints.length} of ${count} answers painted`);
			return { paints, heap: await heapOf(cdp) };
		}
	);
}

async function answerOne(page: Page, option: string, index: number): Promise<void> {
	const at = await page.evaluate(pointAt, { option, index });
	// a person looks before they click: what scrolling started is over
	await page.waitForTimeout(120);
	await page.mouse.click(at.x, at.y);
	await page.waitForFunction((painted) => (window.paints?.length ?? 0) > painted, index, { timeout: 10_000 });
}

/** Runs in the page: brings the option to answer with into view and says where it is. */
function pointAt({ option, index }: { option: string; index: number }): { x: number; y: number } {
	const questions = new Map<string, HTMLInputElement[]>();
	for (const input of document.querySelectorAll<HTMLInputElement>(option)) {
		questions.set(input.name, [...(questions.get(input.name) ?? []), input]);
	}
	const question = [...questions.values()][index % questions.size] ?? [];
	const level = question[Math.floor(index / questions.size) % 3];
	// SurveyJS hides the button itself and shows its label
	const shown = level?.getBoundingClientRect().width ? level : level?.closest('label');
	shown?.scrollIntoView({ block: 'center', behavior: 'instant' });
	const { x = 0, y = 0, width = 0, height = 0 } = shown?.getBoundingClientRect() ?? {};
	return { x: x + Math.min(width, 20) / 2, y: y + height / 2 };
}

/** Runs in the page: for each change, the time from the release of the button to the end of the next frame. */
function watchPaints(): void {
	const paints: number[] = [];
	window.paints = paints;
	let released = 0;
	window.addEventListener('pointerup', ({ timeStamp }) => (released = timeStamp), true);
	window.addEventListener(
		'change',
		() => {
			requestAnimationFrame(() => {
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = () => paints.push(performance.now() - released);
				port2.postMessage(undefined);
			});
		},
		true
	);
}

async function heapOf(cdp: CDPSession): Promise<number> {
	await cdp.send('HeapProfiler.collectGarbage');
	const { usedSize } = await cdp.send('Runtime.getHeapUsage');
	return usedSize / 1e6;
}

declare global {
	interface Window {
		paints?: number[];
	}
}
