import { readFileSync } from 'node:fs';
import { REPORT_HOSTS } from '#lib/guide/report-hosts.ts';
import { expect, test } from './journey.ts';

const glossary = JSON.parse(readFileSync('questionnaires/glossary.en.json', 'utf8'));
const help = JSON.parse(readFileSync('questionnaires/help.en.json', 'utf8'));

test('a word of a question opens with the keyboard, closes with Escape, and leads to the glossary', async ({
	driver,
	page
}) => {
	await driver.start('peacekeeping');
	await driver.open('peacekeeping.people.3');
	const { term, meaning } = glossary.terms['clearcheck'];
	const button = page.getByRole('button', { name: term, exact: true });
	await button.press('Enter');
	await expect(button).toHaveAttribute('aria-expanded', 'true');
	await expect(page.getByText(meaning)).toBeVisible();
	await button.press('Escape');
	await expect(page.getByText(meaning)).toBeHidden();
	await expect(button).toBeFocused();
	await button.click();
	await page.getByRole('main').getByRole('link', { name: 'Glossary' }).click();
	await expect(page).toHaveURL(/\/glossary\/#clearcheck$/);
	await expect(page.getByText(meaning)).toBeVisible();
	await driver.settled();
	await page.getByLabel('Find a word').fill('NIO');
	await expect(page.getByText(glossary.terms['investigation-officer'].meaning)).toBeVisible();
	await expect(page.getByText(meaning)).toBeHidden();
});

test('help is there as text before any script, and leads nowhere but to known hosts', async ({
	driver,
	browser,
	baseURL
}) => {
	expect(driver.complaints).toEqual([]);
	const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
	const page = await context.newPage();
	await page.goto('/help/');
	for (const words of [help.firstLine, help.danger, help.notAChannel])
		await expect(page.getByText(words).first()).toBeVisible();
	const links = await page.getByRole('main').locator('a[href^="https://"]').all();
	expect(links.length).toBeGreaterThan(10);
	for (const link of links) {
		expect(REPORT_HOSTS).toContain(new URL((await link.getAttribute('href')) ?? '').hostname);
		await expect(link).toHaveAttribute('rel', 'noreferrer');
		await expect(link).toContainText('leaves this site');
	}
	await expect(page.getByRole('main')).not.toContainText(/\+\d{2,}|\d{3}[ -]\d{3}/);
	await context.close();
});

test('the briefing opens each figure to its source and status', async ({ driver, page }) => {
	await driver.visit('/briefing/');
	const details = page.getByRole('group').filter({ hasText: 'What it says, source and status' });
	const opened = await details.count();
	expect(opened).toBeGreaterThanOrEqual(12);
	for (const each of await details.all()) {
		await each.locator('summary').click();
		await expect(each.getByText(/Verified|Reported|Not verified/).first()).toBeVisible();
	}
});
