import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import { Driver, takeFilesAsDownloads } from '../driver.ts';
import { startKillableBrowser, type KillableBrowser } from '../killable-browser.ts';

/**
 * Marks a journey that rests on what Firefox lacks when it is driven from outside: downloads, a clock to set, to be taken
 * off the network, pages in windows of their own on the way back. Or one that would show the same there again. The
 * configuration leaves it out.
 */
export const CHROMIUM_ONLY = '@chromium';

/** A journey has a driver, and fails when the page complained of anything on the way. */
export const test = base.extend<{ driver: Driver; startKillable: () => Promise<KillableBrowser> }>({
	context: async ({ context }, use) => {
		await takeFilesAsDownloads(context);
		await use(context);
	},
	driver: async ({ page }, use) => {
		const driver = new Driver(page);
		await use(driver);
		expect(driver.complaints).toEqual([]);
	},
	/** Starts a Chromium that can be killed; each one finds what the one before has kept. */
	startKillable: async ({ baseURL: _ }, use) => {
		const profile = mkdtempSync(join(tmpdir(), 'killable-'));
		const started: KillableBrowser[] = [];
		await use(async () => {
			const browser = await startKillableBrowser(profile);
			started.push(browser);
			return browser;
		});
		await Promise.all(started.map(({ kill }) => kill()));
		rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
	}
});

export { expect };
