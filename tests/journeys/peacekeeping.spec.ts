import { indicatorsInScope } from '#lib/assessment/scope.ts';
import { expect, test } from './journey.ts';

const IN_CAMP = { 'has-base': 'Yes', 'holds-people': 'Yes', 'uses-interpreters': 'No' };
/** Two areas that would keep a contingent at home: nobody checks records, and nobody knows how to report. */
const BLOCKED = { 'peacekeeping.people.2': 'not-in-place', 'peacekeeping.procedures.5': 'unknown' };

test('a training centre answers its twenty questions and is told what few questions carry', async ({
	driver,
	page
}) => {
	await driver.start('peacekeeping', { label: 'Centre', shortForm: 'training-centre' });
	await driver.facts({ deploys: ['A peacekeeping training centre'] });
	await expect(page.getByText('0 of 20 questions answered.', { exact: false })).toBeVisible();
	const form = driver.questionnaire.shortForms.find(({ id }) => id === 'training-centre');
	expect(form?.indicators).toHaveLength(20);
	for (const id of form?.indicators ?? []) await driver.answer(id, 'in-place');
	const scores = await driver.scores();
	expect(scores.overall).toBe('100');
	expect(scores.coverage).toBe('20 of 20');
	await expect(page.getByText('Only 3 questions carry Accountability.', { exact: false })).toBeVisible();
	await expect(page.getByText('This is the short form “Training centre”.', { exact: false })).toBeVisible();
});

test('before departure a question asks what is prepared, and later what is practised', async ({
	driver,
	page
}) => {
	await driver.start('peacekeeping');
	await driver.facts({ deploys: ['A military contingent'], stage: 'Before departure' });
	await driver.answer('peacekeeping.procedures.7', 'partly-in-place');
	const { prepared = '', question } = driver.text.indicators['peacekeeping.procedures.7'] ?? {};
	await expect(page.getByRole('heading', { level: 1, name: prepared })).toBeVisible();
	await expect(
		page.getByText('Before departure, answer for what is prepared.', { exact: false })
	).toBeVisible();
	await driver.facts({ stage: 'In the mission' });
	// the answer given before is still there, under the question as it is asked now
	expect(await driver.chosen('peacekeeping.procedures.7')).toBe('Partly in place');
	await expect(page.getByRole('heading', { level: 1, name: question ?? '' })).toBeVisible();
});

test('what one deploys decides what is asked, and changing it halfway keeps every answer', async ({
	driver,
	page
}) => {
	await driver.start('peacekeeping', { label: 'Observers' });
	await driver.facts({ deploys: ['A military contingent'] });
	await driver.answer('peacekeeping.people.6', 'in-place', { note: 'Two officers on the list.' });
	await driver.facts({
		deploys: ['Individual police officers, military observers or staff officers', 'not a military contingent']
	});
	await driver.open('peacekeeping.people.6');
	await expect(
		page.getByText('Left out by the answers about your organisation', { exact: false })
	).toBeVisible();
	expect(await driver.chosen('peacekeeping.people.6')).toBe('In place');
	await expect(page.getByLabel('Note', { exact: true })).toHaveValue('Two officers on the list.');
	// it can be asked all the same
	const { name = '' } = driver.text.indicators['peacekeeping.people.6'] ?? {};
	await driver.bringBack(name);
	expect(await driver.chosen('peacekeeping.people.6')).toBe('In place');
	await expect(
		page.getByText('Left out by the answers about your organisation', { exact: false })
	).toBeHidden();
});

test('every area is found by its words', async ({ driver, page }) => {
	await driver.start('peacekeeping');
	expect(await driver.find('ClearCheck')).toContain(driver.text.indicators['peacekeeping.people.3']?.name);
	expect(await driver.find('dna protocol')).toContain(
		driver.text.indicators['peacekeeping.accountability.2']?.name
	);
	expect(await driver.find('no such words anywhere')).toEqual([]);
	await expect(page).toHaveURL(/\/find\/$/);
});

test('a contingent answers everything before it leaves: two blocked areas lead the results and the plan', async ({
	driver
}) => {
	await driver.start('peacekeeping', { label: 'Contingent' });
	await driver.facts({
		deploys: ['A military contingent'],
		stage: 'Before departure',
		departure: '2031-05-20',
		...IN_CAMP
	});
	const profile = {
		deploys: ['contingent'],
		stage: 'before-departure',
		'has-base': 'yes',
		'holds-people': 'yes'
	};
	const asked = [
		...indicatorsInScope(driver.questionnaire, {
			form: 'full',
			profile: { ...profile, 'uses-interpreters': 'no' }
		}).values()
	].flat();
	for (const { id } of asked) await driver.answer(id, BLOCKED[id as keyof typeof BLOCKED] ?? 'in-place');
	const scores = await driver.scores();
	expect(scores.coverage).toBe(`${asked.length} of ${asked.length}`);
	expect(Object.fromEntries(scores.standards.map(({ name, rating }) => [name, rating]))).toEqual({
		Policy: 'Met',
		People: 'Partly met',
		Procedures: 'Partly met',
		Accountability: 'Met'
	});
	const names = Object.keys(BLOCKED).map((id) => driver.text.indicators[id]?.name);
	expect(await driver.gaps()).toEqual(names);
	const plan = await driver.plan();
	expect(plan.map(({ id }) => id)).toEqual(Object.keys(BLOCKED));
	expect(plan[1]?.text).toMatch(/^Find out first/);
});
