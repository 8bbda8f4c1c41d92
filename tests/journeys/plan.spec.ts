import { expect, test } from './journey.ts';

test('the plan keeps every edit, whatever happens to the answers', async ({ driver }) => {
	await driver.start('icss', { label: 'Plan' });
	await driver.answer('icss.policy.1', 'not-in-place');
	await driver.answer('icss.policy.2', 'partly-in-place');
	await driver.answer('icss.people.1', 'unknown');
	expect((await driver.plan()).map(({ id }) => id)).toEqual([
		'icss.policy.1',
		'icss.people.1',
		'icss.policy.2'
	]);

	await driver.editAction('icss.policy.1', {
		text: 'Write the policy with the regional office.',
		role: 'Deputy head of office',
		due: '2027-03-31',
		status: 'In progress'
	});
	const edited = (await driver.plan()).find(({ id }) => id === 'icss.policy.1');
	expect(edited).toMatchObject({
		text: 'Write the policy with the regional office.',
		role: 'Deputy head of office',
		due: '31 March 2027',
		status: 'In progress'
	});

	// the answer moves on: the edit stays, untouched actions follow
	await driver.answer('icss.policy.1', 'partly-in-place');
	await driver.answer('icss.people.1', 'in-place');
	const plan = await driver.plan();
	expect(plan.find(({ id }) => id === 'icss.policy.1')?.text).toBe(
		'Write the policy with the regional office.'
	);
	expect(plan.find(({ id }) => id === 'icss.people.1')?.status).toBe('Gap closed');
	expect(plan.at(-1)?.id).toBe('icss.people.1');

	await driver.answer('icss.people.1', 'not-in-place');
	expect((await driver.plan()).find(({ id }) => id === 'icss.people.1')?.status).toBe('To do');
});

test('actions are moved within their priority, and stay where they were put', async ({ driver }) => {
	await driver.start();
	for (const id of ['icss.policy.1', 'icss.policy.3', 'icss.people.1'])
		await driver.answer(id, 'not-in-place');
	await driver.plan();
	await driver.row('icss.people.1').getByRole('button', { name: /^Up/ }).click();
	await driver.row('icss.people.1').getByRole('button', { name: /^Up/ }).click();
	await driver.waitSaved();
	const order = ['icss.people.1', 'icss.policy.1', 'icss.policy.3'];
	expect((await driver.plan()).map(({ id }) => id)).toEqual(order);
	await driver.row('icss.people.1').getByRole('button', { name: /^Down/ }).click();
	await driver.waitSaved();
	expect((await driver.plan()).map(({ id }) => id)).toEqual([
		'icss.policy.1',
		'icss.people.1',
		'icss.policy.3'
	]);
});

test('an action of one’s own is added, deleted and brought back', async ({ driver, page }) => {
	await driver.start();
	await driver.plan();
	await page.getByRole('button', { name: 'Add an action of your own' }).click();
	await page.getByLabel('What is to be done').fill('Translate the code of conduct.');
	await page.getByLabel('Responsible role').fill('Training officer');
	await page.getByRole('button', { name: 'Add the action' }).click();
	await driver.waitSaved();
	expect((await driver.plan()).map(({ text, role }) => [text, role])).toEqual([
		['Translate the code of conduct.', 'Training officer']
	]);
	await page.getByRole('button', { name: /^Change/ }).click();
	await page.getByRole('button', { name: 'Delete' }).click();
	await expect(page.locator('[data-action]')).toHaveCount(0);
	await page.getByRole('button', { name: 'Undo' }).click();
	await driver.waitSaved();
	expect((await driver.plan()).map(({ text }) => text)).toEqual(['Translate the code of conduct.']);
});

test('a late action says by how many days', async ({ driver, page }) => {
	await page.clock.setFixedTime(new Date('2026-11-21T10:00:00Z'));
	await driver.start();
	await driver.answer('icss.policy.1', 'not-in-place');
	await driver.plan();
	await expect(driver.row('icss.policy.1')).toContainText('21 December 2026');
	await expect(driver.row('icss.policy.1')).not.toContainText('Overdue');
	await page.clock.setFixedTime(new Date('2026-12-24T10:00:00Z'));
	await driver.reload();
	await expect(driver.row('icss.policy.1')).toContainText('Overdue by 3 days');
});

test('the short form asks 17 questions, and the full form brings every answer back', async ({
	driver,
	page
}) => {
	await driver.start('icss', { shortForm: true });
	await expect(page.getByText('0 of 17 questions answered.')).toBeVisible();
	await driver.answer('icss.policy.1', 'in-place');
	await driver.visit('/standards/');
	await page.getByRole('radio', { name: 'All 36 questions' }).check();
	await expect(page.getByText('1 of 36 questions answered.')).toBeVisible();
	await driver.answer('icss.policy.2', 'in-place');
	await driver.visit('/standards/');
	await page.getByRole('radio', { name: /17 questions/ }).check();
	await expect(page.getByText('1 of 17 questions answered.')).toBeVisible();
	await page.getByRole('radio', { name: 'All 36 questions' }).check();
	await expect(page.getByText('2 of 36 questions answered.')).toBeVisible();
});

test('without partners one question does not apply, and its answer is kept', async ({ driver, page }) => {
	await driver.start('icss', { partners: 'Yes' });
	await driver.answer('icss.people.7', 'in-place');
	await driver.visit('/standards/');
	await driver.fact('partners', 'No');
	await expect(page.getByText('0 of 35 questions answered.')).toBeVisible();
	await driver.fact('partners', 'Yes');
	await expect(page.getByText('1 of 36 questions answered.')).toBeVisible();
});
