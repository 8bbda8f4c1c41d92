import {
	copyFileSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import type { Page } from '@playwright/test';
import { Driver } from '../driver.ts';
import { Host } from '../host.ts';
import { nextVersion } from '../next-version.ts';
import { textOf } from '../paper-text.ts';
import { CHROMIUM_ONLY, expect, test as journey } from './journey.ts';

const NEXT = 'next';

// Each journey has a host of its own, to take it off the network or to bring it another version.
const test = journey.extend<{ base: string; host: Host; next: string }>({
	base: ['', { option: true }],
	host: async ({ base }, use) => {
		const host = new Host('build', base);
		await host.open();
		await use(host);
		await host.close();
	},
	/** The folder of the next version. */
	next: async ({ base: _ }, use) => {
		const folder = nextVersion('build', NEXT);
		await use(folder);
		rmSync(folder, { recursive: true, force: true });
	},
	baseURL: async ({ host }, use) => use(host.at()),
	serviceWorkers: 'allow'
});

/** The addresses of all pages as they were built, and their titles; nobody has opened a questionnaire from a file. */
const PAGES = readdirSync('build', { recursive: true, encoding: 'utf8' })
	.map((path) => path.replaceAll('\\', '/'))
	.filter((path) => /(^|\/)index\.html$/.test(path))
	.sort()
	.map((path) => ({
		path: path.replace(/index\.html$/, ''),
		title: path.startsWith('own/')
			? 'No such questionnaire here'
			: (/<title>(.+)<\/title>/.exec(readFileSync(`build/${path}`, 'utf8'))?.[1] ?? '')
	}));

/** The files that only some people want: letters of other scripts, for the PDF. */
const OTHER_LETTERS = readdirSync('build/_app/immutable/data', { recursive: true, encoding: 'utf8' })
	.map((path) => `/_app/immutable/data/${path.replaceAll('\\', '/')}`)
	.filter((path) => path.endsWith('.js') && !path.includes('/latin/'));

/** Waits until the site is whole on the device. */
async function kept(page: Page): Promise<void> {
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

/** The paths of all that is kept of the site. */
function keptPaths(page: Page): Promise<string[]> {
	return page.evaluate(async () => {
		const paths = [];
		for (const name of await caches.keys())
			for (const { url } of await (await caches.open(name)).keys()) paths.push(new URL(url).pathname);
		return paths;
	});
}

/** The paths of scripts under which a page is kept. */
function wrongScripts(page: Page): Promise<string[]> {
	return page.evaluate(async () => {
		const wrong = [];
		for (const name of await caches.keys()) {
			const cache = await caches.open(name);
			for (const request of await cache.keys()) {
				const type = (await cache.match(request))?.headers.get('content-type');
				if (request.url.endsWith('.js') && !type?.includes('javascript')) wrong.push(request.url);
			}
		}
		return wrong;
	});
}

/**
 * Has the browser look for a new version, as it does at each visit, and waits for what becomes of it: `installed` when
 * it is ready and waits, `redundant` when it was given up.
 */
async function look(page: Page): Promise<string> {
	return page.evaluate(async () => {
		const registration = await navigator.serviceWorker.ready;
		await registration.update();
		const worker = registration.installing;
		if (worker === null) return registration.waiting?.state ?? 'redundant';
		return new Promise<string>((resolve) => {
			const tell = () => worker.state !== 'installing' && resolve(worker.state);
			worker.addEventListener('statechange', tell);
			tell();
		});
	});
}

/** The version of the site that a page runs when it is opened anew. */
async function versionOf(driver: Driver): Promise<string> {
	await driver.visit('/about/');
	return shownVersion(driver.page);
}

/** The same without loading the page again. */
async function openVersionOf(page: Page): Promise<string> {
	await page.getByRole('link', { name: 'About this tool' }).click();
	return shownVersion(page);
}

function shownVersion(page: Page): Promise<string> {
	return page.getByText('This site', { exact: true }).locator('xpath=following-sibling::dd').innerText();
}

/** Has the browser forget what it remembers of the host's files by itself, apart from the site. */
async function forgetFiles(page: Page): Promise<void> {
	await (await page.context().newCDPSession(page)).send('Network.clearBrowserCache');
}

/** Adds texts in another language to a built site, as a translation would: one file that nobody has to keep. */
function addLanguage(folder: string): string {
	const path = '_app/immutable/language/xx/texts.js';
	mkdirSync(`${folder}/_app/immutable/language/xx`, { recursive: true });
	writeFileSync(`${folder}/${path}`, "export const yes = 'Jo';");
	const worker = `${folder}/service-worker.js`;
	const list = readFileSync(worker, 'utf8');
	writeFileSync(
		worker,
		list.replace(/(\w+\+`\/)_app\/immutable\//, (first, start) => `${start}${path}\`,${first}`)
	);
	return path;
}

/** What stands in place of a page that did not arrive. */
const notHere = (page: Page) => page.getByRole('heading', { level: 1, name: 'This page is not here' });

const news = (page: Page) => page.getByRole('region', { name: 'New version' });

test('after one visit every page opens without network, answers are kept, and each PDF is made', async ({
	driver,
	page,
	host,
	browserName
}) => {
	test.setTimeout(600_000);
	await driver.visit('/');
	await kept(page);
	await host.close();

	expect(PAGES.length).toBeGreaterThan(50);
	// without network the page for missing ones could become many of them
	const addresses = await keptPaths(page);
	expect(addresses).toEqual(expect.arrayContaining(PAGES.map(({ path }) => `/${path}`)));
	// every page is kept alike: in Firefox each third one is opened
	const opened = PAGES.filter((_, index) => browserName === 'chromium' || index % 3 === 0);
	for (const { path, title } of opened) {
		await driver.visit(`/${path}`);
		await expect(page, path).toHaveTitle(title);
		await expect(page.getByRole('heading', { level: 1 }), path).toHaveText(/\S/);
	}
	for (const questionnaire of ['icss', 'deployment', 'peacekeeping']) {
		await driver.start(questionnaire, { label: 'Without network' });
		const [id = ''] = driver.indicatorIds;
		await driver.answer(id, 'unknown', { note: 'Written without network.' });
		await driver.reload();
		expect(await driver.chosen(id)).toBe('We don’t know');
		expect(await driver.gaps()).toContain(driver.text.indicators[id]?.name);
		// Firefox driven from outside tells nothing of downloads
		if (browserName === 'chromium')
			expect((await driver.pdf()).bytes.subarray(0, 5).toString()).toBe('%PDF-');
	}
	await host.open();
});

test(
	'what is kept are files of the site, and none that its host or an editor needs',
	{ tag: CHROMIUM_ONLY },
	async ({ driver, page }) => {
		await driver.visit('/');
		await kept(page);
		await expect.poll(() => keptPaths(page)).toContain('/.has-run');
		const paths = await keptPaths(page);
		expect(paths).toContain('/');
		for (const path of paths)
			expect(path).not.toMatch(/\/(_headers|\.(?!has-run$).*|schema\/.*|robots\.txt)$/);
		expect(OTHER_LETTERS.length).toBeGreaterThan(5);
		expect(paths.filter((path) => OTHER_LETTERS.includes(path))).toEqual([]);
		expect(paths.filter((path) => path.includes('/data/latin/'))).not.toEqual([]);
	}
);

test.describe('in a folder of its host', () => {
	test.use({ base: '/some/folder' });

	test('the site works without network too, and addresses may be written in several ways', async ({
		page,
		host,
		browserName
	}) => {
		await page.goto('');
		await kept(page);
		await host.close();
		await page.goto('standards#begin');
		await expect(page).toHaveURL(host.at('standards/'));
		await page.getByRole('link', { name: 'Start with the first question' }).click();
		await page.getByRole('radio', { name: 'Not in place', exact: true }).check();
		await expect(page.getByText(/^Saved on this device/)).toBeVisible();
		await page.goto('plan/index.html?from=a-link');
		await expect(page).toHaveURL(host.at('plan/'));
		await expect(page.locator('[data-action]')).toHaveCount(1);
		if (browserName === 'chromium') {
			const download = page.waitForEvent('download');
			await page.getByRole('button', { name: 'Save as PDF' }).click();
			expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
		}
		await page.goto('nowhere/');
		await expect(page).toHaveURL(host.at());
		await host.open();
	});
});

test('a new version waits; whoever works on is not disturbed, and whoever agrees has it with all answers', async ({
	driver,
	page,
	host,
	next
}) => {
	test.slow();
	const first = await versionOf(driver);
	await driver.start('icss', { label: 'Open all the time' });
	await kept(page);
	const other = await page.context().newPage();
	await other.goto('standards/');
	host.deploy(next);
	expect(await look(page)).toBe('installed');

	// nothing of the first version is on the host any more: its code comes from the device
	await expect(news(page)).toBeVisible();
	await page.getByRole('link', { name: 'Start with the first question' }).click();
	await expect(news(page)).toBeHidden();
	await driver.group('icss.policy.1').getByRole('radio', { name: 'In place', exact: true }).check();
	await driver.waitSaved();
	expect(await versionOf(driver)).toBe(first);

	await news(page).getByRole('button', { name: 'Use it now' }).click();
	await expect(page.getByText(NEXT, { exact: true })).toBeVisible();
	await expect(news(page)).toBeHidden();
	expect(await driver.chosen('icss.policy.1')).toBe('In place');

	// the other page goes on with the first version until its person wishes otherwise
	await other.getByRole('link', { name: 'Results' }).first().click();
	await expect(other.getByRole('heading', { level: 1 })).toHaveText('Results');
	await news(other).getByRole('button', { name: 'Use it now' }).click();
	await expect(news(other)).toBeHidden();
	expect(await versionOf(new Driver(other))).toBe(NEXT);
});

test(
	'a page that stays open through two new versions goes on with all its parts',
	{ tag: CHROMIUM_ONLY },
	async ({ driver, page, host }) => {
		test.slow();
		const first = await versionOf(driver);
		await driver.start('icss', { label: 'Open all the time' });
		await kept(page);
		const other = await page.context().newPage();
		await other.goto('about/');
		for (const name of ['second', 'third']) {
			const folder = nextVersion('build', name);
			host.deploy(folder);
			expect(await look(other)).toBe('installed');
			await news(other).getByRole('button', { name: 'Use it now' }).click();
			await expect(other.getByText(name, { exact: true })).toBeVisible();
			await expect(news(other)).toBeHidden();
			if (name === 'second') rmSync(folder, { recursive: true });
		}
		await forgetFiles(page);
		await page.getByRole('link', { name: 'Start with the first question' }).click();
		await driver.group('icss.policy.1').getByRole('radio', { name: 'In place', exact: true }).check();
		await driver.waitSaved();
		expect(await openVersionOf(page)).toBe(first);

		// once it is closed, the oldest version goes
		await page.close();
		await other.reload();
		await expect.poll(() => other.evaluate(() => caches.keys())).toHaveLength(2);
		expect(await versionOf(new Driver(other))).toBe('third');
	}
);

test(
	'a new version is not taken while answers are only in the page, and the page says so',
	{ tag: CHROMIUM_ONLY },
	async ({ driver, page, host, next }) => {
		await driver.visit('/');
		await kept(page);
		await page.getByRole('radio', { name: 'Only until I close this page' }).check();
		await page.getByRole('link', { name: driver.text.title }).click();
		await page.getByLabel('Name', { exact: true }).fill('Nowhere else');
		await expect(page.getByText('Kept only until you close this page.')).toBeVisible();
		host.deploy(next);
		expect(await look(page)).toBe('installed');
		await news(page).getByRole('button', { name: 'Use it now' }).click();
		await expect(news(page).getByRole('status')).toHaveText(
			/^Some answers may be on this page only and would be lost, so nothing was changed\./
		);
		expect(await look(page), 'it waits on').toBe('installed');
		await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Nowhere else');
	}
);

test(
	'a host that sends a page in place of a script does no harm to an open page',
	{ tag: CHROMIUM_ONLY },
	async ({ driver, page, host, next }) => {
		await driver.start('icss', { label: 'Host gone wrong' });
		await driver.answer('icss.policy.1', 'in-place', { note: 'Before that.' });
		await page.getByRole('link', { name: 'All parts' }).click();
		await driver.settled();
		await kept(page);
		// what the page still needs is on the host no longer, and the worker cannot bring it back; nor does a newer one come
		host.deploy(next);
		const isGone = (path: string) => path.endsWith('.js') && !existsSync(`${next}${path}`);
		host.trouble = (path) => (isGone(path) || path === '/service-worker.js' ? 'page' : undefined);
		await page.evaluate(async () => {
			for (const name of await caches.keys()) await caches.delete(name);
		});
		await forgetFiles(page);
		await page.getByRole('link', { name: 'Results' }).first().click();
		// the browser complains of the scripts
		await expect(notHere(page)).toBeVisible();
		expect(driver.complaints.length).toBeGreaterThan(0);
		await page.getByRole('button', { name: 'Try again' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Results');
		expect(await versionOf(driver)).toBe(NEXT);
		expect(await driver.chosen('icss.policy.1')).toBe('In place');
		await expect(page.getByLabel('Note', { exact: true })).toHaveValue('Before that.');
		// when the worker wants to be whole again, it keeps no page under the name of a script
		let release = () => {};
		const released = new Promise<void>((resolve) => (release = resolve));
		host.hold = (path) => (isGone(path) ? released : undefined);
		await driver.visit('/data/');
		await page.getByRole('button', { name: 'Make everything available offline' }).click();
		await expect(page.getByText('The site is getting ready for use without network …')).toBeVisible();
		release();
		await expect(page.getByText(/but \d+ files are missing on this device\.$/)).toBeVisible();
		expect(await wrongScripts(page)).toEqual([]);
		driver.complaints.length = 0;
	}
);

test.describe('in a browser that keeps no files', () => {
	test.use({ serviceWorkers: 'block' });

	/** Goes on to the page that did not arrive. */
	async function tryAgain(driver: Driver): Promise<void> {
		await driver.page.getByRole('button', { name: 'Try again' }).click();
		await expect(driver.page.getByRole('heading', { level: 1, name: 'Four standards' })).toBeVisible();
		await driver.settled();
		// the browser complained of the files
		driver.complaints.length = 0;
	}

	async function seesAnswer(driver: Driver): Promise<void> {
		expect(await driver.chosen('icss.policy.1')).toBe('In place');
		await expect(driver.page.getByLabel('Note', { exact: true })).toHaveValue('Before that.');
	}

	test('a page that the host has no longer says so, and comes in its new version', async ({
		driver,
		page,
		host,
		next
	}) => {
		// the first visit, on which the page after this one was never seen
		await driver.visit('/assess/');
		await driver.group('icss.policy.1').getByRole('radio', { name: 'In place', exact: true }).check();
		await page.getByLabel('Note', { exact: true }).fill('Before that.');
		await driver.waitSaved();
		// with what comes late
		await page.waitForLoadState('networkidle');
		host.deploy(next);
		await page.getByRole('link', { name: 'All parts' }).click();
		await expect(notHere(page)).toBeVisible();
		await tryAgain(driver);
		expect(await openVersionOf(page)).toBe(NEXT);
		await seesAnswer(driver);
	});

	test(
		'a page that cannot come without network says so, and comes when it is back',
		{ tag: CHROMIUM_ONLY },
		async ({ driver, page, context }) => {
			await driver.start('icss', { label: 'Line gone' });
			await driver.answer('icss.policy.1', 'in-place', { note: 'Before that.' });
			await forgetFiles(page);
			await context.setOffline(true);
			await page.getByRole('link', { name: 'All parts' }).click();
			await expect(notHere(page)).toBeVisible();
			await context.setOffline(false);
			await tryAgain(driver);
			await seesAnswer(driver);
		}
	);

	test(
		'what one was about to begin is begun once the network is back',
		{ tag: CHROMIUM_ONLY },
		async ({ driver, page, context }) => {
			await driver.visit('/');
			// with what comes late
			await page.waitForLoadState('networkidle');
			await context.setOffline(true);
			await page.getByRole('link', { name: driver.text.title }).click();
			await expect(notHere(page)).toBeVisible();
			await context.setOffline(false);
			await tryAgain(driver);
			await driver.begun();
		}
	);
});

test(
	'whoever asks for everything has the languages and the letters of other scripts too, and sees them come',
	{ tag: CHROMIUM_ONLY },
	async ({ driver, page, host, next }) => {
		const path = addLanguage(next);
		host.deploy(next);
		let release = () => {};
		const released = new Promise<void>((resolve) => (release = resolve));
		host.hold = (asked) => (asked.endsWith(path) ? released : undefined);
		await driver.visit('/data/');
		await kept(page);
		expect(await keptPaths(page)).not.toContain(`/${path}`);
		await driver.reload();
		const { length } = [path, ...OTHER_LETTERS];
		await expect(page.getByText(`but ${length} files are missing on this device.`)).toBeVisible();
		await expect(page.getByText('at most 6 MB.')).toBeVisible();

		await page.getByRole('button', { name: 'Make everything available offline' }).click();
		await expect(page.getByText('The site is getting ready for use without network …')).toBeVisible();
		const progress = page.getByRole('progressbar');
		const total = Number(await progress.getAttribute('max'));
		await expect(progress).toHaveJSProperty('value', total - 1);
		release();
		await expect(page.getByText('The site opens without network: every page,')).toBeVisible();
		await expect(page.getByText(`${total} of ${total} files are on this device`)).toBeVisible();
		await expect(page.getByText('at most 6 MB.')).toBeHidden();
		await host.close();
		expect(await page.evaluate((file) => import(file), host.at(path))).toEqual({ yes: 'Jo' });
		await host.open();
	}
);

test(
	'letters that are not on the device are missed in words, and with them the PDF is made without network',
	{ tag: CHROMIUM_ONLY },
	async ({ driver, page, host }) => {
		test.slow();
		const note = 'تحتاج الفرق إلى تدريب';
		await driver.start('icss', { label: 'Without network' });
		await kept(page);
		await driver.answer('icss.policy.1', 'not-in-place', { note });
		await host.close();
		await driver.visit('/plan/');
		await page.getByLabel('With the notes as well').check();
		await page.getByRole('button', { name: 'Save as PDF' }).click();
		const alert = page.getByRole('region', { name: 'Take the plan with you' }).getByRole('alert');
		await expect(alert).toContainText(
			'a part of it could not be loaded, perhaps the letters of a script in your texts. Connect to the network'
		);
		await alert.getByRole('link', { name: 'Read or print as a page' }).click();
		await expect(page.getByRole('article')).toBeVisible();
		await page.getByLabel('With the notes as well').check();
		await expect(page.getByText(note)).toBeVisible();

		await host.open();
		await driver.visit('/data/');
		await page.getByRole('button', { name: 'Make everything available offline' }).click();
		await expect(page.getByText('The site opens without network: every page,')).toBeVisible();
		await host.close();
		const { text } = await textOf((await driver.pdf({ notes: true })).bytes);
		for (const word of note.split(' ')) expect(text).toContain(word);
		await host.open();
		// the browser complains of what it did not get
		driver.complaints.length = 0;
	}
);

test(
	'a new version that nobody agreed to comes when the site is opened again',
	{ tag: CHROMIUM_ONLY },
	async ({ driver, page, context, host, next }) => {
		const first = await versionOf(driver);
		await kept(page);
		host.deploy(next);
		expect(await look(page)).toBe('installed');
		await news(page).getByRole('button', { name: 'Later' }).click();
		await expect(news(page)).toBeHidden();
		expect(await versionOf(driver)).toBe(first);
		await expect(news(page)).toBeVisible();
		await page.close();
		await expect
			.poll(async () => {
				const opened = await context.newPage();
				const version = await versionOf(new Driver(opened));
				await opened.close();
				return version;
			})
			.toBe(NEXT);
	}
);

/** Takes away the files of all versions but some, as another version does that comes into use. */
function takeAway(page: Page, others: readonly string[]): Promise<void> {
	return page.evaluate(async (known) => {
		const begun = (await caches.keys()).filter((name) => !known.includes(name));
		await Promise.all(begun.map((name) => caches.delete(name)));
	}, others);
}

test('a version that does not arrive whole leaves the one that runs as it is, and the next good one comes', async ({
	driver,
	page,
	host,
	next
}) => {
	test.slow();
	const first = await versionOf(driver);
	await kept(page);
	const before = await page.evaluate(() => caches.keys());
	host.deploy(next);
	const troubles: [string, Host['trouble']][] = [
		['a page in place of a script', (path) => (/\/nodes\/[^/]+$/.test(path) ? 'page' : undefined)],
		['an error in place of a page', (path) => (path === '/results/' ? 'error' : undefined)],
		['the end of a style missing', (path) => (path.endsWith('.css') ? 'cut' : undefined)]
	];
	for (const [name, trouble] of troubles) {
		host.trouble = trouble;
		expect(await look(page), name).toBe('redundant');
		expect(await page.evaluate(() => caches.keys()), name).toEqual(before);
	}
	host.trouble = () => undefined;
	copyFileSync('build/results/index.html', `${next}/results/index.html`);
	expect(await look(page), 'a page of another version').toBe('redundant');

	await host.close();
	await driver.visit('/results/');
	await driver.visit('/peacekeeping/assess/');
	expect(await versionOf(driver)).toBe(first);
	await host.open();

	const whole = nextVersion('build', NEXT);
	host.deploy(whole);
	host.hold = (path) => (path === '/results/' ? takeAway(page, before) : undefined);
	expect(await look(page), 'files that are taken away while they arrive').toBe('redundant');
	host.hold = () => undefined;
	expect(await look(page)).toBe('installed');
	await news(page).getByRole('button', { name: 'Use it now' }).click();
	await expect(page.getByText(NEXT, { exact: true })).toBeVisible();
	rmSync(whole, { recursive: true });
});

test(
	'a version whose files were cleared comes over the network, and is whole again soon',
	{ tag: CHROMIUM_ONLY },
	async ({ driver, page, host }) => {
		await driver.visit('/about/');
		await kept(page);
		await page.evaluate(async () => {
			for (const name of await caches.keys()) await caches.delete(name);
		});
		await driver.visit('/');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\S/);
		// the start page is kept last
		await expect
			.poll(() => page.evaluate(async () => (await caches.match('/', { ignoreVary: true })) !== undefined))
			.toBe(true);
		await host.close();
		await driver.visit('/plan/');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\S/);
		await host.open();
	}
);

test(
	'a page cannot put words behind the address of a file of its own site',
	{ tag: CHROMIUM_ONLY },
	async ({ page, host }) => {
		await page.goto('about/');
		await kept(page);
		await page.reload();
		const asked: string[] = [];
		host.trouble = (path) => void asked.push(path);
		const loaded = await page.evaluate(
			() =>
				new Promise<string>((resolve) => {
					const image = new Image();
					image.onload = () => resolve('loaded');
					image.onerror = () => resolve('refused');
					image.src = '/icons/icon-192.png?words-of-a-person';
				})
		);
		expect(loaded).toBe('refused');
		expect(asked.filter((path) => path.includes('words'))).toEqual([]);
	}
);

test(
	'the last resort frees a browser that is stuck, and answers stay',
	{ tag: CHROMIUM_ONLY },
	async ({ driver, page, host, next }) => {
		await driver.start('icss', { label: 'Stuck' });
		await driver.answer('icss.policy.1', 'in-place');
		await kept(page);
		// a version gone wrong: what it keeps are white pages, and no page asks for a better version
		await page.evaluate(async () => {
			const [name = ''] = await caches.keys();
			const cache = await caches.open(name);
			for (const { url } of await cache.keys())
				if (url.endsWith('/'))
					await cache.put(url, new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } }));
		});
		copyFileSync('scripts/self-destroying-worker.js', `${next}/service-worker.js`);
		host.deploy(next);
		await page.goto('standards/');
		// the second load comes by itself
		await expect(page.getByRole('heading', { level: 1, name: 'Four standards' })).toBeVisible();
		expect(await driver.assessments()).toEqual(['Stuck']);
		expect(await driver.chosen('icss.policy.1')).toBe('In place');
		expect(await versionOf(driver)).toBe(NEXT);
		expect(await page.evaluate(() => caches.keys())).toEqual([]);
		// the browser complains of files that the version gone wrong still asked for
		driver.complaints.length = 0;
	}
);
