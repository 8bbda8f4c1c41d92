import type { Page } from '@playwright/test';
import { Driver } from '../driver.ts';
import { CHROMIUM_ONLY, expect, test } from './journey.ts';

const TITLE = 'Check it yourself';

/** Opens the page, and waits until it is alive. */
async function visit(page: Page): Promise<void> {
	// not the driver of the other journeys: the browser itself complains of what is refused here
	await new Driver(page).visit('/check/');
	await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
	await expect(page.getByText('The page is reading its own rules …')).toHaveCount(0);
}

const attempts = (page: Page) => page.getByRole('list', { name: 'Attempts and what became of them' });

test(
	'one finds the page from “About this tool”, and it does nothing by itself',
	{ tag: CHROMIUM_ONLY },
	async ({ driver, page }) => {
		await driver.visit('/about/');
		await page.getByRole('link', { name: /^Check it yourself/ }).click();
		await expect(page).toHaveTitle(TITLE);
		await expect(page.getByText("connect-src 'none'")).toBeVisible();
		await expect(page.getByText('no words for this rule')).toHaveCount(0);
		// what one rule allows beside files of the site, and what for
		const programs = page
			.getByText("script-src 'self' 'wasm-unsafe-eval'")
			.locator('xpath=../following-sibling::dd');
		await expect(programs).toContainText('it shapes the letters of the PDF');
		await expect(page.getByRole('button', { name: 'Try to send' })).toBeVisible();
		await expect(attempts(page)).toHaveCount(0);
	}
);

test('the browser says of every attempt that it refused it', async ({ page }) => {
	await visit(page);
	const asked: string[] = [];
	page.on('response', (response) => asked.push(response.url()));
	await page.getByRole('button', { name: 'Try to send' }).click();
	await expect(
		page.getByRole('region', { name: 'Let the page try to send' }).getByRole('status')
	).toContainText('The browser refused all 11 attempts.');
	const rows = attempts(page).getByRole('listitem');
	await expect(rows).toHaveCount(11);
	await expect(rows.filter({ hasText: 'Refused by the browser' })).toHaveCount(11);
	expect(asked.filter((url) => url.includes('.invalid'))).toEqual([]);
	// and a second time
	await page.getByRole('button', { name: 'Try again' }).click();
	await expect(
		page.getByRole('region', { name: 'Let the page try to send' }).getByRole('status')
	).toContainText('The browser refused all 11 attempts.');
});

test('an alarm says what to do where the page has lost its rules', async ({ page }) => {
	await page.route('**/check/', async (route) => {
		const response = await route.fetch();
		const body = await response.text();
		await route.fulfill({
			response,
			body: body.replace(/<meta http-equiv="content-security-policy"[^>]*>/, '')
		});
	});
	await visit(page);
	await expect(page.getByText('This page has no rules.')).toBeVisible();
	await page.getByRole('button', { name: 'Try to send' }).click();
	await expect(
		page.getByRole('region', { name: 'Let the page try to send' }).getByRole('status')
	).toContainText('attempts were not refused. Write nothing more here.');
	await expect(
		attempts(page).getByRole('listitem').filter({ hasText: 'Refused by the browser' })
	).toHaveCount(0);
});

test('a rule that this site does not have is named as such', async ({ page }) => {
	await page.route('**/check/', async (route) => {
		const response = await route.fetch();
		const body = (await response.text()).replace("font-src 'self'", "font-src 'self'; sandbox-src 'self'");
		await route.fulfill({ response, body });
	});
	await visit(page);
	const rule = page.getByText("sandbox-src 'self'").locator('xpath=../following-sibling::dd');
	await expect(rule).toContainText('This page has no words for this rule.');
});
