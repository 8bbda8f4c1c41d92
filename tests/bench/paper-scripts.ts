import { rmSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { SAMPLES } from '../fixtures/reports/index.ts';
import { sampleReport } from '../fixtures/reports/sample-report.ts';
import { buildPaperPage, PAGE_SCRIPT } from './build-paper.ts';
import { median, type Figure } from './figure.ts';
import { withPage } from './lab.ts';
import type { MadePaper, PaperOrder } from './paper-page.ts';
import { linkFonts, openPrinted, print, writePrinted } from './printed.ts';
import { serveFolder } from './targets.ts';

/** One language for each script; Cyrillic is set like Latin, and measured with all others only. */
const LANGUAGES = ['en', 'ar', 'ne', 'bn', 'am', 'zh'];
const CPUS = [1, 4, 6];
const ACTIONS = 40;
const ANNEX_ROWS = 300;
/** Made before those that count, so that the code is compiled. */
const WARM_UP = 2;
const AGAIN = 5;

/** Milliseconds that a plan of forty actions may take, by when it is made and on which processor. */
const TIME_LIMITS: Readonly<Record<string, number>> = { 'again 1': 400, 'first 4': 1000 };
const STALL_LIMIT = 50;
/** Kilobytes of a plan of forty actions, and of all that makes it but the fonts. */
const SIZE_LIMIT = 80;
const CODE_LIMIT = 330;
const WORDS = { again: 'made again', first: 'the first time' } as const;
const MOMENTS = ['again', 'first'] as const;

/** What papers took on one processor, and what the first one loaded. */
interface Taken {
	first: MadePaper[];
	again: MadePaper[];
	loaded: Loaded;
}

/** Bytes of what the first paper loads, as they travel and unpacked. */
interface Loaded {
	code: Weight;
	faces: Weight;
}

interface Weight {
	packed: number;
	raw: number;
}

/** The same words printed by the browser itself. */
interface Printed {
	times: number[];
	bytes: number;
}

/**
 * The paper in every script: the first one of a fresh page, which loads code, shaper and fonts, and later ones; on
 * slower processors, too. The peer of later ones is the browser's own printer with the same words in the same fonts; it
 * has no first time to compare, because the page it prints is there with its fonts.
 * @param runs fresh pages for each figure
 * @param isFull measures all languages there are samples of
 */
export async function measurePaperScripts(
	browser: Browser,
	runs: number,
	isFull: boolean
): Promise<Figure[]> {
	const folder = await buildPaperPage();
	linkFonts(folder);
	const served = await serveFolder(folder);
	const figures: Figure[] = [];
	const weights: Figure[] = [];
	try {
		for (const language of isFull ? Object.keys(SAMPLES) : LANGUAGES)
			for (const annexRows of [0, ANNEX_ROWS]) {
				const order = { language, actions: ACTIONS, annexRows };
				const printed = `${served.address}${writeOrder(folder, order)}`;
				const taken = new Map<number, { paper: Taken; printer: Printed }>();
				// the server compresses each file once, when it is first asked for it: that is no part of what a host does
				await makePapers(browser, served.address, order, { cpu: 1, runs: 1, again: 0 });
				for (const cpu of CPUS)
					taken.set(cpu, {
						paper: await makePapers(browser, served.address, order, { cpu, runs, again: AGAIN }),
						printer: await printPapers(browser, printed, cpu)
					});
				figures.push(...figuresOf(order, taken));
				const loaded = taken.get(1)?.paper.loaded;
				if (loaded !== undefined && annexRows === 0) weights.push(...weightsOf(order, loaded, weights));
			}
	} finally {
		await served.stop();
		rmSync(folder, { recursive: true, force: true });
	}
	return [...figures, ...weights];
}

/** How often something is made, and how many times slower than this machine. */
interface Effort {
	cpu: number;
	runs: number;
	again: number;
}

async function makePapers(
	browser: Browser,
	address: string,
	order: PaperOrder,
	{ cpu, runs, again }: Effort
): Promise<Taken> {
	const taken: Taken = { first: [], again: [], loaded: noBytes() };
	for (let run = 1; run <= runs; run += 1)
		await withPage(browser, { cpu }, async (page) => {
			await page.goto(address, { waitUntil: 'networkidle' });
			taken.first.push(await makePaper(page, order));
			if (run < runs || again === 0) return;
			taken.loaded = await weigh(page);
			for (let k = 0; k < WARM_UP; k += 1) await makePaper(page, order);
			for (let k = 0; k < again; k += 1) taken.again.push(await makePaper(page, order));
		});
	return taken;
}

async function makePaper(page: Page, order: PaperOrder): Promise<MadePaper> {
	const made = await page.evaluate((wanted) => window.makePaper?.(wanted), order);
	if (made === undefined) throw new Error('The page that makes papers did not start');
	return made;
}

/** Bytes of all scripts that the page has loaded since it was opened. */
async function weigh(page: Page): Promise<Loaded> {
	const scripts = await page.evaluate(() =>
		(performance.getEntriesByType('resource') as PerformanceResourceTiming[]).map(
			({ name, encodedBodySize, decodedBodySize }) => ({
				name,
				packed: encodedBodySize,
				raw: decodedBodySize
			})
		)
	);
	const loaded = noBytes();
	for (const { name, packed, raw } of scripts.filter((each) => !each.name.endsWith(`/${PAGE_SCRIPT}`))) {
		// where the build puts fonts: scripts/vite-chunk-folders.ts
		const weight = name.includes('/_app/immutable/data/') ? loaded.faces : loaded.code;
		weight.packed += packed;
		weight.raw += raw;
	}
	return loaded;
}

function noBytes(): Loaded {
	return { code: { packed: 0, raw: 0 }, faces: { packed: 0, raw: 0 } };
}

function printPapers(browser: Browser, address: string, cpu: number): Promise<Printed> {
	return withPage(browser, { cpu }, async (page, cdp) => {
		await openPrinted(page, address);
		for (let k = 0; k < WARM_UP; k += 1) await print(cdp);
		const printed: Printed = { times: [], bytes: 0 };
		for (let k = 0; k < AGAIN; k += 1) {
			const { time, bytes } = await print(cdp);
			printed.times.push(time);
			printed.bytes = bytes;
		}
		return printed;
	});
}

/** Writes the page that the printer gets for an order, and gives its name. */
function writeOrder(folder: string, { language, actions, annexRows }: PaperOrder): string {
	const words = SAMPLES[language];
	if (words === undefined) throw new Error(`There is no sample in ${language}`);
	const report = sampleReport(words, { actions, annex: annexRows > 0, annexRows });
	return writePrinted(folder, `${language}-${annexRows}`, report, words.direction);
}

function figuresOf(
	{ language, annexRows }: PaperOrder,
	taken: ReadonlyMap<number, { paper: Taken; printer: Printed }>
): Figure[] {
	const isJudged = annexRows === 0;
	const rows = isJudged ? '' : ` and ${annexRows} rows of annex`;
	const part = `PDF of ${ACTIONS} actions${rows}, ${nameOf(language)}; peer: the browser's own printer`;
	const middle = (made: readonly MadePaper[], of: 'time' | 'stall'): number =>
		median(made.map((each) => each[of]));
	const times = MOMENTS.flatMap((moment) =>
		[...taken].map(([cpu, { paper, printer }]): Figure => {
			const limit = isJudged ? TIME_LIMITS[`${moment} ${cpu}`] : undefined;
			return {
				part,
				name: `${WORDS[moment]}, ${cpu}× CPU`,
				unit: 'ms',
				...(limit !== undefined && { limit }),
				values: {
					site: middle(paper[moment], 'time'),
					...(moment === 'again' && { peer: median(printer.times) })
				},
				note: `longest stall ${middle(paper[moment], 'stall').toFixed(0)} ms`
			};
		})
	);
	const usual = taken.get(1);
	if (usual === undefined) return times;
	const { paper, printer } = usual;
	return [
		...times,
		...MOMENTS.map((moment): Figure => ({
			part,
			name: `longest stall, ${WORDS[moment]}, 1× CPU`,
			unit: 'ms',
			limit: STALL_LIMIT,
			values: { site: middle(paper[moment], 'stall') }
		})),
		{
			part,
			name: 'size',
			unit: 'kB',
			...(isJudged && { limit: SIZE_LIMIT }),
			values: { site: (paper.first[0]?.bytes ?? NaN) / 1000, peer: printer.bytes / 1000 }
		}
	];
}

/** Code and shaper are the same for every language, so they are told once. */
function weightsOf({ language }: PaperOrder, { code, faces }: Loaded, known: readonly Figure[]): Figure[] {
	const part = 'what the first PDF loads, Brotli';
	const figure = (name: string, { packed, raw }: Weight): Figure => ({
		part,
		name,
		unit: 'kB',
		values: { site: packed / 1000 },
		note: `${(raw / 1000).toFixed(0)} kB unpacked`
	});
	return [
		...(known.length === 0 ? [{ ...figure('code and shaper', code), limit: CODE_LIMIT }] : []),
		figure(`fonts, ${nameOf(language)}`, faces)
	];
}

function nameOf(language: string): string {
	return new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;
}
