import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Driver } from '../driver.ts';
import { expect, test } from './journey.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const PAGES = [
	'/',
	'/about/',
	'/standards/',
	'/assess/#icss.policy.1',
	'/assess/#icss.people.3',
	'/list/#people',
	'/review/',
	'/results/',
	'/plan/',
	'/report/'
];

/** A half-done assessment with every kind of answer. */
async function workAWhile(driver: Driver): Promise<void> {
	await driver.start('icss', { label: 'Northern region' });
	await driver.answer('icss.policy.1', 'partly-in-place', { note: 'Draft of March.' });
	await driver.answer('icss.policy.2', { notApplicable: 'Another office.' });
	await driver.answer('icss.people.3', 'unknown');
	await driver.answer('icss.people.4', 'in-place');
	await driver.waitSaved();
}

async function openEverything(page: Page): Promise<void> {
	await expect(page.getByText(/^Opening …$/)).toHaveCount(0);
	await page.locator('details').evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
	await page.waitForLoadState('networkidle');
}

for (const colorScheme of ['light', 'dark'] as const) {
	for (const state of ['empty', 'half done'] as const) {
		test(`axe finds nothing on any page, ${state}, in ${colorScheme}`, async ({ driver, page }) => {
			test.slow();
			await page.emulateMedia({ colorScheme });
			if (state === 'half done') await workAWhile(driver);
			for (const path of PAGES) {
				await page.goto('about:blank');
				await page.goto(path);
				await openEverything(page);
				for (const width of [360, 1280]) {
					await page.setViewportSize({ width, height: 800 });
					const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
					const found = violations.map(
						({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`
					);
					expect(found, `${path} at ${width}`).toEqual([]);
				}
			}
		});
	}
}

test('nothing scrolls sideways at 320 px, and what one touches is 44 px', async ({ driver, page }) => {
	await workAWhile(driver);
	await page.setViewportSize({ width: 320, height: 700 });
	for (const path of PAGES) {
		await page.goto('about:blank');
		await page.goto(path);
		await openEverything(page);
		const { wide, small } = await page.evaluate(() => {
			const isSeen = (element: Element) => {
				const { width, height } = element.getBoundingClientRect();
				return width > 1 && height > 1;
			};
			const target = (element: Element): { width: number; height: number } =>
				(element.closest('.tick, .choice, .sift, label') ?? element).getBoundingClientRect();
			return {
				wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
				small: Array.from(
					document.querySelectorAll('button, input, select, textarea, summary, a.button, .places a')
				)
					.filter(isSeen)
					.filter((element) => target(element).height < 43.5)
					.map(
						(element) => `${element.tagName} ${element.textContent?.trim() || element.getAttribute('name')}`
					)
			};
		});
		expect(wide, `${path} is too wide`).toBe(0);
		expect(small, `${path} has small targets`).toEqual([]);
	}
});

test('each page has one main heading, a title of its own, and its language', async ({ page }) => {
	const titles = new Set<string>();
	for (const path of PAGES) {
		await page.goto('about:blank');
		await page.goto(path);
		await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
		titles.add(await page.title());
		await expect(page.locator('html')).toHaveAttribute('lang', 'en');
		await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
		await expect(page.getByRole('main')).toHaveCount(1);
	}
	// two of the addresses are one page with two places, and each place has its title
	expect(titles.size).toBe(PAGES.length);
});
