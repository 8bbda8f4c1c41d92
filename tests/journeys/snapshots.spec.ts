import type { Page } from '@playwright/test';
import type { Assessment } from '#lib/assessment/schema.ts';
import type { Driver } from '../driver.ts';
import { expect, test } from './journey.ts';

/** The row of one dated copy, by its reason. */
const copy = (driver: Driver, reason: string) =>
	driver.copies.getByRole('listitem').filter({ has: driver.page.getByRole('heading', { name: reason }) });

test('a dated copy stays as it was, and says what has changed since', async ({ driver, page }) => {
	await driver.start('icss', { label: 'Team A' });
	await driver.answer('icss.policy.1', 'not-in-place');
	await driver.snapshot('At departure', 'Signed by the director.');
	const atDeparture = copy(driver, 'At departure');
	const asKept = '0 of 100, possible range 0 to 95 · 1 of 36 answered';
	await expect(atDeparture).toContainText(asKept);
	await expect(atDeparture).toContainText('Signed by the director.');
	await expect(atDeparture).toContainText('The score is the same today: 0.');
	await driver.answer('icss.policy.1', 'in-place', { note: 'Since May.' });
	await driver.answer('icss.policy.2', 'in-place');
	await driver.snapshot('On return');
	await driver.reload();
	await expect(driver.copies.getByRole('heading', { level: 3 })).toHaveText([
		/^On return, /,
		/^At departure, /
	]);
	await expect(atDeparture).toContainText(asKept);
	await expect(atDeparture).toContainText('Since then the score has gone up from 0 to 100.');
	await expect(atDeparture).toContainText('this may be no real change');

	// out of the copy comes the assessment as it was
	await atDeparture.getByText('Save, use or delete').click();
	await atDeparture.getByRole('button', { name: 'Use as a new assessment' }).click();
	await expect(driver.copies.getByRole('status').filter({ hasText: 'new assessment' })).toBeVisible();
	expect(await driver.assessments()).toEqual(['Team A', expect.stringMatching(/^Team A, copy of /)]);
	await page.getByRole('link', { name: 'Team A, copy of' }).click();
	await expect(page.getByLabel('Name', { exact: true })).toHaveValue(/^Team A, copy of/);
	expect(await driver.chosen('icss.policy.1')).toBe('Not in place');
	expect(await driver.chosen('icss.policy.2')).toBeUndefined();
});

test('a dated copy that was deleted by mistake comes back', async ({ driver, page }) => {
	await driver.start('icss', { label: 'Team B' });
	await driver.answer('icss.policy.1', 'in-place');
	await driver.snapshot('Before a review');
	const row = copy(driver, 'Before a review');
	await row.getByText('Save, use or delete').click();
	await row.getByRole('button', { name: 'Delete this copy' }).click();
	await expect(row).toHaveCount(0);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(row).toBeVisible();
	await driver.waitSaved();
	await driver.reload();
	await expect(row).toBeVisible();
});

/** Changes what the device keeps, as if an older version of the site had stored it. */
async function asOlder(page: Page): Promise<void> {
	await page.evaluate(
		() =>
			new Promise<void>((resolve, reject) => {
				const request = indexedDB.open('child-safeguarding');
				request.onerror = () => reject(new Error('not opened'));
				request.onsuccess = () => {
					const transaction = request.result.transaction('assessments', 'readwrite');
					const store = transaction.objectStore('assessments');
					store.openCursor().onsuccess = ({ target }) => {
						const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
						if (cursor === null) return;
						const kept = cursor.value as Assessment;
						const questions = kept.questions ?? {};
						for (const each of Object.values(questions)) each.answeredUnder = '0.0.9';
						const changed = questions['icss.policy.2'];
						if (changed) questions['icss.old.1'] = { ...changed, question: 'Is there a letter box?' };
						if (changed) questions['icss.policy.2'] = { ...changed, question: 'Is there an older rule?' };
						kept.answers['icss.old.1'] = { level: 'in-place' };
						kept.questionnaire.version = '0.0.9';
						kept.questionnaire.indicators = (kept.questionnaire.indicators ?? []).filter(
							(id) => id !== 'icss.policy.5'
						);
						kept.questions = questions;
						cursor.update(kept);
					};
					transaction.oncomplete = () => {
						request.result.close();
						resolve();
					};
					transaction.onerror = () => reject(new Error('not changed'));
				};
			})
	);
}

test('new questions never stand under old answers: what changed is shown, and the old ones are kept', async ({
	driver,
	page
}) => {
	await driver.start('icss', { label: 'Team C' });
	await driver.answer('icss.policy.1', 'in-place');
	await driver.answer('icss.policy.2', 'in-place', { note: 'Seen in March.' });
	await driver.visit('/about/');
	await asOlder(page);
	await driver.visit('/standards/');
	await expect(page.getByText('The questions have changed since you answered them,')).toBeVisible();
	// nor is anything drawn from them without a word
	for (const path of ['/results/', '/plan/', '/report/']) {
		await driver.visit(path);
		await expect(page.getByText('The questions have changed since you answered them,')).toBeVisible();
	}
	await expect(page.getByText(/Answered under version 0\.0\.9/).first()).toBeVisible();
	await page.getByRole('link', { name: 'See what changed' }).click();
	await expect(page.getByText('1 answer carries over')).toBeVisible();
	const changed = page.getByRole('region', { name: 'Changed (1)' });
	await expect(changed.getByText('Is there an older rule?')).toBeVisible();
	await expect(changed.getByText(driver.questionOf('icss.policy.2'))).toBeVisible();
	await expect(page.getByRole('region', { name: 'New (1)' })).toContainText(
		driver.questionOf('icss.policy.5')
	);
	await expect(page.getByRole('region', { name: 'No longer asked (1)' })).toContainText(
		'Is there a letter box?'
	);

	await page.getByRole('button', { name: 'Go on with the new questions' }).click();
	await expect(page.getByText('You have the questions of today.')).toBeVisible();
	await driver.waitSaved();
	expect(await driver.chosen('icss.policy.1')).toBe('In place');
	expect(await driver.chosen('icss.policy.2')).toBeUndefined();
	await expect(page.getByLabel('Note', { exact: true })).toHaveValue('Seen in March.');
	await driver.visit('/standards/');
	await expect(page.getByText('The questions have changed since you answered them,')).toBeHidden();
	const kept = copy(driver, 'Before the questions changed');
	await expect(kept).toContainText('3 questions answered');
	await expect(kept).toContainText('It answers version 0.0.9 of the questions.');
	await kept.getByText('Save, use or delete').click();
	await kept.getByRole('button', { name: 'Use as a new assessment' }).click();
	await expect(driver.copies.getByRole('status').filter({ hasText: 'new assessment' })).toBeVisible();
	await driver.visit('/');
	await page.getByRole('link', { name: 'Team C, copy of' }).click();
	await expect(page.getByText('The questions have changed since you answered them,')).toBeVisible();
	expect(await driver.chosen('icss.policy.2')).toBe('In place');
});
