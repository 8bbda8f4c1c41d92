import type { Page } from '@playwright/test';
import { Driver } from '../driver.ts';
import { CHROMIUM_ONLY, expect, test } from './journey.ts';

/** Refuses every write of a page, as a full disk does; gives what allows them again. */
async function refuseWrites(page: Page): Promise<() => Promise<void>> {
	await page.evaluate(() => {
		const put = IDBObjectStore.prototype.put;
		IDBObjectStore.prototype.put = () => {
			throw new DOMException('No space', 'QuotaExceededError');
		};
		Object.assign(globalThis, { allowWrites: () => (IDBObjectStore.prototype.put = put) });
	});
	return () => page.evaluate(() => (globalThis as unknown as { allowWrites: () => void }).allowWrites());
}

const choose = (driver: Driver, id: string, level: string) =>
	driver
		.group(id)
		.getByRole('radio', { name: driver.labelOf(level), exact: true })
		.check();

test('two tabs that answer in turn keep every answer that either called saved', async ({
	driver,
	page,
	context
}) => {
	await driver.start('icss', { label: 'Two tabs' });
	const other = new Driver(await context.newPage());
	const ids = driver.indicatorIds.slice(0, 6);
	for (const [index, id] of ids.entries()) await (index % 2 ? other : driver).answer(id, 'in-place');
	await page.bringToFront();
	await driver.visit('/review/');
	await expect(page.getByText('6 of 36 answered')).toBeVisible();
	for (const id of ids) expect(await driver.chosen(id)).toBe('In place');
	expect(other.complaints).toEqual([]);
});

test('what one tab stores, the other shows without being asked', async ({ driver, context }) => {
	await driver.start('icss', { label: 'Live' });
	await driver.answer('icss.policy.1', 'in-place');
	const other = new Driver(await context.newPage());
	await other.open('icss.policy.1');
	await driver.answer('icss.policy.1', 'partly-in-place');
	await expect(
		other.group('icss.policy.1').getByRole('radio', { name: 'Partly in place', exact: true })
	).toBeChecked();
});

test(
	'what one tab deletes, no other tab brings back',
	{ tag: CHROMIUM_ONLY },
	async ({ driver, page, context }) => {
		await driver.start('icss', { label: 'Gone' });
		await driver.answer('icss.policy.1', 'in-place');
		const other = new Driver(await context.newPage());
		await other.open('icss.policy.1');
		// by links: the page goes on knowing what it showed
		await page.getByRole('link', { name: 'Child safeguarding self-assessment' }).click();
		await page.getByText('Rename, copy, delete').click();
		await page.getByRole('button', { name: 'Delete' }).click();
		// the other tab showed it, and begins again
		await expect(other.page.getByText('No assessment on this device yet.')).toBeVisible();
		// everything kept is written anew under a passphrase
		await page.getByRole('link', { name: /^Where your answers are/ }).click();
		await driver.fillPassphrase('five small words in a row');
		await expect(page.getByText('The passphrase is set.')).toBeVisible();
		await page.getByRole('link', { name: 'Child safeguarding self-assessment' }).click();
		await expect(page.getByText('No assessment on this device yet.')).toBeVisible();
		expect(other.complaints).toEqual([]);
	}
);

test(
	'two tabs at two questions come to rest, and each stays at its own',
	{ tag: CHROMIUM_ONLY },
	async ({ driver, context }) => {
		await context.addInitScript(() => {
			const { put } = IDBObjectStore.prototype;
			Object.assign(globalThis, { writes: 0 });
			IDBObjectStore.prototype.put = function (...parameters) {
				(globalThis as unknown as { writes: number }).writes += 1;
				return put.apply(this, parameters);
			};
		});
		const writesOf = ({ page }: Driver) =>
			page.evaluate(() => (globalThis as unknown as { writes: number }).writes);
		await driver.start('icss', { label: 'Side by side' });
		await driver.answer('icss.policy.1', 'in-place');
		const other = new Driver(await context.newPage());
		await other.answer('icss.policy.2', 'in-place');
		await driver.open('icss.policy.1');
		await choose(driver, 'icss.policy.1', 'not-in-place');
		await driver.waitSaved();
		// what goes on for ever would go on hundreds of times meanwhile
		const before = (await writesOf(driver)) + (await writesOf(other));
		await driver.page.waitForTimeout(2000);
		expect((await writesOf(driver)) + (await writesOf(other)) - before).toBeLessThanOrEqual(2);
		await expect(driver.page.getByRole('heading', { level: 1 })).toHaveText(
			driver.questionOf('icss.policy.1')
		);
		await expect(other.page.getByRole('heading', { level: 1 })).toHaveText(
			driver.questionOf('icss.policy.2')
		);
	}
);

test('a tab that cannot write says so, keeps its text, and gives way to what was stored later', async ({
	driver,
	page,
	context
}) => {
	await driver.start('icss', { label: 'Held up' });
	await driver.answer('icss.policy.2', 'in-place');
	await driver.open('icss.policy.1');
	const allowWrites = await refuseWrites(page);
	await choose(driver, 'icss.policy.1', 'in-place');
	await page.getByLabel('Note', { exact: true }).fill('Written while nothing could be stored.');
	await expect(page.getByRole('alert').filter({ hasText: 'Not saved.' })).toBeVisible();

	// another tab answers the same question, and another one, later
	const other = new Driver(await context.newPage());
	await other.answer('icss.policy.1', 'not-in-place');
	await other.answer('icss.policy.2', 'partly-in-place');

	await page.bringToFront();
	await expect(page.getByLabel('Note', { exact: true })).toHaveValue(
		'Written while nothing could be stored.'
	);
	await allowWrites();
	// nobody presses anything: it is stored as soon as it can be
	await driver.waitSaved();
	await driver.reload();
	expect(await driver.chosen('icss.policy.1')).toBe('Not in place');
	await expect(page.getByLabel('Note', { exact: true })).toHaveValue(
		'Written while nothing could be stored.'
	);
	expect(await driver.chosen('icss.policy.2')).toBe('Partly in place');
});

test('a tab that another one closed the database for goes on without a reload', async ({ driver, page }) => {
	await driver.start('icss', { label: 'Closed' });
	await driver.open('icss.policy.1');
	// a newer tool in another tab asks for the database, as an update does
	await page.evaluate(
		() =>
			new Promise<void>((resolve, reject) => {
				const request = indexedDB.open('child-safeguarding', 2);
				request.onerror = () => reject(new Error('not opened'));
				request.onsuccess = () => {
					request.result.close();
					resolve();
				};
			})
	);
	await choose(driver, 'icss.policy.1', 'in-place');
	await driver.waitSaved();
	// and a transaction that cannot begin, once
	await page.evaluate(() => {
		const { transaction } = IDBDatabase.prototype;
		IDBDatabase.prototype.transaction = function () {
			IDBDatabase.prototype.transaction = transaction;
			throw new DOMException('The connection is closing', 'InvalidStateError');
		};
	});
	await page.getByLabel('Note', { exact: true }).fill('After the connection was closed.');
	await driver.waitSaved();
	await driver.reload();
	expect(await driver.chosen('icss.policy.1')).toBe('In place');
	await expect(page.getByLabel('Note', { exact: true })).toHaveValue('After the connection was closed.');
});

test(
	'a tab that was frozen and wakes up takes back nothing that another one stored meanwhile',
	{ tag: CHROMIUM_ONLY },
	async ({ startKillable, baseURL }) => {
		const { page } = await startKillable();
		const driver = new Driver(page);
		await driver.visit(`${baseURL}assess/`);
		await choose(driver, 'icss.policy.1', 'in-place');
		await page.getByLabel('Note', { exact: true }).fill('Before the frost.');
		await driver.waitSaved();
		await driver.open('icss.policy.3');
		// the place too: a page frozen in the midst of a write would let no other write. Chromium on a computer freezes
		// none that another one waits for, and on a phone none before it was hidden for minutes
		await driver.waitSaved();

		// a browser freezes what was hidden for long
		const other = new Driver(await page.context().newPage());
		await other.page.bringToFront();
		const isFrozen = page.evaluate(
			() => new Promise((resolve) => document.addEventListener('freeze', () => resolve(true)))
		);
		const frost = await page.context().newCDPSession(page);
		await frost.send('Page.setWebLifecycleState', { state: 'frozen' });
		expect(await isFrozen).toBe(true);
		await other.visit(`${baseURL}assess/`);
		await other.answer('icss.policy.1', 'not-in-place', { note: 'During the frost.' });
		await other.answer('icss.policy.2', 'partly-in-place');

		// it is still hidden, and knows of nothing, when it stores something of its own
		await frost.send('Page.setWebLifecycleState', { state: 'active' });
		await driver
			.group('icss.policy.3')
			.getByRole('radio', { name: 'In place', exact: true })
			.evaluate((option) => (option as HTMLInputElement).click());
		await driver.waitSaved();
		await other.reload();
		for (const tab of [driver, other]) {
			await tab.page.bringToFront();
			expect(await tab.chosen('icss.policy.2')).toBe('Partly in place');
			expect(await tab.chosen('icss.policy.3')).toBe('In place');
			expect(await tab.chosen('icss.policy.1')).toBe('Not in place');
			await expect(tab.page.getByLabel('Note', { exact: true })).toHaveValue('During the frost.');
			expect(tab.complaints).toEqual([]);
		}
	}
);
