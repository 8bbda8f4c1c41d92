import { chaptersIn } from '#lib/assessment/chapters.ts';
import { expect, test } from './journey.ts';

/** A day so far ahead that the countdown is never over. */
const DEPARTURE = '2099-05-20';
const READY = 'In place with gaps';

test('without cash and partners their questions drop out, the scores follow, and one can come back', async ({
	driver,
	page
}) => {
	await driver.start('deployment', { label: 'Small team' });
	await expect(page.getByText('0 of 71 questions answered.', { exact: false })).toBeVisible();
	// the questions stand in their sections
	const sections = chaptersIn(driver.questionnaire).map(({ id }) => driver.text.groups?.[id]?.name);
	const headings = await page.getByRole('main').getByRole('heading').allInnerTexts();
	expect(headings.filter((heading) => sections.includes(heading))).toEqual(sections);
	await driver.answer('deployment.par.1', 'not-in-place');
	await driver.answer('deployment.gov.1', 'in-place');
	expect((await driver.scores()).coverage).toBe('2 of 71');
	await driver.facts({ partners: 'No', cash: 'No' });
	const fewer = await driver.scores();
	expect(fewer.coverage).toBe('1 of 67');
	expect(fewer.overall).toBe('100');
	expect(await driver.gaps()).toEqual([]);
	const { name = '' } = driver.text.indicators['deployment.par.1'] ?? {};
	await driver.bringBack(name);
	expect((await driver.scores()).coverage).toBe('2 of 68');
	expect(await driver.gaps()).toEqual([name]);
	await driver.facts({ partners: 'Yes', cash: 'Yes' });
	expect((await driver.scores()).coverage).toBe('2 of 71');
});

test('gates go from blocked to ready, with the days that are left', async ({ driver, page }) => {
	await driver.start('deployment', { label: 'Team', shortForm: 'gates' });
	await driver.facts({ departure: DEPARTURE });
	const gates = driver.questionnaire.shortForms[0]?.indicators ?? [];
	expect(gates).toHaveLength(20);
	expect(await driver.readiness()).toMatchObject({ headline: '20 gates: 0 ready, 20 blocked' });
	const late = ['deployment.hr.1', 'deployment.rsp.3'];
	for (const id of gates) await driver.answer(id, late.includes(id) ? 'started' : 'mostly-in-place');
	const blocked = await driver.readiness();
	expect(blocked.headline).toBe('20 gates: 18 ready, 2 blocked');
	expect(blocked.blocked).toEqual(late.map((id) => driver.text.indicators[id]?.name));
	await expect(page.getByText('Do not deploy before these are closed.')).toBeVisible();
	await expect(page.getByText(/^[\d,]+ days to departure$/)).toBeVisible();
	// what is missing is what the lowest safe level says
	const anchor = driver.text.indicators['deployment.hr.1']?.anchors['mostly-in-place'] ?? '';
	await expect(page.getByText(anchor)).toBeVisible();
	await expect(page.getByText('19 May 2099').first()).toBeVisible();
	expect((await driver.plan()).map(({ due }) => due).slice(0, 2)).toEqual(['19 May 2099', '19 May 2099']);
	for (const id of late) await driver.answer(id, 'mostly-in-place');
	expect((await driver.readiness()).headline).toBe('20 gates: 20 ready, 0 blocked');
	await expect(page.getByText('All gates are ready')).toBeVisible();
	await expect(page.getByText('Do not deploy')).toBeHidden();
	// ready to go is not without gaps
	await driver.scores();
	await expect(
		page.getByText(`Target at departure: “${READY}” or better on every question. 20 of 20 are there.`)
	).toBeVisible();
	expect(await driver.gaps()).toHaveLength(20);
	// the same on the page that is read or printed, also where few questions carry two standards
	await driver.visit(driver.at('report'));
	await expect(page.getByText('All 20 gates are ready').first()).toBeVisible();
});

test('the same answers are read against other frameworks, and too few of them say so', async ({
	driver,
	page
}) => {
	await driver.start('deployment');
	expect(await driver.readingOf('un-ip-psea', 'Organisational policy')).toBe('Too few answers');
	const behind = driver.questionnaire.standards
		.flatMap(({ indicators }) => indicators)
		.filter(({ references }) =>
			references.some(({ source, item }) => source === 'un-ip-psea' && item === 'cs1')
		);
	for (const { id } of behind) await driver.answer(id, 'mostly-in-place');
	// claimed, but nothing to show for it
	expect(await driver.readingOf('un-ip-psea', 'Organisational policy')).toBe('Partial');
	await driver.open('deployment.pol.1');
	await page.getByRole('checkbox').first().check();
	await driver.waitSaved();
	expect(await driver.readingOf('un-ip-psea', 'Organisational policy')).toBe('No gap seen');
	await expect(page.getByText('Draft mapping: not confirmed by a specialist').first()).toBeVisible();
	await expect(page.getByRole('main')).not.toContainText(
		/you are compliant|certified\b(?! or)|full capacity!/i
	);
});
