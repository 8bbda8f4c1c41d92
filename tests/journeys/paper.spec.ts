import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { TYPED_STRINGS } from '../hostile-strings.ts';
import { packed, textOf } from '../paper-text.ts';
import { readCsv } from '../read-csv.ts';
import { expect, test } from './journey.ts';

/**
 * Of the hostile texts what has no shape or what the fonts of the paper lack: emoji, Hebrew, marks that pile up. And
 * Arabic, which a reader of a PDF finds in an order of its own.
 */
const BOXED =
	/\p{Default_Ignorable_Code_Point}|\p{Cc}|\p{Emoji_Presentation}|[\u0300-\u036f\u0590-\u06ff\ufdfa\ufffd]/gu;
const unboxed = (text: string): string => text.replaceAll(BOXED, '');

/** Notes in three scripts beside English. */
const NOTES = {
	arabic: 'تحتاج الفرق إلى تدريب على حماية الأطفال قبل السفر',
	nepali: 'बालबालिकाको सुरक्षाका लागि तालिम आवश्यक छ',
	bengali: 'শিশুদের সুরক্ষার জন্য প্রশিক্ষণ প্রয়োজন'
};

test('the PDF says what the screen says: every action, role, date and score', async ({ driver }) => {
	test.slow();
	await driver.start('icss', { label: 'Région São Tomé – Şanlıurfa, Ng’ombe' });
	await driver.answerAll('partly-in-place', {
		'icss.policy.1': 'in-place',
		'icss.people.3': 'unknown',
		'icss.procedures.13': { notApplicable: 'Aucune activité à ce site.' }
	});
	const scores = await driver.scores();
	const gaps = await driver.gaps();
	const plan = await driver.plan();
	expect(plan).toHaveLength(34);
	const { name, bytes } = await driver.pdf();
	expect(name).toMatch(/^[a-z0-9-]{1,64}\.pdf$/);
	const pdf = await textOf(bytes);
	expect(pdf.title).not.toBe('');
	expect(pdf.language).toBe('en');
	const missing = [
		'Région São Tomé – Şanlıurfa, Ng’ombe',
		'Aucune activité à ce site.',
		...plan.flatMap(({ text, role, status }) => [text, role, status]),
		...gaps,
		scores.overall,
		...scores.standards.flatMap(({ name: standard, score, rating }) => [standard, score, rating]),
		`Page ${pdf.pages.length} of ${pdf.pages.length}`
	].filter((words) => !pdf.text.includes(packed(words)));
	expect(missing).toEqual([]);
	// the paper writes months short
	for (const { due } of plan) {
		const [day, month, year] = due.split(' ');
		expect(pdf.text).toContain(packed(`${day} ${month?.slice(0, 3)} ${year}`));
	}
	// same assessment, same day: same bytes
	const again = await driver.pdf();
	const digest = (file: Buffer) => createHash('sha256').update(file).digest('hex');
	expect(digest(again.bytes)).toBe(digest(bytes));
});

test('hostile texts stand literally in the PDF, and what it cannot show is said before', async ({
	driver,
	page
}) => {
	await driver.start('icss', { label: 'Unit (7) <b>' });
	await driver.answer('icss.policy.1', 'not-in-place', {
		note: TYPED_STRINGS.join('\n'),
		evidence: { where: 'Shelf \\ 3) (' }
	});
	const { bytes } = await driver.pdf({ notes: true, anyway: true });
	const pdf = await textOf(bytes);
	const shown = unboxed(pdf.text);
	const missing = TYPED_STRINGS.filter(
		// a longer one is broken by the end of a page
		(text) => text.length <= 500 && !shown.includes(unboxed(packed(text)))
	);
	expect(missing).toEqual([]);
	expect(pdf.text).toContain(packed('Unit (7) <b>'));

	await driver.answer('icss.policy.1', 'not-in-place', { note: 'שלום 👍' });
	await driver.visit('/plan/');
	await page.getByLabel('With the notes as well').check();
	await page.getByRole('button', { name: 'Save as PDF' }).click();
	await expect(page.getByText('The PDF cannot show 5 characters.')).toBeVisible();
	await page.getByRole('button', { name: 'Change the text first' }).click();
	await expect(page.getByText(/^The PDF cannot show/)).toBeHidden();
	await driver.pdf({ notes: true, anyway: true });
});

test('the plan as a table says what the screen says, and no cell of it can become a formula', async ({
	driver
}) => {
	await driver.start('icss', { label: '=1+1' });
	await driver.answer('icss.policy.1', 'not-in-place');
	await driver.answer('icss.people.1', 'unknown', { note: 'An answer’s note' });
	await driver.editAction('icss.policy.1', {
		text: 'Say "no", then\nleave',
		role: '=HYPERLINK("https://example.org")',
		due: '2027-03-31',
		status: 'In progress'
	});
	await driver.page.getByLabel('Note', { exact: true }).first().fill('A note');
	await driver.waitSaved();
	const plan = await driver.plan();
	const { name, text } = await driver.csv();
	expect(name).toMatch(/^[a-z0-9-]{1,64}\.csv$/);
	expect(text.startsWith('\ufeff')).toBe(true);
	const [heads, first, ...others] = readCsv(text);
	expect(heads).toEqual(
		'No.,Priority,Standard,Gap,Action,Responsible role,Due,Status,Resources,Proof'.split(',')
	);
	expect(first).toMatchObject({
		0: '1',
		4: 'Say "no", then\nleave',
		5: '\'=HYPERLINK("https://example.org")',
		6: '2027-03-31',
		7: 'In progress'
	});
	expect(others.map((row) => [row[4], row[5], row[7]])).toEqual(
		plan.slice(1).map(({ text, role, status }) => [text, role, status])
	);
	expect(text).not.toContain('note');
	const { text: whole } = await driver.csv({ notes: true });
	expect(readCsv(whole).map((row) => row[10])).toEqual(['Note', 'A note', '']);
});

test('PDF code, fonts and words load only when the PDF is asked for', async ({ driver, page }) => {
	await driver.start();
	await driver.answer('icss.policy.1', 'not-in-place');
	const loaded: string[] = [];
	page.on('response', (response) => loaded.push(response.url()));
	await driver.visit('/results/');
	await driver.visit('/plan/');
	expect(loaded.filter((url) => url.includes('/immutable/data/'))).toEqual([]);
	const before = loaded.length;
	await driver.pdf();
	expect(loaded.slice(before).some((url) => url.includes('/immutable/data/'))).toBe(true);
});

/** The part of the plan page that makes papers. */
const maker = (page: Page) => page.getByRole('region', { name: 'Take the plan with you' });
const shareOf = (page: Page) => maker(page).getByRole('progressbar');

test('one sees how far the PDF is, and may cancel it: then nothing is saved', async ({ driver, page }) => {
	await driver.start();
	await driver.answer('icss.policy.1', 'not-in-place');
	let release = () => {};
	const released = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/immutable/data/latin/*', async (route) => {
		await released;
		await route.continue();
	});
	const saved: string[] = [];
	page.on('download', (download) => saved.push(download.suggestedFilename()));
	await driver.visit('/plan/');
	const save = maker(page).getByRole('button', { name: 'Save as PDF' });
	const cancel = maker(page).getByRole('button', { name: 'Cancel' });
	const status = maker(page).getByRole('status');

	// while its parts are on the way nobody knows how long it takes
	await save.press('Enter');
	await expect(shareOf(page)).toHaveAccessibleName('Making the PDF: getting its letters ready …');
	await expect(shareOf(page)).not.toHaveAttribute('value');
	await expect(status).toHaveText('Making the PDF …');
	const busy = maker(page).getByRole('button', { name: 'Making the PDF …' });
	await expect(busy).toBeFocused();
	await expect(busy).toBeDisabled();
	await busy.press('Enter');
	await cancel.press('Enter');
	await expect(status).toHaveText('Cancelled. Nothing was saved.');
	await expect(save).toBeFocused();
	release();
	await driver.arrived();

	// while it is drawn it stops at the next slice
	const cancelAt = (least: number) =>
		maker(page).evaluate((region, share) => {
			const shares: number[] = [];
			new MutationObserver(() => {
				const progress = region.querySelector('progress');
				if (!progress?.hasAttribute('value')) return;
				shares.push(progress.value);
				if (progress.value < share) return;
				const buttons = [...region.querySelectorAll('button')];
				buttons.find(({ textContent }) => textContent?.trim() === 'Cancel')?.click();
			}).observe(region, { subtree: true, childList: true, attributes: true, characterData: true });
			Object.assign(globalThis, { shares });
		}, least);
	const seen = () => page.evaluate(() => (globalThis as unknown as { shares: number[] }).shares);
	await cancelAt(0.5);
	await save.press('Enter');
	await expect(status).toHaveText('Cancelled. Nothing was saved.');
	await expect(save).toBeFocused();
	expect((await seen()).at(-1)).toBeGreaterThanOrEqual(0.5);

	// and whoever lets it come to its end has one file
	await driver.visit('/plan/');
	await cancelAt(2);
	await save.press('Enter');
	await expect(status).toContainText('The PDF is in your downloads.');
	await expect(save).toBeFocused();
	const shares = await seen();
	expect(shares.length).toBeGreaterThan(2);
	expect(shares).toEqual([...shares].sort((one, other) => one - other));
	expect(shares.at(-1)).toBeLessThanOrEqual(1);
	expect(saved).toHaveLength(1);
});

const REFUSALS: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
	'a browser without WebAssembly': (page) =>
		page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly')),
	'an old browser': (page) =>
		page.addInitScript(() => Reflect.deleteProperty(globalThis, 'FinalizationRegistry')),
	'a host that forbids it': (page) =>
		page.route('**/plan/', async (route) => {
			const response = await route.fetch();
			const body = (await response.text()).replace(" 'wasm-unsafe-eval'", '');
			await route.fulfill({ response, body });
		})
};

for (const [name, refuse] of Object.entries(REFUSALS))
	test(`where the PDF cannot be made one is told why, and has the report as a page: ${name}`, async ({
		driver,
		page
	}) => {
		await driver.start();
		await driver.answer('icss.policy.1', 'not-in-place', { note: Object.values(NOTES).join('\n') });
		await refuse(page);
		await driver.visit('/plan/');
		await maker(page).getByRole('button', { name: 'Save as PDF' }).click();
		const alert = maker(page).getByRole('alert');
		await expect(alert).toContainText('this browser does not run what shapes its letters (WebAssembly)');
		await alert.getByRole('button', { name: 'Try again' }).click();
		await expect(alert).toContainText('this browser does not run');
		await expect(maker(page).getByRole('button', { name: 'Save as PDF' })).toBeEnabled();
		await alert.getByRole('link', { name: 'Read or print as a page' }).click();
		await expect(page.getByRole('article')).toBeVisible();
		await page.getByLabel('With the notes as well').check();
		for (const note of Object.values(NOTES)) await expect(page.getByText(note)).toBeVisible();
		// the browser complains of what it was forbidden
		driver.complaints.length = 0;
	});

test('a part of the PDF that did not arrive is said, and comes when one tries again', async ({
	driver,
	page
}) => {
	await driver.start();
	await driver.answer('icss.policy.1', 'not-in-place', { note: NOTES.bengali });
	await page.route('**/immutable/data/bengali/*', (route) => route.abort());
	await driver.visit('/plan/');
	await page.getByLabel('With the notes as well').check();
	await maker(page).getByRole('button', { name: 'Save as PDF' }).click();
	const alert = maker(page).getByRole('alert');
	await expect(alert).toContainText('a part of it could not be loaded');
	await page.unrouteAll();
	const download = page.waitForEvent('download');
	await alert.getByRole('button', { name: 'Try again' }).click();
	await download;
	await expect(maker(page).getByRole('status')).toContainText('The PDF is in your downloads.');
	// the browser complains of what it did not get
	driver.complaints.length = 0;
});

test('notes in other scripts stand in the PDF of an English page, and the command makes the same bytes', async ({
	driver
}, testInfo) => {
	await driver.start();
	await driver.answer('icss.policy.1', 'not-in-place', { note: Object.values(NOTES).join('\n') });
	const { name, bytes } = await driver.pdf({ notes: true });
	const { text } = await textOf(bytes);
	// a reader finds the words of a line from right to left in an order of its own
	const missing = [...NOTES.arabic.split(' '), NOTES.nepali, NOTES.bengali].filter(
		(words) => !text.includes(packed(words))
	);
	expect(missing).toEqual([]);

	const [file, output] = ['saved.json', 'plan.pdf'].map((path) => testInfo.outputPath(path)) as [
		string,
		string
	];
	writeFileSync(file, (await driver.saveFile()).bytes);
	const [date = ''] = /\d{4}-\d\d-\d\d/.exec(name) ?? [];
	const command = ['--import', 'tsx', 'scripts/report.ts', file, '-o', output, '--notes', '--date', date];
	await promisify(execFile)(process.execPath, command);
	expect(readFileSync(output).equals(bytes)).toBe(true);
});

test('while a gate is blocked the first page of the PDF says not to deploy, the next what is missing', async ({
	driver
}) => {
	await driver.start('deployment', { label: 'Team', shortForm: 'gates' });
	await driver.facts({ departure: '2099-05-20', partners: 'No' });
	const gates = (driver.questionnaire.shortForms[0]?.indicators ?? []).filter((id) => !id.includes('.par.'));
	const late = 'deployment.trn.1';
	for (const id of gates) await driver.answer(id, id === late ? 'started' : 'mostly-in-place');
	const blocked = await textOf((await driver.pdf()).bytes);
	expect(blocked.pages[0]).toContain(packed('Do not deploy before these are closed'));
	// which one, and the level at which one may go
	expect(blocked.text).toContain(packed(driver.text.indicators[late]?.name ?? ''));
	expect(blocked.text).toContain(packed(driver.text.indicators[late]?.anchors['mostly-in-place'] ?? ''));
	await driver.answer(late, 'mostly-in-place');
	const ready = await textOf((await driver.pdf()).bytes);
	expect(ready.text).not.toContain(packed('Do not deploy'));
	expect(ready.text).toContain(packed('All 18 gates are ready'));
});

test('the briefing prints as two pages', async ({ driver, page }) => {
	await driver.visit('/briefing/');
	const printed = await textOf(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
	expect(printed.pages).toHaveLength(2);
});

test('the page to print repeats the heads of its tables, and cuts no row', async ({ driver, page }) => {
	await driver.start('icss');
	await driver.answerAll('partly-in-place');
	const plan = await driver.plan();
	await driver.visit('/report/');
	await expect(page.getByRole('heading', { level: 2, name: 'Action plan' })).toBeVisible();
	const { pages } = await textOf(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
	const actions = plan.map(({ text }) => packed(text));
	const withRows = pages.filter((text) => actions.some((action) => text.includes(action)));
	expect(withRows.length).toBeGreaterThan(3);
	expect(withRows.filter((text) => !text.includes(packed('Standard and gap')))).toEqual([]);
	// a row that goes on over a page would have its action on neither
	expect(actions.filter((action) => !withRows.some((text) => text.includes(action)))).toEqual([]);
});
