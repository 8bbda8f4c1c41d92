import type { Page } from '@playwright/test';
import { HOSTILE_STRINGS } from '../hostile-strings.ts';
import { expect, test } from './journey.ts';

/** What a shared computer could keep of a visit, apart from the database. */
async function traces(page: Page): Promise<string> {
	return page.evaluate(() =>
		JSON.stringify([
			location.href,
			document.title,
			history.state,
			Object.entries(sessionStorage),
			Object.entries(localStorage),
			document.cookie
		])
	);
}

test('no label, note or answer stands in an address, a title, the history or a store beside the database', async ({
	driver,
	page
}) => {
	const canary = 'ZQ7canary';
	await driver.start('icss', { label: `${canary} label` });
	await driver.answer(
		'icss.policy.1',
		{ notApplicable: `${canary} reason` },
		{ note: `${canary} note`, evidence: { where: `${canary} where` } }
	);
	const requested: string[] = [];
	page.on('request', (request) => requested.push(request.url(), request.postData() ?? ''));
	for (const path of [
		'/',
		'/standards/',
		'/assess/#icss.policy.1',
		'/list/#policy',
		'/review/',
		'/results/',
		'/plan/',
		'/report/'
	]) {
		await driver.visit(path);
		expect(await traces(page), path).not.toContain(canary);
	}
	expect(requested.join('\n')).not.toContain(canary);
});

test('every page forbids itself to connect, and to write markup', async ({ page }) => {
	// not the driver of the other journeys: the browser itself complains of what is refused here
	const { Driver } = await import('../driver.ts');
	const driver = new Driver(page);
	for (const path of [
		'/',
		'/about/',
		'/standards/',
		'/assess/',
		'/list/',
		'/review/',
		'/results/',
		'/plan/',
		'/report/'
	]) {
		await driver.visit(path);
		const tried = await page.evaluate(async () => {
			const refused = async (attempt: () => unknown): Promise<boolean> => {
				try {
					await attempt();
					return false;
				} catch {
					return true;
				}
			};
			return {
				fetch: await refused(() => fetch('/favicon.svg')),
				markup: await refused(() => (document.body.innerHTML = '<i>x</i>'))
			};
		});
		expect(tried, path).toEqual({ fetch: true, markup: true });
	}
});

test('thirty hostile texts come out literally in every free field', async ({ driver, page }) => {
	test.slow();
	await driver.start();
	await driver.open('icss.policy.1');
	await driver.group('icss.policy.1').getByRole('radio', { name: 'Not applicable', exact: true }).check();
	const fields = ['Why does this not apply to you?', 'Which document, where is it kept?', 'Note'].map(
		(name) => page.getByLabel(name, { exact: true })
	);
	expect(HOSTILE_STRINGS).toHaveLength(30);
	const all = HOSTILE_STRINGS.join('\n');
	for (const field of fields) await field.fill(all);
	await driver.waitSaved();
	await driver.visit('/standards/');
	await page.getByLabel('Name').fill('<b>bold</b> & "label"');
	await driver.waitSaved();
	await driver.visit('/review/#policy');
	const row = page.getByRole('listitem').filter({ hasText: driver.questionOf('icss.policy.1') });
	const shown = (await row.innerText()).replaceAll(/\s+/g, ' ');
	for (const text of HOSTILE_STRINGS) expect(shown).toContain(text.replaceAll(/\s+/g, ' '));
	await expect(page.getByText('<b>bold</b> & "label"')).toBeVisible();
	expect(await page.locator('script:not([src])').evaluateAll((all) => all.length)).toBeLessThanOrEqual(1);
	await expect(page).toHaveTitle('Review: Policy');

	// in the plan
	await driver.answer('icss.policy.2', 'not-in-place');
	await driver.visit('/plan/');
	await page
		.getByRole('button', { name: /^Change/ })
		.first()
		.click();
	for (const name of ['What is to be done', 'Resources needed', 'Proof of completion', 'Note'])
		await page
			.getByLabel(new RegExp(`^${name}`))
			.first()
			.fill(all);
	await page.getByLabel(/role/i).first().fill('<i>role</i>');
	await driver.waitSaved();
	await driver.reload();
	const action = (await page.locator('[data-action]').first().innerText()).replaceAll(/\s+/g, ' ');
	for (const text of HOSTILE_STRINGS) expect(action).toContain(text.replaceAll(/\s+/g, ' '));
	await driver.visit('/report/');
	await expect(page.getByText('<i>role</i>').first()).toBeVisible();
});

test('hostile texts in a questionnaire are shown as text', async ({ driver, page }) => {
	// the questionnaire's texts arrive as a module: replace the question and a level in it
	const markup = '<img src=x onerror=alert(1)> <script>document.title="taken"</script> {{x}} ${1}';
	await page.route('**/_app/immutable/**/*.js', async (route) => {
		const response = await route.fetch();
		const body = await response.text();
		const question = driver.questionOf('icss.policy.1');
		if (!body.includes(question)) return route.fulfill({ response });
		const escaped = JSON.stringify(markup).slice(1, -1);
		const inCode =
			body.startsWith('const') || body.includes('JSON.parse(`') ? escaped.replaceAll('\\', '\\\\') : escaped;
		await route.fulfill({
			response,
			body: body.replaceAll(question, () => inCode.replaceAll('`', '\\`').replaceAll('${', '\\${'))
		});
	});
	await driver.visit('/standards/');
	await expect(page.getByText(markup).first()).toBeVisible();
	await driver.visit('/list/#policy');
	await expect(page.getByRole('heading', { level: 2, name: markup })).toBeVisible();
	await expect(page).toHaveTitle('Policy: all questions');
});

test('a text that looks like a person’s number or address is noticed, and kept', async ({ driver, page }) => {
	await driver.start();
	await driver.open('icss.policy.1');
	const note = page.getByLabel('Note', { exact: true });
	await note.fill('Ask the office.');
	await expect(page.getByText('This looks like an e-mail address or a long number.')).toBeHidden();
	await note.fill('Ask j@example.org or +254 700 000 000');
	await expect(page.getByText('This looks like an e-mail address or a long number.')).toBeVisible();
	await driver.waitSaved();
	await driver.reload();
	await expect(page.getByLabel('Note', { exact: true })).toHaveValue('Ask j@example.org or +254 700 000 000');
});

test('“Hide and leave” shows nothing at once and leaves no way back', async ({
	driver,
	page,
	browserName
}) => {
	await driver.start('icss', { label: 'Secret' });
	await page.getByRole('link', { name: 'Start with the first question' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(driver.questionOf('icss.policy.1'));
	await page.getByRole('link', { name: 'Hide and leave' }).click();
	await expect(page).toHaveURL(/\/blank\.html$/);
	await expect(page.locator('body')).toHaveText('');
	// Firefox driven from outside loses sight of the page on its way back
	if (browserName === 'chromium') {
		await driver.back();
		await expect(page).toHaveURL(/\/standards\/$/);
		await driver.settled();
	}

	await driver.open('icss.policy.2');
	for (let presses = 0; presses < 3; presses++) await page.keyboard.press('Shift');
	await expect(page).toHaveURL(/\/blank\.html$/);
});
