import type { Locator } from '@playwright/test';
import { TYPED_STRINGS } from '../hostile-strings.ts';
import { CHROMIUM_ONLY, expect, test } from './journey.ts';

test('every page forbids itself to connect, to write markup, and to turn text into code', async ({
	page
}) => {
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
			// what is run from outside may turn text into code until it gives way for the first time
			await new Promise((resolve) => setTimeout(resolve));
			return {
				fetch: await refused(() => fetch('/favicon.svg')),
				markup: await refused(() => (document.body.innerHTML = '<i>x</i>')),
				code: await refused(() => new Function('return 1')())
			};
		});
		expect(tried, path).toEqual({ fetch: true, markup: true, code: true });
	}
});

/** A text as one reads it: with white space as the page breaks it. Firefox leaves direction marks out. */
const plain = (text: string): string =>
	text
		.replaceAll(/\s+/g, ' ')
		.replaceAll(/\p{Bidi_Control}/gu, '')
		.trim();

/** Waits until every hostile text stands in a part of the page. */
async function showsAll(part: Locator): Promise<void> {
	await expect
		.poll(async () => {
			const shown = plain(await part.innerText());
			return TYPED_STRINGS.filter((text) => !shown.includes(plain(text)));
		})
		.toEqual([]);
}

test('sixty hostile texts come out literally in every free field', async ({ driver, page }) => {
	test.slow();
	await driver.start();
	await driver.open('icss.policy.1');
	await driver.group('icss.policy.1').getByRole('radio', { name: 'Not applicable', exact: true }).check();
	const fields = ['Why does this not apply to you?', 'Which document, where is it kept?', 'Note'].map(
		(name) => page.getByLabel(name, { exact: true })
	);
	expect(TYPED_STRINGS).toHaveLength(60);
	const all = TYPED_STRINGS.join('\n');
	for (const field of fields) await field.fill(all);
	await driver.waitSaved();
	await driver.visit('/standards/');
	await page.getByLabel('Name').fill('<b>bold</b> & "label"');
	await driver.waitSaved();
	await driver.visit('/review/#policy');
	const row = page.getByRole('listitem').filter({ hasText: driver.questionOf('icss.policy.1') });
	await showsAll(row);
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
	await showsAll(page.locator('[data-action]').first());
	await driver.visit('/report/');
	await expect(page.getByText('<i>role</i>').first()).toBeVisible();
});

test('sixty hostile texts in a questionnaire are shown as text', async ({ driver, page }) => {
	// the questionnaire's texts arrive as a module: replace a question in it
	const hostile = TYPED_STRINGS.join(' ');
	await page.route('**/_app/immutable/**/*.js', async (route) => {
		const response = await route.fetch();
		const body = await response.text();
		const question = driver.questionOf('icss.policy.1');
		if (!body.includes(question)) return route.fulfill({ response });
		const escaped = JSON.stringify(hostile).slice(1, -1);
		const inCode =
			body.startsWith('const') || body.includes('JSON.parse(`') ? escaped.replaceAll('\\', '\\\\') : escaped;
		await route.fulfill({
			response,
			body: body.replaceAll(question, () => inCode.replaceAll('`', '\\`').replaceAll('${', '\\${'))
		});
	});
	await driver.visit('/standards/');
	await showsAll(page.getByRole('main'));
	await driver.visit('/list/#policy');
	await showsAll(page.getByRole('heading', { level: 2 }).first());
	await expect(page).toHaveTitle('Policy: all questions');
	expect(await page.locator('script:not([src])').count()).toBeLessThanOrEqual(1);
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

test(
	'“Hide and leave” shows nothing at once and leaves no way back',
	{ tag: CHROMIUM_ONLY },
	async ({ driver, page }) => {
		await driver.start('icss', { label: 'Secret' });
		await page.getByRole('link', { name: 'Start with the first question' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(driver.questionOf('icss.policy.1'));
		await driver.exit();
		await expect(page.locator('body')).toHaveText('');
		await driver.back();
		await expect(page).toHaveURL(/\/standards\/$/);
		await expect(page.getByText('This tab was hidden with “Hide and leave”.')).toBeVisible();
		await expect(page).toHaveTitle('New page');
		await expect(page.getByText('Secret')).toHaveCount(0);
		// nor does any other page of this tab
		await page.goto('/review/');
		await expect(page.getByRole('button', { name: 'Show again' })).toBeVisible();
		await expect(page.getByText('Secret')).toHaveCount(0);
		await driver.showAgain();
		await expect(page).toHaveTitle('Review all answers');
		await expect(page.getByText('Secret').first()).toBeVisible();

		await driver.open('icss.policy.2');
		for (let presses = 0; presses < 3; presses++) await page.keyboard.press('Shift');
		await expect(page).toHaveURL(/\/blank\.html$/);
	}
);
