import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { Driver } from '../driver.ts';
import { CHROMIUM_ONLY, expect, test } from './journey.ts';

const KILLS = 20;
/** What was typed longer ago than so many milliseconds may not be lost. */
const LAST_TYPING = 1000;
const LEVELS = ['not-in-place', 'partly-in-place', 'in-place'];

test(
	'a browser killed again and again loses no answer it called saved, and no note of a tab that was hidden',
	{ tag: CHROMIUM_ONLY },
	async ({ startKillable, baseURL }) => {
		test.slow();
		const open = async (page: Page): Promise<Driver> => {
			const driver = new Driver(page);
			await driver.visit(`${baseURL}assess/`);
			await driver.open('icss.policy.1');
			return driver;
		};
		const choose = async (driver: Driver, level: string): Promise<void> => {
			await driver.open('icss.policy.2');
			await driver.group('icss.policy.2').getByRole('radio', { name: level, exact: true }).check();
			await driver.waitSaved();
		};
		let browser = await startKillable();
		let given = { level: 'We don’t know', note: '' };
		await choose(await open(browser.page), given.level);

		for (let kill = 0; kill <= KILLS; kill += 1) {
			await browser.kill();
			browser = await startKillable();
			const driver = await open(browser.page);
			// it has found what is kept
			await driver.waitSaved();
			const note = driver.page.getByLabel('Note', { exact: true });
			await expect(note, `after kill ${kill}`).toHaveValue(given.note);
			const { level } = given;
			given = { note: `Typed after kill ${kill}.`, level: driver.labelOf(LEVELS[kill % 3] ?? '') };
			await note.clear();
			await note.pressSequentially(given.note);
			const typed = Date.now();

			// another tab hides this one, as another app does on a phone, and answers another question
			const other = await open(await browser.page.context().newPage());
			await other.page.bringToFront();
			await expect.poll(() => driver.page.evaluate(() => document.visibilityState)).toBe('hidden');
			expect(await other.chosen('icss.policy.2'), `after kill ${kill}`).toBe(level);
			await wait(Math.max(0, typed + LAST_TYPING - Date.now()));
			await choose(other, given.level);
			expect([...driver.complaints, ...other.complaints]).toEqual([]);
		}
	}
);
