import { CHROMIUM_ONLY, expect, test } from './journey.ts';

test('a training officer answers everything, sees the gaps and leaves with a plan', async ({
	driver,
	browserName
}) => {
	test.slow();
	await driver.start('icss', { label: 'Rotation 7', partners: 'Yes' });
	await driver.answerAll('in-place', {
		'icss.policy.1': 'partly-in-place',
		'icss.people.3': 'not-in-place',
		'icss.people.4': 'unknown',
		'icss.accountability.7': 'partly-in-place',
		'icss.procedures.13': { notApplicable: 'The unit has no contact with children at this site.' }
	});
	const names = (ids: string[]) => ids.map((id) => driver.text.indicators[id]?.name);

	// critical gaps first, the lowest first among them; "we don't know" earns nothing
	expect(await driver.gaps()).toEqual(
		names(['icss.people.3', 'icss.people.4', 'icss.policy.1', 'icss.accountability.7'])
	);
	const scores = await driver.scores();
	// policy: critical, critical, four major: weights 3 3 2 2 2 2 = 14; earned 12.5 → 89.29
	expect(scores.standards.find(({ name }) => name === 'Policy')).toMatchObject({
		score: '89',
		rating: 'Partly met'
	});
	expect(scores.standards.find(({ name }) => name === 'Procedures')).toMatchObject({
		score: '100',
		rating: 'Met'
	});
	expect(scores.coverage).toBe('36 of 36');
	// nothing was named that could be shown
	expect(scores.evidenced).toBe('0');

	const plan = await driver.plan();
	expect(plan.map(({ id }) => id)).toEqual([
		'icss.people.3',
		'icss.people.4',
		'icss.policy.1',
		'icss.accountability.7'
	]);
	expect(plan[1]?.text).toContain(driver.text.indicators['icss.people.4']?.action);
	expect(plan.map(({ status }) => status)).toEqual(['To do', 'To do', 'To do', 'To do']);

	if (browserName === 'chromium') {
		const pdf = await driver.pdf();
		expect(pdf.name).toMatch(/^child-safeguarding-action-plan-\d{4}-\d\d-\d\d\.pdf$/);
		expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
	}
});

test('a person reloads and is where they were, with everything they wrote', async ({ driver, page }) => {
	await driver.start('icss', { label: 'Northern region' });
	await driver.answer('icss.people.2', 'partly-in-place', {
		evidence: {
			tick: [Object.values(driver.text.indicators['icss.people.2']?.evidence ?? {})[0] ?? ''],
			where: 'Code, version 3'
		},
		note: 'Drivers sign after arrival.'
	});
	await driver.reload();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(driver.questionOf('icss.people.2'));
	await expect(page.getByLabel('Note', { exact: true })).toHaveValue('Drivers sign after arrival.');
	await expect(page.getByLabel('Which document, where is it kept?')).toHaveValue('Code, version 3');
	// without a place in the address the question last looked at comes back
	await driver.visit('/assess/');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(driver.questionOf('icss.people.2'));
	await expect(driver.group('icss.people.2').getByRole('radio', { name: 'Partly in place' })).toBeChecked();
});

test('the back button goes back one question', async ({ driver, page }) => {
	await driver.start();
	await page.getByRole('link', { name: 'Start with the first question' }).click();
	await page.getByRole('radio', { name: 'In place', exact: true }).check();
	await page.getByRole('link', { name: 'Continue' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(driver.questionOf('icss.policy.2'));
	await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
	await expect(page).toHaveTitle('Policy, question 2 of 6');
	await driver.back();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(driver.questionOf('icss.policy.1'));
	await expect(page.getByRole('radio', { name: 'In place', exact: true })).toBeChecked();
});

test(
	'two assessments lie side by side and never touch each other',
	{ tag: CHROMIUM_ONLY },
	async ({ driver, context }) => {
		await driver.start('icss', { label: 'Unit A' });
		await driver.answer('icss.policy.1', 'in-place');
		const other = await context.newPage();
		const { Driver } = await import('../driver.ts');
		const second = new Driver(other);
		await second.start('icss', { label: 'Unit B' });
		await second.answer('icss.policy.1', 'not-in-place');
		// the first tab goes on with its own
		await driver.answer('icss.policy.2', 'in-place');
		await driver.reload();
		expect(await driver.chosen('icss.policy.1')).toBe('In place');
		expect(await second.chosen('icss.policy.1')).toBe('Not in place');
		expect(await second.chosen('icss.policy.2')).toBeUndefined();
		expect((await driver.assessments()).sort()).toEqual(['Unit A', 'Unit B']);
		expect(second.complaints).toEqual([]);
	}
);

test('a deleted assessment can be brought back whole', { tag: CHROMIUM_ONLY }, async ({ driver, page }) => {
	await driver.start('icss', { label: 'Keep me' });
	await driver.answer('icss.policy.1', 'in-place', { note: 'Approved in March.' });
	const row = await driver.tools('Keep me');
	await row.getByRole('button', { name: 'Delete' }).click();
	await expect(page.getByText('The assessment “Keep me” is deleted.')).toBeVisible();
	await page.getByRole('button', { name: 'Bring it back' }).click();
	await driver.openListed('Keep me');
	expect(await driver.chosen('icss.policy.1')).toBe('In place');
	await expect(page.getByLabel('Note', { exact: true })).toHaveValue('Approved in March.');
});

test(
	'an assessment is renamed, copied, saved to a file and opened again',
	{ tag: CHROMIUM_ONLY },
	async ({ driver, page }) => {
		await driver.start('icss', { label: 'Before' });
		await driver.answer('icss.policy.1', 'in-place');
		const row = await driver.tools('Before');
		await row.getByLabel('Name for this assessment').fill('After');
		await row.getByRole('button', { name: 'Save name' }).click();
		await expect(page.getByRole('link', { name: 'After', exact: true })).toBeVisible();
		await (await driver.tools('After')).getByRole('button', { name: 'Make a copy' }).click();
		await expect(page.getByRole('link', { name: 'After (copy)', exact: true })).toBeVisible();
		await driver.openListed('After');
		const { bytes } = await driver.saveFile();
		await driver.erase();
		await driver.openFile(bytes);
		await driver.openListed('After');
		expect(await driver.chosen('icss.policy.1')).toBe('In place');
	}
);

test(
	'a wrong file is refused with sentences and changes nothing',
	{ tag: CHROMIUM_ONLY },
	async ({ driver }) => {
		await driver.start('icss', { label: 'Mine' });
		await driver.assessments();
		const bad: [string, string][] = [
			['not JSON', '{ "format": '],
			['another thing', '{"hello": "world"}'],
			['a newer version', '{"format":"child-safeguarding-assessment","formatVersion":99}'],
			[
				'a hostile key',
				'{"format":"child-safeguarding-assessment","formatVersion":1,"__proto__":{"x":1},"questionnaire":{"id":"icss","version":"0.1.0"},"profile":{},"answers":{}}'
			]
		];
		for (const [name, content] of bad) {
			await driver.chooseFile(content, `${name}.json`);
			await expect(driver.refusal).toContainText('Nothing on this device was changed.');
		}
		expect(await driver.assessments()).toEqual(['Mine']);
	}
);

test('an address that leads nowhere says so and shows the way', { tag: CHROMIUM_ONLY }, async ({ page }) => {
	const response = await page.goto('/no/such/page/');
	expect(response?.status()).toBe(404);
	await expect(page.getByRole('heading', { level: 1, name: 'This page is not here' })).toBeVisible();
	await page.getByRole('link', { name: 'To the start page' }).click();
	await expect(page.getByRole('heading', { level: 2, name: 'Begin a new assessment' })).toBeVisible();
});

test(
	'an assessment of a questionnaire this site lacks is listed, kept, and never mixed with another',
	{ tag: CHROMIUM_ONLY },
	async ({ driver, page }) => {
		await driver.openFile(
			JSON.stringify({
				format: 'child-safeguarding-assessment',
				formatVersion: 1,
				label: 'From elsewhere',
				questionnaire: { id: 'not-here', version: '1.0.0' },
				profile: {},
				answers: { 'icss.policy.1': { level: 'in-place' } }
			})
		);
		await expect(page.getByText('This version of the site does not have its questionnaire.')).toBeVisible();
		expect(await driver.chosen('icss.policy.1')).toBeUndefined();
		expect(await driver.assessments()).toEqual(['From elsewhere']);
	}
);
