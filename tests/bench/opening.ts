import type { Browser, Page } from '@playwright/test';
import { GIANT_FILES, HOSTILE_FILES } from '../hostile-files.ts';
import type { Figure } from './figure.ts';
import { withPage } from './lab.ts';

/** A file from elsewhere must not make the page stand still for longer, in milliseconds. */
const LIMIT = 1000;

/** What one file took. */
interface Opened {
	name: string;
	/** From the choice until what is in it, or why it is refused, is painted. */
	took: number;
}

/** How long one waits after choosing a file that breaks careless programs, and one as large as a file may be. */
export async function measureOpening(browser: Browser, address: string): Promise<Figure[]> {
	const before = `(${watchOpening.toString()})()`;
	const { refused, opened } = await withPage(browser, { before }, async (page) => {
		await page.goto(address, { waitUntil: 'networkidle' });
		// the first loads the code that shows files
		await choose(page, { name: 'nothing', bytes: new Uint8Array() });
		return {
			refused: await chooseAll(page, HOSTILE_FILES),
			opened: await chooseAll(page, GIANT_FILES)
		};
	});
	const part = 'a chosen file until it is shown or refused';
	const slowest = (name: string, times: readonly Opened[]): Figure => {
		const { took, name: file } = times.reduce((a, b) => (a.took > b.took ? a : b));
		return { part, name, unit: 'ms', limit: LIMIT, values: { site: took }, note: file };
	};
	return [
		slowest(`${refused.length} hostile ones, the slowest`, refused),
		slowest(`${opened.length} giants, the slower`, opened)
	];
}

async function chooseAll(
	page: Page,
	files: readonly { name: string; bytes: Uint8Array }[]
): Promise<Opened[]> {
	const times: Opened[] = [];
	for (const file of files) times.push({ name: file.name, took: await choose(page, file) });
	return times;
}

async function choose(page: Page, { name, bytes }: { name: string; bytes: Uint8Array }): Promise<number> {
	await page.evaluate(() => (window.opened = undefined));
	await page
		.locator('#file')
		.setInputFiles({ name: 'chosen.json', mimeType: 'application/json', buffer: Buffer.from(bytes) });
	const took = await page
		.waitForFunction(() => window.opened, undefined, { timeout: 30_000 })
		.then((handle) => handle.jsonValue());
	if (took === undefined) throw new Error(`Nothing was said of ${name}`);
	return took;
}

/** Runs in the page: the time from the choice of a file until its preview or its refusal is painted. */
function watchOpening(): void {
	let chosen: number | undefined;
	window.addEventListener(
		'change',
		({ target }) => {
			if (target instanceof HTMLInputElement && target.type === 'file') chosen = performance.now();
		},
		true
	);
	const painted = (begin: number) => (): void => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => (window.opened = performance.now() - begin);
		port2.postMessage(undefined);
	};
	new MutationObserver(() => {
		const isShown = document.querySelector('section:has(#file) :is(h3, [role=alert] li)') !== null;
		if (chosen === undefined || !isShown) return;
		requestAnimationFrame(painted(chosen));
		chosen = undefined;
	}).observe(document, { subtree: true, childList: true });
}

declare global {
	interface Window {
		/** Time that the file chosen last took; undefined while it is opened. */
		opened?: number | undefined;
	}
}
