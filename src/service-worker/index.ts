// The site without network: keeps all files of one version, whole or not at all, and answers from them. A version
// that runs is never disturbed by a newer one: that waits until a person agrees or until all its pages are closed.
import { base, build, files, prerendered, version } from '$service-worker';
import { hasRightType, isAnswerTo, isPageOf } from './arrival.ts';
import { findChosen } from './chosen.ts';

const worker = globalThis as unknown as ServiceWorkerGlobalScope;

/** So many requests at once. Browsers open six lines to many hosts, and the page needs some of them. */
const AT_ONCE = 4;
const START = `${base}/`;
const NOT_FOUND = `${base}/404.html`;
/** Stands in the cache of a version that has run. No host serves such a path. */
const HAS_RUN = `${base}/.has-run`;

/** A path from the folder of the site on. */
const inside = (path: string): string => path.slice(base.length);
/** The pages of the site. The one for addresses that lead nowhere names its files from the root of the host. */
const PAGES = base === '' ? [...prerendered, NOT_FOUND] : prerendered;
/** Hosts keep to themselves what begins with a dot or an underscore, and schemas are for editors of files. */
const FILES = files.filter((path) => !/^\/([._]|schema\/|robots\.txt)/.test(inside(path)));
const ALL = [...new Set([...build, ...FILES, ...PAGES])];
const CHOSEN = findChosen(ALL.map(inside));
const isChosen = (path: string): boolean => CHOSEN.has(inside(path));
const CODE: ReadonlySet<string> = new Set(build.map((path) => inside(path).slice(1)));

/** Several folders of one host may each hold this site. */
const PREFIX = `child-safeguarding ${worker.registration.scope} `;
/** The list is part of the name: two builds of one version by different compilers do not share files. */
const CACHE = `${PREFIX}${version} ${digest(ALL.join())}`;

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('message', (event) => {
	const { type } = event.data as { type?: unknown };
	if (type === 'take-over') event.waitUntil(worker.skipWaiting());
	if (type === 'mend') event.waitUntil((mending ??= mend().finally(() => (mending = undefined))));
	if (type === 'count') event.waitUntil(count());
	if (type === 'keep-everything') event.waitUntil(keepEverything());
});
worker.addEventListener('fetch', (event) => {
	const { method, url, mode } = event.request;
	const { origin, pathname, search } = new URL(url);
	if (origin !== location.origin || !pathname.startsWith(START)) return;
	// the policy lets a page ask for the files of its own site, and the host could log what stands behind them: no file of
	// the site is ever asked for in that way
	if (mode !== 'navigate' && (method !== 'GET' || search !== '')) event.respondWith(Response.error());
	else if (method === 'GET') event.respondWith(answer(event.request, pathname));
});

/** Keeps every file of this version, or fails and leaves nothing behind. */
async function install(): Promise<void> {
	// the start page is kept last: a cache that has it is whole
	if (await kept(START)) return;
	const others = ALL.filter((path) => path !== START && !isChosen(path));
	await caches.delete(CACHE);
	try {
		const cache = await caches.open(CACHE);
		await keepAll(cache, others, (done) => tell(done, others.length + 1));
		await keep(cache, START);
		// a version that began meanwhile takes away what has not run: without its files this one must not follow it
		if (!(await kept(START))) throw new Error('The files were taken away');
	} catch (error) {
		await caches.delete(CACHE);
		throw error;
	}
}

/**
 * The files of versions that have run stay as long as pages of them may be open. A page that is open without any
 * version is taken on at once; one of another version asks for that itself.
 */
async function activate(): Promise<void> {
	const before = (await versions()).filter((name) => name !== CACHE);
	const run = await haveRun(before);
	await Promise.all(before.filter((name) => !run.includes(name)).map((name) => caches.delete(name)));
	await (await caches.open(CACHE)).put(HAS_RUN, new Response());
	await tidy(0);
	if (run.length === 0) await worker.clients.claim();
}

/** Removes all versions that have run but this one and the one before it, unless more pages are open than so many. */
async function tidy(most: number): Promise<void> {
	if ((await pages()).length > most) return;
	const others = (await versions()).filter((name) => name !== CACHE);
	const old = (await haveRun(others)).slice(0, -1);
	await Promise.all(old.map((name) => caches.delete(name)));
}

/** One at a time: each page that comes asks for it. */
let mending: Promise<void> | undefined;

/**
 * Fetches the files of a version that runs without any: a browser that was told to forget a version goes on with it
 * when another page was still open, and some clear what is kept without ending the version.
 */
async function mend(): Promise<void> {
	// the page that asks has just come: when it is the only one, nobody needs the oldest versions any more
	if (await kept(START)) return tidy(1);
	await install();
	await count();
}

/** Keeps what is missing, as far as the network allows. */
async function keepEverything(): Promise<void> {
	const paths = await missing();
	const before = ALL.length - paths.length;
	const cache = await caches.open(CACHE);
	try {
		await keepAll(cache, paths, (done) => tell(before + done, ALL.length));
	} catch {
		// the count below says how much is missing
	}
	const left = await missing();
	await tell(ALL.length - left.length, ALL.length, true);
}

/** Paths of this version that are not kept. */
async function missing(): Promise<string[]> {
	const have = await Promise.all(ALL.map((path) => kept(path)));
	return ALL.filter((_, index) => have[index] === undefined);
}

/** Tells the pages how much of this version is kept. */
async function count(): Promise<void> {
	await tell(ALL.length - (await missing()).length, ALL.length);
}

async function keepAll(
	cache: Cache,
	paths: readonly string[],
	report: (done: number) => Promise<void>
): Promise<void> {
	const queue = [...paths];
	let done = 0;
	const keepNext = async (): Promise<void> => {
		for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
			await keep(cache, path);
			await report(++done);
		}
	};
	try {
		await Promise.all(Array.from({ length: AT_ONCE }, keepNext));
	} finally {
		queue.length = 0;
	}
}

/** Asks the host for a file of this version, checks what came, and keeps it. */
async function keep(cache: Cache, path: string): Promise<void> {
	// what the browser remembers of this path may be of another version: the host is asked whether it still holds
	const response = await fetch(path, { cache: 'no-cache', priority: 'low' });
	if (!(await isWhole(path, response.clone()))) throw new Error(`The host did not send ${path}`);
	// a page that came by a redirect would be refused when it is opened
	await cache.put(path, response.redirected ? new Response(response.body, response) : response);
}

async function isWhole(path: string, response: Response): Promise<boolean> {
	const { ok, status, redirected, url } = response;
	const type = typeOf(response);
	if (!isAnswerTo(path, { ok, status, redirected, url, type })) return false;
	return !type.startsWith('text/html') || isPageOf(await response.text(), PAGES.includes(path), CODE);
}

/** What is kept comes first, then the network, then the page that says that nothing is there. */
async function answer(request: Request, path: string): Promise<Response> {
	const found = (await kept(path)) ?? (await keptByOthers(path));
	if (found) return found;
	const isPage = request.mode === 'navigate';
	// pages name their files from the folder they are in, so the slash at the end matters
	const folder = path.replace(/(\/index\.html|\/)?$/, '/');
	if (isPage && folder !== path && (await kept(folder))) return Response.redirect(folder);
	const response = await fetch(request).catch(() => undefined);
	if (response === undefined) return (isPage && (await notFound())) || Response.error();
	if (/\.(js|css)$/.test(path) && !hasRightType(path, typeOf(response))) return Response.error();
	if (isChosen(path)) await keepFirst(path, response.clone());
	return response;
}

/** Keeps what a person chose just now; where that fails it comes over the network again. */
async function keepFirst(path: string, response: Response): Promise<void> {
	if (!(await isWhole(path, response.clone()))) return;
	const cache = await caches.open(CACHE);
	await cache.put(path, response).catch(() => undefined);
}

/** Without network there is nothing at an address that is not kept. */
async function notFound(): Promise<Response | undefined> {
	return base === '' ? kept(NOT_FOUND) : Response.redirect(START);
}

/** The kept file of a path. A browser that cannot look has none: then it comes over the network. */
function kept(path: string, cacheName = CACHE): Promise<Response | undefined> {
	return caches.match(path, { cacheName, ignoreVary: true }).catch(() => undefined);
}

/** Code of another version: its name holds a hash of its content, so it cannot be a wrong one. */
async function keptByOthers(path: string): Promise<Response | undefined> {
	if (!path.startsWith(`${base}/_app/immutable/`)) return undefined;
	const found = await Promise.all((await versions()).map((name) => kept(path, name)));
	return found.find((response) => response !== undefined);
}

/** Names of all caches of this site, the oldest first. */
async function versions(): Promise<string[]> {
	return (await caches.keys()).filter((name) => name.startsWith(PREFIX));
}

/** Those of some caches whose version has run, the oldest first. */
async function haveRun(names: readonly string[]): Promise<string[]> {
	const signs = await Promise.all(names.map((cacheName) => caches.match(HAS_RUN, { cacheName })));
	return names.filter((_, index) => signs[index]);
}

/** Tells the pages how many files of how many are kept. */
async function tell(done: number, total: number, isEnd = false): Promise<void> {
	for (const page of await pages()) page.postMessage({ type: 'kept', done, total, isEnd });
}

/** All pages that are open, also those without this version. */
function pages(): Promise<readonly WindowClient[]> {
	return worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
}

function typeOf(response: Response): string {
	return response.headers.get('content-type') ?? '';
}

function digest(text: string): string {
	let sum = 0;
	for (let at = 0; at < text.length; at++) sum = (Math.imul(sum, 31) + text.charCodeAt(at)) | 0;
	return (sum >>> 0).toString(36);
}
