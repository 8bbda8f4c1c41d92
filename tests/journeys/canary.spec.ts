import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';

/** Every page that was built, but those of one questionnaire: it has the same pages as the others. */
const PAGES = readdirSync('build', { recursive: true, withFileTypes: true })
	.filter(({ name }) => name === 'index.html')
	.map(({ parentPath }) =>
		`${parentPath.replaceAll('\\', '/').replace(/^build\/?/, '/')}/`.replace('//', '/')
	)
	.filter((path) => !path.startsWith('/peacekeeping/'))
	.sort();

/** What a shared computer could keep of a visit, apart from the database. */
function traces(page: Page): Promise<string> {
	return page.evaluate(() =>
		JSON.stringify([
			location.href,
			document.title,
			history.state,
			Object.entries(sessionStorage),
			Object.entries(localStorage),
			document.cookie,
			window.name
		])
	);
}

/** Fills every field of the page that takes free text, and says how many there are. */
async function fillAll(page: Page, text: string): Promise<number> {
	// not by role: a field for a day has the same role, and takes no words
	const fields = page.locator('main :is(textarea, input:not([type]), input[type=text], input[type=search])');
	const all = await fields.filter({ visible: true }).all();
	for (const field of all) await field.fill(text);
	return all.length;
}

test('nothing that a person types stands in an address, a title, the history, the console, a request or a store beside the database', async ({
	driver,
	page
}) => {
	test.slow();
	const canary = `ZQ7-${randomUUID()}`;
	const heard: string[] = [];
	page.on('console', (message) => heard.push(message.text()));
	page.on('pageerror', (error) => heard.push(String(error), error.stack ?? ''));
	page.on('request', (request) =>
		heard.push(request.url(), request.postData() ?? '', JSON.stringify(request.headers()))
	);

	for (const [questionnaire, first, second] of [
		['deployment', 'deployment.gov.1', 'deployment.gov.2'],
		['icss', 'icss.policy.1', 'icss.policy.2']
	] as const) {
		await driver.start(questionnaire, { label: `${canary} label` });
		await driver.answer(
			first,
			{ notApplicable: `${canary} reason` },
			{ note: `${canary} note`, evidence: { where: `${canary} where` } }
		);
		await driver.answer(second, 'unknown', { note: `${canary} another note` });
		await driver.plan();
		await page.getByRole('button', { name: 'Add an action of your own' }).click();
		await page.getByLabel('What is to be done').fill(`${canary} action`);
		await page.getByLabel('Responsible role').fill(`${canary} role`);
		await page.getByRole('button', { name: 'Add the action' }).click();
		await driver.waitSaved();
		await page
			.getByRole('button', { name: /^Change/ })
			.first()
			.click();
		expect(await fillAll(page, `${canary} plan`)).toBeGreaterThanOrEqual(5);
		await driver.waitSaved();
		expect(await traces(page), 'plan').not.toContain(canary);
		// on to the results without loading the page again, as people go
		await page
			.getByRole('navigation', { name: 'Places in this assessment' })
			.getByRole('link', { name: 'Results' })
			.click();
		await expect(page).toHaveTitle('Results');
		expect(await traces(page), 'results').not.toContain(canary);
	}

	expect(PAGES.length).toBeGreaterThan(25);
	let fields = 0;
	for (const path of PAGES) {
		await driver.visit(path);
		fields += await fillAll(page, canary);
		expect(await traces(page), path).not.toContain(canary);
	}
	expect(fields).toBeGreaterThan(3);
	// the words are there: what was looked for above could have been found
	await driver.visit('/review/');
	await expect(page.getByText(canary).first()).toBeVisible();
	expect(heard.filter((text) => text.includes(canary))).toEqual([]);
});

test('every link that leaves the site is https, tells nobody where one comes from, and says that it leaves', async ({
	driver,
	page
}) => {
	test.slow();
	let found = 0;
	for (const path of PAGES) {
		await driver.visit(path);
		const links = await page.locator('a[href]').evaluateAll((all) =>
			all
				.filter((link): link is HTMLAnchorElement => link instanceof HTMLAnchorElement)
				.filter(({ origin }) => origin !== location.origin)
				.map(({ href, rel, target }) => ({ href, rel, target }))
		);
		found += links.length;
		for (const { href, rel, target } of links) {
			expect(href, path).toMatch(/^https:\/\//);
			expect(rel.split(' '), `${path} ${href}`).toContain('noreferrer');
			expect(target, `${path} ${href}`).toBe('_blank');
		}
		if (links.length > 0) await expect(page.getByRole('main')).toContainText(/leaves? this site/);
	}
	expect(found).toBeGreaterThan(20);
});
