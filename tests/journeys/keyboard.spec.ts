import { expect, test } from './journey.ts';

test('the whole main job is done with the keyboard alone', async ({ driver, page, browserName }) => {
	test.slow();
	/** Tabs until what has the focus is named so. */
	async function tabTo(name: string | RegExp): Promise<void> {
		for (let presses = 0; presses < 60; presses++) {
			await page.keyboard.press('Tab');
			const named = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
			if (typeof name === 'string' ? named === name : name.test(named)) return;
		}
		throw new Error(`No way to ${name} with the Tab key`);
	}

	await driver.visit('/');
	await tabTo(driver.text.title);
	await page.keyboard.press('Enter');
	await driver.begun();
	await tabTo('Start with the first question');
	await page.keyboard.press('Enter');
	const heading = page.getByRole('heading', { level: 1 });
	for (const standard of driver.questionnaire.standards) {
		for (const [index, { id }] of standard.indicators.entries()) {
			await expect(heading).toHaveText(driver.questionOf(id));
			await page.keyboard.press(index === 0 ? '2' : index === 1 ? 'u' : '3');
			await expect(driver.group(id).getByRole('radio', { checked: true })).toHaveCount(1);
			await page.keyboard.press('Enter');
		}
		await expect(heading).toHaveText(/^Review: /);
		const isLast = standard === driver.questionnaire.standards.at(-1);
		await tabTo(isLast ? 'See the results so far' : /^Next: /);
		await page.keyboard.press('Enter');
	}
	await expect(heading).toHaveText('Results');
	await expect(page.getByRole('region', { name: 'Overall' })).toContainText('36 of 36');
	await tabTo('Action plan');
	await page.keyboard.press('Enter');
	await expect(heading).toHaveText('Action plan');
	await tabTo('Save as PDF');
	if (browserName === 'chromium') {
		const download = page.waitForEvent('download');
		await page.keyboard.press('Enter');
		expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
	}
});

test('single keys choose, mark and move, but never while one writes, and can be turned off', async ({
	driver,
	page
}) => {
	await driver.start();
	await driver.open('icss.policy.1');
	const group = driver.group('icss.policy.1');
	await page.keyboard.press('1');
	await expect(group.getByRole('radio', { name: 'Not in place', exact: true })).toBeChecked();
	await page.keyboard.press('3');
	await expect(group.getByRole('radio', { name: 'In place', exact: true })).toBeChecked();
	await page.keyboard.press('m');
	await expect(page.getByLabel('Mark for review')).toBeChecked();
	// nothing to write a fourth level into
	await page.keyboard.press('4');
	await expect(group.getByRole('radio', { name: 'In place', exact: true })).toBeChecked();

	const note = page.getByLabel('Note', { exact: true });
	await note.click();
	await page.keyboard.type('1 unit, 2 sites, just many junk keys?');
	await expect(note).toHaveValue('1 unit, 2 sites, just many junk keys?');
	await expect(group.getByRole('radio', { name: 'In place', exact: true })).toBeChecked();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(driver.questionOf('icss.policy.1'));

	await page.getByRole('heading', { level: 1 }).click();
	await page.keyboard.press('j');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(driver.questionOf('icss.policy.2'));
	await page.keyboard.press('k');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(driver.questionOf('icss.policy.1'));

	await page.keyboard.press('n');
	await expect(page.getByLabel('Why does this not apply to you?')).toBeFocused();
	await page.keyboard.type('No such work.');
	await page.getByRole('heading', { level: 1 }).click();

	await page.keyboard.press('?');
	await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
	await page.getByLabel('Use single keys').uncheck();
	await page.getByRole('button', { name: 'Close' }).click();
	await page.getByRole('heading', { level: 1 }).click();
	await page.keyboard.press('1');
	await expect(group.getByRole('radio', { name: 'Not applicable', exact: true })).toBeChecked();
});

test('the same keys work on a question of the list', async ({ driver, page }) => {
	await driver.start();
	await driver.visit('/list/#people');
	await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
	await page.keyboard.press('j');
	await page.keyboard.press('2');
	await expect(driver.group('icss.people.1').getByRole('radio', { name: 'Partly in place' })).toBeChecked();
	await page.keyboard.press('j');
	await page.keyboard.press('u');
	await expect(driver.group('icss.people.2').getByRole('radio', { name: 'We don’t know' })).toBeChecked();
});
