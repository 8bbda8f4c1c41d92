import { chromium, type Page } from '@playwright/test';
import { fileContentOf, writeJson } from '#lib/assessment/file-content.ts';
import type { Assessment } from '#lib/assessment/schema.ts';
import { makeSealingKey, seal } from '#lib/storage/sealed.ts';
import { CHROMIUM_ARGS, ensureChromium } from '../../scripts/browser.ts';
import { Driver, takeFilesAsDownloads } from '../driver.ts';
import { HOSTILE_FILES, packedQuestionnaire } from '../hostile-files.ts';
import { HOSTILE_STRINGS, TYPED_STRINGS } from '../hostile-strings.ts';
import { exampleAssessment } from '../unit/example-assessment.ts';
import { exampleIndicator, exampleQuestionnaire, exampleText } from '../unit/example-questionnaire.ts';
import { CHROMIUM_ONLY, expect, test } from './journey.ts';

const ID = 'a1b2c3d4e5f60718293a4b5c';
const inFile = exampleAssessment(
	{ 'icss.policy.1': 'in-place', 'icss.policy.2': 'unknown' },
	{
		id: ID,
		label: 'Rotation 7',
		changedAt: '2026-03-01T09:00:00.000Z',
		questionnaire: { id: 'icss', version: '0.1.0' }
	}
);
const fileOf = (assessment: Assessment): string =>
	writeJson(fileContentOf(assessment, { name: 'tool', version: '1' }));

/** All that the database holds, as text. */
function dump(page: Page): Promise<string> {
	return page.evaluate(
		() =>
			new Promise<string>((resolve, reject) => {
				const request = indexedDB.open('child-safeguarding');
				request.onerror = () => reject(new Error('no database'));
				request.onsuccess = () => {
					const all = request.result.transaction('assessments').objectStore('assessments').getAll();
					all.onsuccess = () => {
						request.result.close();
						resolve(JSON.stringify(all.result));
					};
				};
			})
	);
}

/** Has the browser ask where a file goes, and a person choose a place on a real file system. */
async function choosePlace(page: Page, change: 'none' | 'other bytes' | 'cancel' = 'none'): Promise<void> {
	await page.addInitScript((how) => {
		const asked = globalThis as unknown as { asked: number };
		asked.asked = 0;
		const showSaveFilePicker = async ({ suggestedName }: { suggestedName: string }) => {
			asked.asked += 1;
			if (how === 'cancel') throw new DOMException('Closed by the person', 'AbortError');
			const folder = await navigator.storage.getDirectory();
			const place = await folder.getFileHandle(suggestedName, { create: true });
			return how === 'none'
				? place
				: {
						createWritable: () => place.createWritable(),
						getFile: () => Promise.resolve(new File(['{}'], suggestedName))
					};
		};
		Object.assign(globalThis, { showSaveFilePicker });
	}, change);
}

/** What lies in the one file that was written. */
function writtenFile(page: Page): Promise<{ name: string; text: string }> {
	return page.evaluate(async () => {
		const folder = (await navigator.storage.getDirectory()) as unknown as {
			values(): AsyncIterable<FileSystemFileHandle>;
		};
		for await (const place of folder.values())
			return { name: place.name, text: await (await place.getFile()).text() };
		throw new Error('Nothing was written');
	});
}

test(
	'a file is written where a person says, and read back before it counts as saved',
	{ tag: CHROMIUM_ONLY },
	async ({ driver, page }) => {
		await choosePlace(page);
		await driver.start('icss', { label: 'Northern region' });
		await driver.answer('icss.policy.1', 'in-place');
		await driver.pressSave();
		await expect(driver.fileNotice).toContainText('Saved in a file and checked.');
		const { name, text } = await writtenFile(page);
		expect(name).toMatch(/^child-safeguarding-assessment-[\d-]+\.safeguarding\.json$/);
		expect(JSON.parse(text)).toMatchObject({
			format: 'child-safeguarding-assessment',
			label: 'Northern region',
			app: { name: 'child-safeguarding-self-assessment' },
			questionnaire: { id: 'icss', hash: expect.stringMatching(/^sha256-/) },
			answers: { 'icss.policy.1': { level: 'in-place' } },
			questions: { 'icss.policy.1': { question: driver.questionOf('icss.policy.1') } }
		});
		expect(await dump(page)).toContain('"isChecked":true');
		await page.keyboard.press('Escape');
		await expect(driver.fileNotice).toBeEmpty();
	}
);

test(
	'a file that is not what was saved is not called saved, and can be downloaded instead',
	{ tag: CHROMIUM_ONLY },
	async ({ driver, page }) => {
		await choosePlace(page, 'other bytes');
		await driver.start('icss', { label: 'Northern region' });
		await driver.visit('/standards/');
		await page.getByRole('button', { name: 'Save a file' }).click();
		await expect(driver.fileNotice).toContainText(
			'The file could not be written, or it is not what was saved.'
		);
		expect(await dump(page)).not.toContain('lastFile');
		const download = page.waitForEvent('download');
		await driver.fileNotice.getByRole('button', { name: 'Download it instead' }).click();
		await download;
		await expect(driver.fileNotice).toContainText('Check your downloads:');
		await expect.poll(() => dump(page)).toContain('"isChecked":false');
	}
);

test(
	'who chooses no place for a file changes nothing, and hears nothing',
	{ tag: CHROMIUM_ONLY },
	async ({ driver, page }) => {
		await choosePlace(page, 'cancel');
		await driver.start('icss', { label: 'Northern region' });
		await driver.visit('/standards/');
		const before = await dump(page);
		await page.getByRole('button', { name: 'Save a file' }).click();
		await expect.poll(() => page.evaluate(() => (globalThis as unknown as { asked: number }).asked)).toBe(1);
		await expect(driver.fileNotice).toBeEmpty();
		expect(await dump(page)).toBe(before);
	}
);

test('Ctrl and S ask for a file on every page', { tag: CHROMIUM_ONLY }, async ({ driver, page }) => {
	await driver.visit('/about/');
	await driver.pressSave();
	await expect(driver.fileNotice).toContainText('No assessment is open in this tab.');
	await driver.fileNotice.getByRole('button', { name: 'Close' }).click();
	await expect(driver.fileNotice).toBeEmpty();

	await driver.start('icss', { label: 'Kept' });
	for (const path of ['/about/', '/', '/help/', '/assess/', '/list/#policy', '/plan/']) {
		await driver.visit(path);
		const download = page.waitForEvent('download');
		await driver.pressSave();
		const name = (await download).suggestedFilename();
		await expect(driver.fileNotice).toContainText(`Check your downloads: ${name}`);
	}
});

test('a file shows what is in it; only a choice adds it, and that can be taken back', async ({
	driver,
	page
}) => {
	await driver.start('icss', { label: 'Mine' });
	await driver.chooseFile(fileOf(inFile));
	const before = await dump(page);
	await expect(driver.foundInFile.getByRole('row', { name: 'Name Rotation 7' })).toBeVisible();
	await expect(driver.foundInFile.getByRole('row', { name: 'Answers 2' })).toBeVisible();
	await expect(driver.foundInFile.getByRole('row', { name: /1 Mar 2026, 09:00/ })).toBeVisible();
	await expect(driver.foundInFile.getByRole('row', { name: `${driver.text.title}, version` })).toBeVisible();
	await expect(page.getByRole('heading', { name: 'In this file: an assessment' })).toBeFocused();
	await driver.foundInFile.getByRole('button', { name: 'Do nothing' }).click();
	await expect(driver.foundInFile).toBeHidden();
	expect(await dump(page)).toBe(before);

	await driver.openFile(fileOf(inFile));
	expect(await driver.assessments()).toContain('Rotation 7');
	await driver.openFile(fileOf({ ...inFile, label: 'Once more' }));
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByRole('link', { name: 'Once more', exact: true })).toBeHidden();
	expect((await driver.assessments()).sort()).toEqual(['Mine', 'Rotation 7']);
});

test(
	'the same assessment is compared before it is replaced, and its copy stays',
	{ tag: CHROMIUM_ONLY },
	async ({ driver, page }) => {
		await driver.openFile(fileOf(inFile));
		await driver.openListed('Rotation 7');
		await driver.answer('icss.policy.3', 'in-place', { note: 'Newer than the file.' });
		await driver.chooseFile(fileOf(inFile));
		await expect(driver.foundInFile.getByRole('row', { name: 'Answers 2 3' })).toBeVisible();
		await expect(
			driver.foundInFile.getByRole('row', { name: /1 Mar 2026, 09:00 \d+ \w+ \d{4}/ })
		).toBeVisible();
		const before = await dump(page);
		await driver.foundInFile.getByRole('button', { name: 'Replace the one here' }).click();
		await expect(page.getByText('“Rotation 7” is replaced.')).toBeVisible();
		await expect(
			page.getByRole('link', { name: 'Rotation 7 (before it was replaced)', exact: true })
		).toBeVisible();
		await page.getByRole('button', { name: 'Undo' }).click();
		await expect(page.getByRole('link', { name: /before it was replaced/ })).toBeHidden();
		expect(await dump(page)).toBe(before);

		await driver.chooseFile(fileOf(inFile));
		await driver.foundInFile.getByRole('button', { name: 'Replace the one here' }).click();
		await expect(page.getByText('“Rotation 7” is replaced.')).toBeVisible();
		await driver.openListed('Rotation 7');
		expect(await driver.chosen('icss.policy.3')).toBeUndefined();
		expect(await driver.chosen('icss.policy.1')).toBe('In place');
		await driver.visit('/');
		await driver.openListed('Rotation 7 (before it was replaced)');
		expect(await driver.chosen('icss.policy.3')).toBe('In place');
	}
);

test('a file from another version of the questions says so', { tag: CHROMIUM_ONLY }, async ({ driver }) => {
	await driver.chooseFile(fileOf({ ...inFile, questionnaire: { id: 'icss', version: '0.0.9' } }));
	await expect(driver.foundInFile).toContainText('It was answered under version 0.0.9.');
});

test(
	'hostile files are refused in words and leave no trace',
	{ tag: CHROMIUM_ONLY },
	async ({ driver, page }) => {
		test.slow();
		await driver.start('icss', { label: 'Mine' });
		await driver.visit('/');
		const before = await dump(page);
		const builtIns = () => page.evaluate(() => Object.getOwnPropertyNames(Object.prototype).join());
		const builtInsBefore = await builtIns();
		const names = [
			'nothing',
			'UTF-16, low byte first',
			'a page',
			'a PDF',
			'cut off',
			'a million nested lists',
			'millions of numbers',
			'a label of 4.9 MB',
			'149,000 dated copies',
			'70,000 wrong answers',
			'140,000 added actions',
			'48,000 empty indicators',
			'__proto__',
			'1e999',
			'a newer version',
			'a link that is a script',
			'1,001 indicators',
			'a key that takes a year'
		];
		for (const name of names) {
			const { bytes, says } = HOSTILE_FILES.find((each) => each.name === name) ?? { bytes: '', says: /^$/ };
			await driver.chooseFile(bytes);
			await expect(driver.refusal, name).toContainText(says);
			// at most five sentences, and how many more there are
			expect(await driver.refusal.getByRole('listitem').count(), name).toBeLessThanOrEqual(6);
			expect(await builtIns(), name).toBe(builtInsBefore);
		}
		expect(await dump(page)).toBe(before);
		await driver.chooseFile(new Uint8Array(5_000_001));
		await expect(driver.refusal).toContainText('The file is larger than 5 MB.');
		expect(await dump(page)).toBe(before);
	}
);

test(
	'sixty hostile texts in a file are shown as they are written',
	{ tag: CHROMIUM_ONLY },
	async ({ driver, page }) => {
		const label = '<script>document.title="taken"</script><img src=x onerror=alert(1)>';
		const all = HOSTILE_STRINGS.join('\n');
		const note = { level: 'not-applicable', reason: all, note: all, evidence: { ticked: [], text: all } };
		await driver.openFile(fileOf({ ...inFile, label, answers: { 'icss.policy.1': note } }));
		await driver.openListed(label);
		await driver.visit('/review/#policy');
		const row = page.getByRole('listitem').filter({ hasText: driver.questionOf('icss.policy.1') });
		// as one reads them: with white space as the page breaks it, and without marks that show nothing
		const plain = (text: string) =>
			text
				.replaceAll(/\s+/g, ' ')
				.replaceAll(/\p{Bidi_Control}/gu, '')
				// a browser shows control characters as it likes
				.replaceAll(/[\p{Cc}\p{Cs}\uFFFD]/gu, '')
				.trim();
		await expect
			.poll(async () => {
				const shown = plain(await row.innerText());
				return TYPED_STRINGS.filter((text) => !shown.includes(plain(text)));
			})
			.toEqual([]);
		await expect(page).toHaveTitle('Review: Policy');
	}
);

test(
	'an encrypted file asks for its passphrase, and tells nothing without it',
	{ tag: CHROMIUM_ONLY },
	async ({ driver, page }) => {
		const sealed = JSON.stringify(await seal(inFile, await makeSealingKey('four words of mine')));
		await driver.chooseFile(sealed);
		const phrase = page.getByLabel('Passphrase of the file');
		await phrase.fill('other words');
		await page.getByRole('button', { name: 'Show what is in it' }).click();
		await expect(
			page.getByText('The passphrase is another one, or something in the file was changed')
		).toBeVisible();
		await expect(page.getByText('Rotation 7')).toBeHidden();
		await phrase.fill('four words of mine');
		await page.getByRole('button', { name: 'Show what is in it' }).click();
		await expect(driver.foundInFile).toContainText('Rotation 7');
		await expect(driver.foundInFile).toContainText('On this device it would be kept without one.');
		await driver.foundInFile.getByRole('button', { name: 'Add as a new assessment' }).click();
		await driver.openListed('Rotation 7');
		expect(await driver.chosen('icss.policy.1')).toBe('In place');
	}
);

test('a file saved in Chromium opens here with equal answers and an equal score', async ({
	driver,
	baseURL
}) => {
	test.slow();
	const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_ARGS });
	const context = await browser.newContext({ baseURL: baseURL ?? '' });
	await takeFilesAsDownloads(context);
	const elsewhere = new Driver(await context.newPage());
	await elsewhere.start('icss', { label: 'From another computer' });
	await elsewhere.answer('icss.policy.1', 'in-place', { note: 'Wanjikũ’s office — “since 2024” سياسة' });
	await elsewhere.answer('icss.policy.2', { notApplicable: 'Another office writes it.' });
	await elsewhere.answer('icss.people.3', 'partly-in-place', { evidence: { where: 'Shared folder' } });
	await elsewhere.answer('icss.people.4', 'unknown');
	const { bytes } = await elsewhere.saveFile();
	const scores = await elsewhere.scores();
	const gaps = await elsewhere.gaps();
	expect(elsewhere.complaints).toEqual([]);
	await browser.close();

	await driver.openFile(bytes);
	await driver.openListed('From another computer');
	expect(await driver.scores()).toEqual(scores);
	expect(await driver.gaps()).toEqual(gaps);
	expect(await driver.chosen('icss.policy.2')).toBe('Not applicable');
	await driver.open('icss.policy.1');
	await expect(driver.page.getByLabel('Note', { exact: true })).toHaveValue(
		'Wanjikũ’s office — “since 2024” سياسة'
	);
});

test(
	'a questionnaire from a file is answered, scored and planned, and marked on every page',
	{ tag: CHROMIUM_ONLY },
	async ({ driver, page, browserName }) => {
		test.slow();
		const markup = '<img src=x onerror=alert(1)> {{x}} ${1}';
		const questionnaire = exampleQuestionnaire({
			a: [
				exampleIndicator('example.a.1', {
					weight: 'critical',
					references: [
						{ source: 'paper', strength: 'primary', verified: false },
						{ source: 'un-ip-psea', item: 'cs1', strength: 'primary', verified: true }
					]
				}),
				exampleIndicator('example.a.2')
			]
		});
		const whole = exampleText(questionnaire);
		const [first] = Object.entries(whole.indicators).map(([, words]) => ({ ...words, question: markup }));
		const file = packedQuestionnaire(2, {
			questionnaire,
			text: {
				...whole,
				title: `Mine ${markup}`,
				roles: { lead: 'Safeguarding lead' },
				indicators: { ...whole.indicators, ...(first && { 'example.a.1': first }) }
			},
			sources: [
				{
					id: 'paper',
					title: 'A paper',
					publisher: 'A publisher',
					edition: null,
					url: 'https://example.org/paper',
					kind: 'guidance',
					verified: 'not-verified',
					note: ''
				}
			]
		});
		await driver.chooseFile(JSON.stringify(file));
		await expect(driver.foundInFile).toContainText(`Mine ${markup}`);
		await expect(driver.foundInFile).toContainText('Not from this site. Nobody here has checked it.');
		await expect(driver.foundInFile).toContainText('1.0.0');
		await driver.startFrom(file);

		await driver.answer('example.a.1', 'not-in-place');
		await page.getByText('Why we ask, and where this comes from').click();
		await expect(page.getByRole('link', { name: 'A paper' })).toHaveAttribute(
			'href',
			'https://example.org/paper'
		);
		// the list of the site vouches for nothing here
		await expect(page.getByText('un-ip-psea')).toBeVisible();
		await expect(page.getByRole('link', { name: /un-ip-psea/ })).toHaveCount(0);
		await driver.answer('example.a.2', 'in-place');
		// critical 3, minor 1: one of four
		expect(await driver.scores()).toMatchObject({ overall: '25', coverage: '2 of 2' });
		expect((await driver.plan()).map(({ id, text }) => [id, text])).toEqual([
			['example.a.1', 'Close example.a.1.']
		]);

		for (const place of [
			'assess',
			'find',
			'frameworks',
			'list',
			'plan',
			'profile',
			'readiness',
			'report',
			'results',
			'review',
			'standards'
		]) {
			await driver.visit(driver.at(place));
			await expect(
				page.getByRole('complementary', { name: 'Where this questionnaire comes from' }),
				place
			).toContainText(`Not from this site: “Mine ${markup}”, version 1.0.0, from a file opened `);
		}
		await driver.visit(driver.at('frameworks'));
		await expect(page.getByText('No gap seen')).toHaveCount(0);
		await driver.reload();
		expect(await driver.chosen('example.a.1')).toBe('not-in-place');
		// the site's own questionnaires are not touched by it
		driver.turnTo('icss');
		await driver.visit('/');
		expect(await driver.chosen('icss.policy.1')).toBeUndefined();
		expect(await driver.assessments()).toEqual(['Assessment without a name']);
		if (browserName === 'chromium') {
			await page.getByRole('link', { name: 'Assessment without a name' }).click();
			await expect(page).toHaveURL(/\/own\/standards\/$/);
			await driver.settled();
			const download = page.waitForEvent('download');
			await page.getByRole('button', { name: 'Save a file' }).click();
			await download;
		}
	}
);

test(
	'a page about a questionnaire from a file says so where there is none',
	{ tag: CHROMIUM_ONLY },
	async ({ driver, page }) => {
		await driver.visit('/own/assess/');
		await expect(page.getByRole('heading', { level: 1, name: 'No such questionnaire here' })).toBeVisible();
		await page.getByRole('link', { name: 'To the start page' }).click();
		await expect(page.getByLabel('Open a saved file')).toBeVisible();
	}
);
