import type { Page } from '@playwright/test';
import { CHROMIUM_ONLY, expect, test } from './journey.ts';

/** Makes the browser hold every opening of a database until it is let go. */
async function holdStorage(page: Page): Promise<() => Promise<void>> {
	await page.addInitScript(() => {
		const { open } = IDBFactory.prototype;
		const held: (() => void)[] = [];
		let isHeld = true;
		IDBFactory.prototype.open = function (...args) {
			if (!isHeld) return open.apply(this, args);
			// a request of which nothing is heard until it is let go: then its handlers move to a real one
			const request = {} as IDBOpenDBRequest;
			held.push(() => {
				const real = open.apply(this, args);
				for (const name of ['onsuccess', 'onerror', 'onupgradeneeded'] as const)
					real[name] = (event: Event) => {
						Object.defineProperty(request, 'result', { configurable: true, get: () => real.result });
						(request[name] as ((event: Event) => void) | null)?.call(real, event);
					};
			});
			return request;
		};
		Object.assign(globalThis, {
			letStorageGo: () => {
				isHeld = false;
				held.splice(0).forEach((go) => go());
			}
		});
	});
	return () => page.evaluate(() => (globalThis as unknown as { letStorageGo: () => void }).letStorageGo());
}

test('when the browser’s storage hangs the page starts without it, and takes it up when it answers', async ({
	driver,
	page
}) => {
	const letGo = await holdStorage(page);
	await page.goto('/assess/');
	await driver.group('icss.policy.1').getByRole('radio', { name: 'In place', exact: true }).check();
	await expect(page.getByText('This browser cannot keep your answers.')).toBeVisible();
	await page.getByLabel('Note', { exact: true }).fill('Before the storage answered.');
	await letGo();
	await driver.waitSaved();
	await page.getByRole('link', { name: 'All parts' }).click();
	await expect(page.getByText('1 of 6 answered')).toBeVisible();
	// a new document, with a storage that answers at once
	const next = await page.context().newPage();
	const { Driver } = await import('../driver.ts');
	const again = new Driver(next);
	expect(await again.chosen('icss.policy.1')).toBe('In place');
	await expect(next.getByLabel('Note', { exact: true })).toHaveValue('Before the storage answered.');
});

test('garbage in the database stays as it is, is named, and harms nothing', async ({ driver, page }) => {
	await driver.start('icss', { label: 'Good one' });
	const put = (rows: Record<string, unknown>) =>
		page.evaluate(
			(values) =>
				new Promise<void>((resolve, reject) => {
					const request = indexedDB.open('child-safeguarding');
					request.onsuccess = () => {
						const transaction = request.result.transaction('assessments', 'readwrite');
						for (const [key, value] of Object.entries(values))
							transaction.objectStore('assessments').put(value, key);
						transaction.oncomplete = () => {
							request.result.close();
							resolve();
						};
						transaction.onerror = () => reject(new Error('not put'));
					};
				}),
			rows
		);
	await put({ a: null, b: 'text', c: [1, 2], d: { format: 'child-safeguarding-assessment' }, e: 12 });
	// what looks like an assessment, but for one thing that a page needs
	const whole = {
		format: 'child-safeguarding-assessment',
		formatVersion: 2,
		label: 'Odd one',
		questionnaire: { id: 'icss', version: '0.1.0' },
		assessedOn: '2026-01-01',
		changedAt: '2026-01-01T00:00:00.000Z',
		profile: {},
		answers: {},
		plan: { edits: {}, drafted: [], added: [], order: [] },
		snapshots: []
	};
	await put({
		f: { ...whole, id: 'f', changedAt: 'yesterday' },
		g: { ...whole, id: 'g', label: { en: 'Odd one' } },
		h: { ...whole, id: 'h', snapshots: [null] },
		i: { ...whole, id: 'i', answers: { 'icss.policy.1': { evidence: 'in a folder' } } }
	});
	expect(await driver.assessments()).toEqual(['Good one']);
	await expect(page.getByText(/^9 things kept here cannot be opened/)).toBeVisible();
	await driver.openListed('Good one');
	await driver.answer('icss.policy.1', 'in-place');
	expect(await driver.chosen('icss.policy.1')).toBe('In place');
});

test('a browser without the newer helpers of storage starts and saves all the same', async ({
	driver,
	page
}) => {
	await page.addInitScript(() => {
		for (const name of ['BroadcastChannel', 'requestIdleCallback']) Reflect.deleteProperty(globalThis, name);
		for (const name of ['storage', 'locks', 'serviceWorker'])
			Object.defineProperty(Navigator.prototype, name, { get: () => undefined, configurable: true });
		for (const name of ['localStorage', 'sessionStorage'])
			Object.defineProperty(globalThis, name, {
				get: () => {
					throw new DOMException('Refused', 'SecurityError');
				}
			});
	});
	await driver.start('icss', { label: 'Bare' });
	await driver.answer('icss.policy.1', 'in-place');
	await driver.reload();
	expect(await driver.chosen('icss.policy.1')).toBe('In place');
});

for (const { reply, willPromise, words } of [
	{
		reply: 'refuses',
		willPromise: false,
		words: /^The browser was asked to keep them for good and has not promised/
	},
	{
		reply: 'agrees',
		willPromise: true,
		words: /^The browser has promised to keep them until you delete them/
	}
])
	test(
		`the browser is asked once to keep the answers, after the first three; it ${reply}, and the page says so`,
		{ tag: CHROMIUM_ONLY },
		async ({ driver, page }) => {
			let asked = 0;
			page.on('console', (message) => (asked += message.text() === 'Asked to persist' ? 1 : 0));
			await page.addInitScript((promise) => {
				// an empty page has no storage
				if (!isSecureContext) return;
				navigator.storage.persisted = () => Promise.resolve(localStorage.getItem('promised') !== null);
				navigator.storage.persist = () => {
					console.info('Asked to persist');
					if (promise) localStorage.setItem('promised', 'yes');
					return navigator.storage.persisted();
				};
			}, willPromise);
			await driver.start('icss', { label: 'To be kept' });
			await driver.visit('/data/');
			await expect(page.getByText(/^Once there are three answers, this site asks/)).toBeVisible();
			await driver.answer('icss.policy.1', 'in-place');
			await driver.answer('icss.policy.2', 'in-place');
			await driver.reload();
			expect(asked).toBe(0);
			await driver.answer('icss.policy.3', 'in-place');
			await expect.poll(() => asked).toBe(1);
			await driver.answer('icss.policy.4', 'in-place');
			await driver.reload();
			await driver.answer('icss.policy.5', 'in-place');
			await driver.start('icss', { label: 'Another one' });
			for (const id of ['icss.policy.1', 'icss.policy.2', 'icss.policy.3'])
				await driver.answer(id, 'unknown');
			await driver.visit('/data/');
			await expect(page.getByRole('listitem').filter({ hasText: words })).toBeVisible();
			expect(asked).toBe(1);
		}
	);
