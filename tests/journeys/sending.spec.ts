import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { expect, test, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { listenOnLoopback } from '../../scripts/static-server.mjs';
import { Listeners, type Arrival } from '../listeners.ts';
import { LEAVING_WAYS, QUIET_WAYS, WEBRTC_WAYS, type Target } from '../sending-ways.ts';

// Tries to send out of the built site in every way we know, against listeners on other ports of this machine: from
// the pages as they are, and with the headers of `static/_headers`. The same from a page without a policy shows that
// the listeners would have noticed.

const IMPORT = 'dynamic import';
const FROM_WORKER = 'fetch in the service worker';
/** Chromium warms up a connection for these, and then refuses them: not a word goes over it. */
const WARMED_UP = ['iframe', 'form, post', 'form, get'];
/** The first Chromium that knows the header `Connection-Allowlist`, which also closes WebRTC. */
const KNOWS_ALLOWLIST = 152;
/** Nothing is expected any more after so long without an arrival, in milliseconds. */
const PAUSE = 3000;

const OPEN_PAGE = '<!doctype html><title>Open</title><link rel="stylesheet" href="/a.css"><p>Open';

/** What became of each way, and how long the last arrival of the quiet ones took. */
interface Outcome {
	arrivals: Map<string, Arrival>;
	took: number;
}

test('nothing gets out of the site but by leaving it', async ({ browser, browserName, baseURL }) => {
	test.slow();
	const site = baseURL ?? '';
	const server = createServer(({ url }, response) => {
		const [type, body] = url === '/a.css' ? ['text/css', ''] : ['text/html', OPEN_PAGE];
		response.writeHead(200, { 'Content-Type': type }).end(body);
	});
	const openPage = `http://127.0.0.1:${await listenOnLoopback(server, 0)}/`;
	const open = await tryAll(browser, openPage);
	await close(server);
	const pause = Math.max(PAUSE, 2 * open.took);
	const bare = await tryAll(browser, site, {
		pause,
		options: { serviceWorkers: 'block' },
		prepare: async (page) => {
			await page.route(site, async (route) => {
				const response = await route.fetch();
				await route.fulfill({ response, headers: { 'content-type': 'text/html' } });
			});
		}
	});
	const hosted = await tryAll(browser, site, {
		pause,
		options: { serviceWorkers: 'allow' },
		// a test can look into a service worker in Chromium alone
		hasWorker: browserName === 'chromium'
	});

	print(browserName, { 'no policy': open, 'pages alone': bare, 'with headers': hosted });
	const leaving = Object.keys(LEAVING_WAYS);
	const knowsAllowlist = browserName === 'chromium' && parseInt(browser.version()) >= KNOWS_ALLOWLIST;
	expect(namesOf(open, 'sent').length).toBeGreaterThanOrEqual(15);
	expect(without(namesOf(bare, 'sent'), WEBRTC_WAYS)).toEqual(leaving);
	expect(without(namesOf(bare, 'connected'), [...WARMED_UP, ...WEBRTC_WAYS])).toEqual([]);
	expect(without(namesOf(hosted, 'sent'), knowsAllowlist ? [] : WEBRTC_WAYS)).toEqual(leaving);
	expect(without(namesOf(hosted, 'connected'), knowsAllowlist ? [] : WARMED_UP)).toEqual([]);
});

/** Tries every way from the page at the address, in a browser that has never been there. */
async function tryAll(
	browser: Browser,
	address: string,
	{
		pause = PAUSE,
		options = {},
		prepare = () => Promise.resolve(),
		hasWorker = false
	}: {
		pause?: number;
		options?: BrowserContextOptions;
		prepare?: (page: Page) => Promise<void>;
		hasWorker?: boolean;
	} = {}
): Promise<Outcome> {
	const listeners = new Listeners();
	const names: string[] = [];
	const targetFor = async (name: string): Promise<Target> => {
		names.push(name);
		const host = await listeners.listenFor(name);
		return { host, http: `http://${host}/`, https: `https://${host}/` };
	};
	const open = async (): Promise<Page> => {
		const page = await browser.newPage(options);
		await prepare(page);
		await page.goto(address);
		return page;
	};
	const page = await open();
	for (const [name, way] of Object.entries(QUIET_WAYS)) {
		const target = await targetFor(name);
		// what throws is refused; that nothing arrives says the same
		await page.evaluate(way, target).catch(() => undefined);
	}
	const { http } = await targetFor(IMPORT);
	await page.evaluate(`void import('${http}').catch(() => undefined)`).catch(() => undefined);
	if (hasWorker && existsSync('build/service-worker.js')) {
		const workers = () => page.context().serviceWorkers();
		await expect.poll(() => workers().length).toBe(1);
		const target = await targetFor(FROM_WORKER);
		await workers()[0]?.evaluate((to) => fetch(to.http, { mode: 'no-cors' }).then(String, String), target);
	}
	const tried = Date.now();
	await listeners.quiet(pause);
	const took = listeners.lastArrival - tried;
	await page.close();
	for (const [name, way] of Object.entries(LEAVING_WAYS)) {
		const target = await targetFor(name);
		const leaving = await open();
		await leaving.evaluate(way, target).catch(() => undefined);
		await expect.poll(() => listeners.arrivalOf(name), name).toBe('sent');
		await leaving.close();
	}
	const arrivals = new Map(names.map((name) => [name, listeners.arrivalOf(name)]));
	await listeners.close();
	return { arrivals, took };
}

function namesOf({ arrivals }: Outcome, arrival: Arrival): string[] {
	return [...arrivals].filter(([, each]) => each === arrival).map(([name]) => name);
}

function without(names: readonly string[], others: readonly string[]): string[] {
	return names.filter((name) => !others.includes(name));
}

function print(browserName: string, runs: Readonly<Record<string, Outcome>>): void {
	const titles = Object.keys(runs);
	const names = new Set(Object.values(runs).flatMap(({ arrivals }) => [...arrivals.keys()]));
	const line = (first: string, cells: readonly string[]): string =>
		[first.padEnd(32), ...cells.map((cell) => cell.padEnd(13))].join(' ').trimEnd();
	console.log(line(browserName, titles));
	for (const name of names)
		console.log(
			line(
				name,
				Object.values(runs).map(({ arrivals }) => arrivals.get(name) ?? '–')
			)
		);
}

async function close(server: Server): Promise<void> {
	server.closeAllConnections();
	await new Promise((closed) => server.close(closed));
}
