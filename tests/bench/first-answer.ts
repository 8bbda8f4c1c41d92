import type { Browser } from '@playwright/test';
import { median, type Figure } from './figure.ts';
import { FAST_3G, SLOW_3G, withPage, type Network } from './lab.ts';
import { watchRequests, type Requests } from './requests.ts';
import type { MeasuredPage } from './targets.ts';

/** Milliseconds after the option is visible at which a hasty person clicks it. */
const EARLY_MOMENTS = [0, 20, 50, 100, 200, 350, 500, 750, 1000, 1500];
const PATIENCE = 30_000;

interface FirstAnswer {
	/** Milliseconds from the start of the navigation; `registered` is absent when the click was lost. */
	visible: number;
	registered?: number;
	requests: Requests;
}

/** What it takes until the first answer is registered: bytes, requests, seconds, and clicks that come early. */
export async function measureFirstAnswer(
	browser: Browser,
	pages: readonly MeasuredPage[],
	runs: number
): Promise<Figure[]> {
	const figures = new Map<string, Figure>();
	const note = (page: MeasuredPage, figure: Figure, value: number): void => {
		const known = figures.get(figure.name) ?? figure;
		known.values[page.target] = value;
		figures.set(figure.name, known);
	};
	for (const page of pages) {
		// the server compresses each file once, when it is first asked for it: that is no part of what a host does
		await withPage(browser, {}, (tab) => tab.goto(page.address, { waitUntil: 'networkidle' }));
		const slow = await repeat(runs, () => firstAnswer(browser, page, SLOW_3G, 0));
		const fast = await repeat(runs, () => firstAnswer(browser, page, FAST_3G, 0));
		const requests = slow[0]?.requests;
		if (requests) for (const [figure, value] of requestFigures(requests)) note(page, figure, value);
		const part = 'first answer, cold, 4× CPU';
		const seconds = (all: FirstAnswer[]): number =>
			median(all.map(({ registered = Infinity }) => registered)) / 1000;
		note(
			page,
			{ part, name: 'slow 3G (400 ms, 400 kbit/s)', unit: 's', limit: 2.3, values: {} },
			seconds(slow)
		);
		note(page, { part, name: '1.6 Mbit/s (150 ms)', unit: 's', limit: 1.1, values: {} }, seconds(fast));
		note(
			page,
			{ part, name: 'question visible, slow 3G', unit: 's', values: {} },
			median(slow.map(({ visible }) => visible)) / 1000
		);
		let lost = 0;
		for (const moment of EARLY_MOMENTS) {
			const { registered } = await firstAnswer(browser, page, FAST_3G, moment);
			if (registered === undefined) lost += 1;
		}
		note(
			page,
			{ part, name: `lost of ${EARLY_MOMENTS.length} early clicks`, unit: '', limit: 0, values: {} },
			lost
		);
	}
	return [...figures.values()];
}

function requestFigures(requests: Requests): [Figure, number][] {
	const part = 'until the first question can be answered';
	const kinds = ['Document', 'Script', 'Stylesheet', 'Font', 'Image'];
	const others = Object.entries(requests.bytesByKind).filter(([kind]) => !kinds.includes(kind));
	return [
		[
			{ part, name: 'on the wire, brotli', unit: 'kB', limit: 60, note: 'aim 45', values: {} },
			requests.bytes / 1000
		],
		...kinds.map((kind): [Figure, number] => [
			{ part, name: `of it: ${kind.toLowerCase()}`, unit: 'kB', values: {} },
			(requests.bytesByKind[kind] ?? 0) / 1000
		]),
		[
			{ part, name: 'of it: other', unit: 'kB', values: {} },
			others.reduce((sum, [, bytes]) => sum + bytes, 0) / 1000
		],
		[{ part, name: 'headers beside them (HTTP/1.1)', unit: 'kB', values: {} }, requests.headers / 1000],
		[{ part, name: 'requests', unit: '', values: {} }, requests.count],
		[{ part, name: 'sequential round trips', unit: '', limit: 2, values: {} }, requests.roundTrips],
		[{ part, name: 'requests to other origins', unit: '', limit: 0, values: {} }, requests.foreign],
		[{ part, name: 'script parsed', unit: 'kB', limit: 180, values: {} }, requests.scriptRaw / 1000]
	];
}

/** Loads a page with an empty cache, clicks the first option some time after it is visible, and waits. */
function firstAnswer(
	browser: Browser,
	{ address, option, isRegistered }: MeasuredPage,
	network: Network,
	clickAfter: number
): Promise<FirstAnswer> {
	const before = `(${watchFirstAnswer.toString()})(${JSON.stringify(option)}, () => ${isRegistered}, ${clickAfter})`;
	return withPage(browser, { network, cpu: 4, before }, async (page, cdp) => {
		const requests = watchRequests(cdp, new URL(address).origin);
		await page.goto(address, { waitUntil: 'commit', timeout: PATIENCE });
		const isLost = await page
			.waitForFunction(() => window.firstAnswer?.registered !== undefined, undefined, {
				timeout: clickAfter === 0 ? PATIENCE : clickAfter + 15_000,
				polling: 50
			})
			.then(
				() => false,
				() => true
			);
		// what is still on its way was asked for before the answer counted
		await page.waitForLoadState('load');
		const seen = await page.evaluate(() => ({ ...window.firstAnswer, origin: performance.timeOrigin }));
		return {
			visible: seen.visible ?? NaN,
			...(!isLost && seen.registered !== undefined && { registered: seen.registered }),
			requests: requests(seen.origin + (seen.registered ?? Infinity))
		};
	});
}

/** Runs in the page, before its own scripts. */
function watchFirstAnswer(option: string, isRegistered: () => boolean, clickAfter: number): void {
	const seen: { visible?: number; registered?: number } = {};
	window.firstAnswer = seen;
	const look = (): void => {
		const input = document.querySelector<HTMLInputElement>(option);
		if (input && seen.visible === undefined && input.getBoundingClientRect().height > 0) {
			seen.visible = performance.now();
			setTimeout(() => document.querySelector<HTMLInputElement>(option)?.click(), clickAfter);
		}
		if (input && seen.visible !== undefined && isRegistered()) seen.registered = performance.now();
		else requestAnimationFrame(look);
	};
	requestAnimationFrame(look);
}

declare global {
	interface Window {
		firstAnswer?: { visible?: number; registered?: number };
	}
}

async function repeat<Result>(times: number, run: () => Promise<Result>): Promise<Result[]> {
	const results: Result[] = [];
	for (let index = 0; index < times; index += 1) results.push(await run());
	return results;
}
