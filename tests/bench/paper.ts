import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { buildLarge } from './build-large.ts';
import { median, type Figure } from './figure.ts';
import { withPage } from './lab.ts';
import { serveFolder } from './targets.ts';

const ACTIONS = 40;
const RUNS = 7;

interface Made {
	/** Milliseconds from the click until the file is there. */
	time: number;
	/** The longest time without a frame on the way. */
	stall: number;
	bytes: number;
}

/** The PDF of a plan with forty actions, made again on a page that has made one before; with its annex, and without. */
export async function measurePaper(browser: Browser): Promise<Figure[]> {
	const copy = buildLarge(ACTIONS);
	const site = await serveFolder(join(copy, 'build'));
	const { whole, short } = await withPage(
		browser,
		{ before: `(${watchFiles.toString()})()` },
		async (page) => {
			await answerAllLowest(page, `${site.address}list/`);
			await page.goto(`${site.address}plan/`, { waitUntil: 'networkidle' });
			const made = { whole: await makeMany(page), short: [] as Made[] };
			await page.getByRole('checkbox', { name: 'With all answers and their evidence' }).uncheck();
			made.short = await makeMany(page);
			return made;
		}
	);
	await site.stop();
	rmSync(copy, { recursive: true, force: true });
	return [
		...figuresOf(`PDF of ${ACTIONS} actions, as offered, 1× CPU`, whole),
		...figuresOf(`PDF of ${ACTIONS} actions, without the annex, 1× CPU`, short)
	];
}

function figuresOf(part: string, [first, ...warm]: readonly Made[]): Figure[] {
	const middle = (pick: (one: Made) => number): number => median(warm.map(pick));
	return [
		{ part, name: 'warm', unit: 'ms', limit: 400, values: { site: middle(({ time }) => time) } },
		{ part, name: 'the first time', unit: 'ms', values: { site: first?.time ?? NaN } },
		{
			part,
			name: 'longest stall, warm',
			unit: 'ms',
			limit: 50,
			values: { site: middle(({ stall }) => stall) }
		},
		{ part, name: 'size', unit: 'kB', limit: 80, values: { site: (warm[0]?.bytes ?? NaN) / 1000 } }
	];
}

async function makeMany(page: Page): Promise<Made[]> {
	const all: Made[] = [];
	for (let run = 0; run <= RUNS; run += 1) all.push(await makeOne(page));
	return all;
}

async function answerAllLowest(page: Page, address: string): Promise<void> {
	await page.goto(address, { waitUntil: 'networkidle' });
	await page.evaluate(() => {
		for (const question of document.querySelectorAll('fieldset[data-indicator]')) {
			question.querySelector<HTMLInputElement>('input[type=radio]')?.click();
		}
	});
	await page.waitForSelector('[data-save=saved]');
}

async function makeOne(page: Page): Promise<Made> {
	await page.evaluate(() => window.startWatch?.());
	await page.getByRole('button', { name: 'Save as PDF' }).click();
	await page.waitForFunction(() => window.madeFile !== undefined, undefined, { timeout: 60_000 });
	const made = await page.evaluate(() => window.madeFile);
	if (made === undefined) throw new Error('No file was made');
	await page.waitForTimeout(300);
	return made;
}

/** Runs in the page: notes when a file is offered, how large it is, and the longest gap between frames before. */
function watchFiles(): void {
	let begin = 0;
	let last = 0;
	let stall = 0;
	const frame = (now: number): void => {
		stall = Math.max(stall, now - last);
		last = now;
		requestAnimationFrame(frame);
	};
	window.startWatch = () => {
		delete window.madeFile;
		window.addEventListener(
			'click',
			() => {
				begin = last = performance.now();
				stall = 0;
			},
			{ capture: true, once: true }
		);
	};
	requestAnimationFrame(frame);
	const offer = URL.createObjectURL.bind(URL);
	URL.createObjectURL = (file: Blob | MediaSource) => {
		const now = performance.now();
		if (file instanceof Blob) {
			window.madeFile = { time: now - begin, stall: Math.max(stall, now - last), bytes: file.size };
		}
		return offer(file);
	};
}

declare global {
	interface Window {
		startWatch?: () => void;
		madeFile?: { time: number; stall: number; bytes: number };
	}
}
