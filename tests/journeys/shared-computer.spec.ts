import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { Driver } from '../driver.ts';
import { CHROMIUM_ONLY, expect, test } from './journey.ts';

const CANARY = 'ZQ7-3f9c1b';
const PHRASE = 'four words nobody guesses';

/** Everything that the browser keeps for this site, as text. */
function whatIsKept(page: Page): Promise<string> {
	return page.evaluate(async () => {
		const finished = <Result>(request: IDBRequest<Result>): Promise<Result> =>
			new Promise((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error as Error);
			});
		const kept: unknown[] = [{ ...localStorage }, { ...sessionStorage }, document.cookie];
		for (const { name = '' } of await indexedDB.databases()) {
			const database = await finished(indexedDB.open(name));
			for (const store of Array.from(database.objectStoreNames)) {
				const rows = database.transaction(store).objectStore(store);
				kept.push(name, await finished(rows.getAllKeys()), await finished(rows.getAll()));
			}
			database.close();
		}
		for (const name of await caches.keys()) {
			const cache = await caches.open(name);
			for (const request of await cache.keys())
				kept.push(request.url, await (await cache.match(request))?.text());
		}
		return JSON.stringify(kept);
	});
}

const databases = (page: Page) =>
	page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));

/** Takes what is kept off the disk, on the page about the answers on this device. */
async function takeOffDisk(page: Page): Promise<void> {
	await page.getByRole('radio', { name: 'Only until I close this page' }).check();
	await page.getByRole('button', { name: 'Take it off' }).click();
	await expect(page.getByText('From now on answers are only in this page.')).toBeVisible();
}

/** Writes the canary wherever a person can write. */
async function writeEverywhere(driver: Driver): Promise<void> {
	await driver.start('icss', { label: `${CANARY} label` });
	await driver.answer('icss.policy.1', 'not-in-place', { note: `${CANARY} note` });
	await driver.answer('icss.policy.2', { notApplicable: `${CANARY} reason` });
	await driver.plan();
	await driver.editAction('icss.policy.1', { text: `${CANARY} action`, role: `${CANARY} role` });
}

test('what is kept only until the page is closed reaches no disk, and moves there and back whole', async ({
	driver,
	page,
	browserName
}) => {
	await driver.visit('/');
	await page.getByRole('radio', { name: 'Only until I close this page' }).check();
	await expect(page.getByRole('heading', { level: 2, name: 'Only in this page' })).toBeVisible();
	await page.getByRole('link', { name: driver.text.title }).click();
	await page.getByLabel('Name', { exact: true }).fill(`${CANARY} label`);
	await page.getByRole('link', { name: 'Start with the first question' }).click();
	await driver.group('icss.policy.1').getByRole('radio', { name: 'Not in place', exact: true }).check();
	await page.getByLabel('Note', { exact: true }).fill(`${CANARY} note`);
	await expect(page.getByText('Kept only until you close this page.')).toBeVisible();
	expect(await whatIsKept(page)).not.toContain(CANARY);
	expect(await databases(page)).toEqual([]);

	if (browserName === 'chromium') {
		// the page offers a file, and the browser asks before the work is lost
		const download = page.waitForEvent('download');
		await page.getByRole('button', { name: 'Save a file' }).click();
		await download;
		const asked = page.waitForEvent('dialog');
		await page.close({ runBeforeUnload: true });
		const dialog = await asked;
		expect(dialog.type()).toBe('beforeunload');
		await dialog.dismiss();
	}

	await page.getByRole('link', { name: 'Child safeguarding self-assessment' }).click();
	await page.getByRole('link', { name: 'Where your answers are, passphrase, erase' }).click();
	await page.getByRole('radio', { name: 'Keep on this device' }).check();
	await expect(page.getByText('From now on answers are kept on this device.')).toBeVisible();
	expect(await whatIsKept(page)).toContain(`${CANARY} note`);

	await page.getByRole('radio', { name: 'Only until I close this page' }).check();
	await expect(
		page.getByRole('heading', { name: 'What is to happen with what is kept here?' })
	).toBeFocused();
	await page.getByRole('button', { name: 'Take it off' }).click();
	await expect(page.getByText('From now on answers are only in this page.')).toBeVisible();
	expect(await whatIsKept(page)).not.toContain(CANARY);

	await page.getByRole('radio', { name: 'Keep on this device' }).check();
	await expect(page.getByText('From now on answers are kept on this device.')).toBeVisible();
	expect(await driver.assessments()).toEqual([`${CANARY} label`]);
	expect(await driver.chosen('icss.policy.1')).toBe('Not in place');
	await expect(page.getByLabel('Note', { exact: true })).toHaveValue(`${CANARY} note`);
});

test(
	'what was taken off the disk is not lost without a question',
	{ tag: CHROMIUM_ONLY },
	async ({ driver, page }) => {
		await driver.start('icss', { label: CANARY });
		// a new document: no assessment is open in it
		await driver.visit('/data/');
		await takeOffDisk(page);
		const asked = page.waitForEvent('dialog');
		await page.close({ runBeforeUnload: true });
		const dialog = await asked;
		expect(dialog.type()).toBe('beforeunload');
		await dialog.dismiss();
		await expect(page.getByText(CANARY).first()).toBeVisible();
	}
);

test(
	'files are under a passphrase too where nothing is kept on the disk',
	{ tag: CHROMIUM_ONLY },
	async ({ driver, page }) => {
		await driver.start('icss', { label: CANARY });
		await driver.visit('/data/');
		await takeOffDisk(page);
		await expect(page.getByText('Nothing is kept on the disk now.')).toBeVisible();
		const saved = async (): Promise<string> => {
			const download = page.waitForEvent('download');
			await page
				.getByRole('region', { name: 'Files' })
				.getByRole('button', { name: /^Save/ })
				.first()
				.click();
			return readFileSync(await (await download).path(), 'utf8');
		};
		expect(await saved()).toContain(CANARY);
		await driver.fillPassphrase(PHRASE);
		await expect(page.getByText('The files that you save from now on are encrypted.')).toBeVisible();
		const sealed = await saved();
		expect(sealed).toContain('child-safeguarding-encrypted');
		expect(sealed).not.toContain(CANARY);
		expect(await whatIsKept(page)).not.toContain(CANARY);
	}
);

test('on a shared computer one can begin in the page alone, and leave what others keep where it is', async ({
	driver,
	page
}) => {
	await driver.start('icss', { label: 'Of somebody else' });
	await driver.visit('/');
	await page.getByRole('radio', { name: 'Only until I close this page' }).check();
	await expect(page.getByText('Nothing yet. What you begin or open is gone')).toBeVisible();
	await page.getByRole('link', { name: driver.text.title }).click();
	await page.getByLabel('Name', { exact: true }).fill(CANARY);
	await expect(page.getByText('Kept only until you close this page.')).toBeVisible();
	const kept = await whatIsKept(page);
	expect(kept).toContain('Of somebody else');
	expect(kept).not.toContain(CANARY);
	await page.getByRole('link', { name: 'Child safeguarding self-assessment' }).click();
	await page.getByRole('radio', { name: 'On this device' }).check();
	await expect(page.getByRole('link', { name: 'Of somebody else' })).toBeVisible();
	await expect(page.getByRole('link', { name: CANARY })).toBeVisible();
});

test('a passphrase leaves nothing in clear on the disk, refuses others, and opens everything', async ({
	driver,
	page,
	context
}) => {
	test.slow();
	await writeEverywhere(driver);
	const other = new Driver(await context.newPage());
	await other.open('icss.policy.3');
	expect(await whatIsKept(page)).toContain(CANARY);

	await driver.setPassphrase(PHRASE);
	expect(await whatIsKept(page)).not.toContain(CANARY);
	// a tab that was open before asks for it too
	await expect(other.lockScreen).toBeVisible();
	await expect(other.page).toHaveTitle('New page');
	await other.tryPassphrase('another passphrase');
	await expect(other.page.getByText('This passphrase does not open it.')).toBeVisible();
	await other.page.keyboard.press('Escape');
	await other.page.keyboard.press('Escape');
	await expect(other.lockScreen).toBeVisible();
	await other.unlock(PHRASE);
	await other.group('icss.policy.3').getByRole('radio', { name: 'In place', exact: true }).check();
	await other.page.getByLabel('Note', { exact: true }).fill(`${CANARY} after`);
	await other.waitSaved();
	expect(await whatIsKept(page)).not.toContain(CANARY);

	// a new document asks again, and then shows it all
	await driver.lock();
	await driver.unlock(PHRASE);
	expect(await whatIsKept(page)).not.toContain(CANARY);
	await page.getByRole('link', { name: 'Child safeguarding self-assessment' }).click();
	await page.getByRole('link', { name: `${CANARY} label` }).click();
	await expect(page.getByLabel('Name', { exact: true })).toHaveValue(`${CANARY} label`);

	await driver.go('/data/');
	await driver.unlock(PHRASE);
	await page.getByRole('button', { name: 'Remove the passphrase' }).click();
	await page.getByRole('button', { name: 'Remove it now' }).click();
	await expect(page.getByText('The passphrase is removed.')).toBeVisible();
	const kept = await whatIsKept(page);
	for (const what of ['label', 'note', 'reason', 'action', 'role', 'after'])
		expect(kept).toContain(`${CANARY} ${what}`);
	expect(await driver.chosen('icss.policy.3')).toBe('In place');
	expect(other.complaints).toEqual([]);
});

test('a tab that hears nothing of the others cannot write in clear once a passphrase is set', async ({
	driver,
	page,
	context
}) => {
	await driver.start('icss', { label: 'Deaf' });
	const other = new Driver(await context.newPage());
	await other.page.addInitScript(() => Reflect.deleteProperty(globalThis, 'BroadcastChannel'));
	await other.open('icss.policy.1');
	await driver.setPassphrase(PHRASE);
	await other.page.getByLabel('Note', { exact: true }).fill(CANARY);
	await expect(other.lockScreen).toBeVisible();
	expect(await whatIsKept(page)).not.toContain(CANARY);
	await other.unlock(PHRASE);
	await other.waitSaved();
	await expect(other.page.getByLabel('Note', { exact: true })).toHaveValue(CANARY);
	expect(await whatIsKept(page)).not.toContain(CANARY);
});

test(
	'a passphrase that is too short, or typed in two ways, is not set',
	{ tag: CHROMIUM_ONLY },
	async ({ driver, page }) => {
		await driver.start('icss', { label: 'In clear' });
		await driver.visit('/data/');
		await page.getByText('Set a passphrase', { exact: true }).click();
		const [phrase, again] = [page.getByLabel('New passphrase'), page.getByLabel('The same again')];
		const set = page.getByRole('button', { name: 'Set it now' });
		await phrase.fill('eleven char');
		await set.click();
		await expect(page.getByText('Too short: it has 11 characters.')).toBeVisible();
		await expect(phrase).toBeFocused();
		await phrase.fill(PHRASE);
		await again.fill(`${PHRASE}.`);
		await set.click();
		await expect(page.getByText('The two are not the same.')).toBeVisible();
		await again.fill(PHRASE);
		await set.click();
		await expect(page.getByText('Tick that you have understood')).toBeVisible();
		expect(await whatIsKept(page)).toContain('In clear');
	}
);

test(
	'a page that nobody uses is covered, and with a passphrase locked',
	{ tag: CHROMIUM_ONLY },
	async ({ driver, page }) => {
		await page.clock.install();
		await driver.start('icss', { label: CANARY });
		await expect(page.getByLabel('Name', { exact: true })).toHaveValue(CANARY);
		await page.clock.fastForward('09:50');
		await page.mouse.move(10, 10);
		await page.mouse.move(20, 20);
		await page.clock.fastForward('09:50');
		await expect(page.getByRole('button', { name: 'Show again' })).toBeHidden();
		await page.clock.fastForward('00:20');
		await expect(page.getByText('Hidden after 10 minutes without use.')).toBeVisible();
		await expect(page).toHaveTitle('New page');
		await driver.showAgain();
		await expect(page).toHaveTitle('Four standards');
		await expect(page.getByLabel('Name', { exact: true })).toHaveValue(CANARY);

		await driver.setPassphrase(PHRASE);
		await page.getByLabel('After').selectOption({ label: '2 minutes' });
		await page.clock.fastForward('02:10');
		await expect(driver.lockScreen).toBeVisible();
		await driver.unlock(PHRASE);
		await page.getByLabel('After').selectOption({ label: 'Never' });
		await page.clock.fastForward('10:00:00');
		await expect(page.getByRole('heading', { level: 1, name: 'Your answers on this device' })).toBeVisible();
		await expect(driver.lockScreen).toBeHidden();
	}
);

test(
	'a page that nobody uses is locked as soon as what could not be stored is',
	{ tag: CHROMIUM_ONLY },
	async ({ driver, page }) => {
		await page.clock.install();
		await driver.start('icss', { label: CANARY });
		await driver.setPassphrase(PHRASE);
		await page.getByRole('link', { name: 'Child safeguarding self-assessment' }).click();
		await driver.openListed(CANARY);
		await page.getByRole('link', { name: 'Start with the first question' }).click();
		await page.evaluate(() => {
			const { put } = IDBObjectStore.prototype;
			IDBObjectStore.prototype.put = () => {
				throw new DOMException('No space', 'QuotaExceededError');
			};
			Object.assign(globalThis, { restorePut: () => (IDBObjectStore.prototype.put = put) });
		});
		await driver.group('icss.policy.1').getByRole('radio', { name: 'In place', exact: true }).check();
		await expect(page.getByRole('alert').filter({ hasText: 'Not saved.' })).toBeVisible();
		await page.clock.fastForward('10:10');
		await expect(page.getByText('It is not locked: some answers could not be saved')).toBeVisible();
		// a key answers nothing that one does not see
		await page.keyboard.press('3');
		await page.evaluate(() => (globalThis as unknown as { restorePut: () => void }).restorePut());
		await page.clock.fastForward('00:31');
		await expect(driver.lockScreen).toBeVisible();
		await driver.unlock(PHRASE);
		expect(await driver.group('icss.policy.1').getByRole('radio', { checked: true }).count()).toBe(1);
		await expect(
			driver.group('icss.policy.1').getByRole('radio', { name: 'In place', exact: true })
		).toBeChecked();
	}
);

test(
	'whoever comes next to a locked computer can begin without the passphrase, and harms nothing',
	{ tag: CHROMIUM_ONLY },
	async ({ driver, page }) => {
		await driver.start('icss', { label: 'Of somebody else' });
		await driver.setPassphrase(PHRASE);
		const before = await whatIsKept(page);
		await driver.lock();
		await driver.lockScreen.getByRole('button', { name: 'Go on without' }).click();
		await expect(driver.lockScreen).toBeHidden();
		await driver.settled();
		await page.getByRole('link', { name: 'Child safeguarding self-assessment' }).click();
		await page.getByRole('link', { name: driver.text.title }).click();
		await page.getByLabel('Name', { exact: true }).fill(CANARY);
		await expect(page.getByText('Kept only until you close this page.')).toBeVisible();
		const kept = await whatIsKept(page);
		expect(kept).not.toContain(CANARY);
		expect(kept.match(/"data":"[^"]+"/g)).toEqual(before.match(/"data":"[^"]+"/g));
	}
);

test('a page that comes back from the browser’s memory shows nothing once the tab was hidden', async ({
	driver,
	page
}) => {
	await driver.start('icss', { label: CANARY });
	await expect(driver.fileNotice).toBeAttached();
	await page.evaluate(() => {
		// as if “Hide and leave” had been pressed on the page that followed
		sessionStorage.setItem('child-safeguarding:hidden', 'yes');
		dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
	});
	await expect(page.getByText('This tab was hidden with “Hide and leave”.')).toBeVisible();
	await expect(page.getByText(CANARY)).toHaveCount(0);
	await driver.showAgain();
	await expect(page.getByLabel('Name', { exact: true })).toHaveValue(CANARY);
});

test('Shift three times leaves from anywhere, and nothing that one writes or chooses does', async ({
	driver,
	page
}) => {
	await driver.start('icss', { label: CANARY });
	await driver.answer('icss.policy.1', 'in-place');
	const note = page.getByLabel('Note', { exact: true });
	await note.focus();
	const press = async (...keys: string[]): Promise<void> => {
		for (const key of keys) await page.keyboard.press(key);
	};
	await page.keyboard.down('Alt');
	await press('Shift', 'Shift', 'Shift');
	await page.keyboard.up('Alt');
	await press('ShiftLeft', 'ShiftRight', 'ShiftLeft', 'ShiftRight');
	await press('Shift', 'Shift', 'a', 'Shift', 'Shift');
	await note.click({ modifiers: ['Shift'] });
	await note.click({ modifiers: ['Shift'] });
	await note.click({ modifiers: ['Shift'] });
	await expect(note).toHaveValue('a');
	await driver.waitSaved();
	await driver.visit('/data/');
	await page.getByRole('button', { name: 'Erase everything …' }).click();
	await expect(page.getByRole('dialog', { name: 'Erase everything?' })).toBeVisible();
	await driver.leave(async () => {
		await press('Shift', 'Shift', 'Shift');
		await expect(page).toHaveURL(/\/blank\.html$/);
	});
});

test.describe('erasing', () => {
	// the files of the site go too
	test.use({ serviceWorkers: 'allow' });

	for (const network of ['on', 'off'] as const)
		test(
			`everything is erased in two taps, with the network ${network}, also for another tab`,
			{
				tag: network === 'off' ? CHROMIUM_ONLY : []
			},
			async ({ driver, page, context }) => {
				test.slow();
				await writeEverywhere(driver);
				const other = new Driver(await context.newPage());
				await other.visit('/');
				await other.openListed(`${CANARY} label`);
				await driver.setPassphrase(PHRASE);
				await other.unlock(PHRASE);
				await page.bringToFront();
				// the site is on this device as a whole
				await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
				if (network === 'off') await context.setOffline(true);
				await driver.eraseHere();
				await expect(page).toHaveURL(/\/$/);
				await expect(page.getByText('No assessment on this device yet.')).toBeVisible();
				await expect(other.page.getByText('No assessment on this device yet.')).toBeVisible();
				expect(await databases(page)).toEqual([]);
				const kept = await whatIsKept(page);
				expect(kept).not.toContain(CANARY);
				expect(kept).not.toContain('child-safeguarding:');
				expect(await page.evaluate(() => caches.keys())).toEqual([]);
				await context.setOffline(false);
				// and one can begin again at once
				await driver.start('icss', { label: 'Anew' });
				expect(await driver.assessments()).toEqual(['Anew']);
			}
		);
});

test(
	'whoever forgot the passphrase can start anew, and is told what that means',
	{ tag: CHROMIUM_ONLY },
	async ({ driver, page }) => {
		await driver.start('icss', { label: CANARY });
		await driver.setPassphrase(PHRASE);
		await driver.lock();
		await driver.lockScreen.getByText('Passphrase forgotten?').click();
		await driver.lockScreen.getByRole('button', { name: 'Erase everything …' }).click();
		const question = page.getByRole('dialog', { name: 'Erase everything?' });
		await question.getByRole('button', { name: 'Cancel' }).click();
		await expect(driver.lockScreen).toBeVisible();
		await driver.lockScreen.getByRole('button', { name: 'Erase everything …' }).click();
		await driver.confirmErasing();
		await expect(page.getByText('No assessment on this device yet.')).toBeVisible();
		await expect(driver.lockScreen).toBeHidden();
	}
);

test('Hide and leave empties the page before anything else happens', async ({ driver, page }) => {
	await driver.start('icss', { label: CANARY });
	const covered = await driver.leave(async () => {
		const seen = await page.evaluate(() => {
			const link = Array.from(document.querySelectorAll('a')).find(
				({ textContent }) => textContent?.trim() === 'Hide and leave'
			);
			link?.click();
			// still in the same turn: nothing was loaded, no frame was drawn
			return {
				there: document
					.elementsFromPoint(innerWidth / 2, innerHeight / 2)
					.filter((element) => element !== document.documentElement).length,
				shown: getComputedStyle(document.documentElement).display,
				title: document.title.trim()
			};
		});
		await expect(page).toHaveURL(/\/blank\.html$/);
		return seen;
	});
	expect(covered).toEqual({ there: 0, shown: 'none', title: '' });
});

test(
	'what cannot be opened can be saved as it is, and deleted after a question',
	{ tag: CHROMIUM_ONLY },
	async ({ driver, page, browserName }) => {
		await driver.start('icss', { label: 'Good one' });
		await page.evaluate(
			() =>
				new Promise<void>((resolve, reject) => {
					const request = indexedDB.open('child-safeguarding');
					request.onerror = () => reject(request.error as Error);
					request.onsuccess = () => {
						const transaction = request.result.transaction('assessments', 'readwrite');
						transaction.objectStore('assessments').put({ of: 'another time', list: [1, 2] }, 'odd');
						transaction.oncomplete = () => {
							request.result.close();
							resolve();
						};
					};
				})
		);
		await driver.visit('/data/');
		const odd = page.getByRole('region', { name: 'Things that cannot be opened' });
		await expect(odd.getByText('Damaged, or not made by this site.')).toBeVisible();
		if (browserName === 'chromium') {
			const download = page.waitForEvent('download');
			await odd.getByRole('button', { name: 'Save as a file' }).click();
			const file = await download;
			expect(file.suggestedFilename()).toMatch(/^child-safeguarding-unreadable-[\d-]+\.json$/);
			expect(JSON.parse(readFileSync(await file.path(), 'utf8'))).toEqual({
				of: 'another time',
				list: [1, 2]
			});
		}
		await odd.getByRole('button', { name: 'Delete thing 1' }).click();
		await odd.getByRole('button', { name: 'Delete for good' }).click();
		await expect(odd).toBeHidden();
		expect(await whatIsKept(page)).not.toContain('another time');
		expect(await driver.assessments()).toEqual(['Good one']);
	}
);

test(
	'after twenty answers a file is offered, quietly, and not again before tomorrow',
	{ tag: CHROMIUM_ONLY },
	async ({ driver, page }) => {
		await driver.start('icss', { label: 'Many answers' });
		const reminder = page.getByText('20 answers are in no file yet.');
		await page.evaluate(
			(ids) =>
				new Promise<void>((resolve, reject) => {
					const request = indexedDB.open('child-safeguarding');
					request.onerror = () => reject(request.error as Error);
					request.onsuccess = () => {
						const transaction = request.result.transaction('assessments', 'readwrite');
						const rows = transaction.objectStore('assessments');
						const read = rows.getAll();
						read.onsuccess = () => {
							const [assessment] = read.result as { id: string; answers: object }[];
							const answer = { level: 'in-place', changedAt: new Date().toISOString() };
							if (assessment === undefined) return;
							assessment.answers = Object.fromEntries(ids.map((id) => [id, answer]));
							rows.put(assessment, assessment.id);
						};
						transaction.oncomplete = () => {
							request.result.close();
							resolve();
						};
					};
				}),
			driver.indicatorIds.slice(0, 20)
		);
		await driver.visit('/results/');
		await expect(reminder).toBeVisible();
		await driver.visit('/standards/');
		await expect(reminder).toBeVisible();
		// it stands in its place: one can go on writing
		await page.getByLabel('Name', { exact: true }).fill('Still many answers');
		await driver.waitSaved();
		await page.getByRole('button', { name: 'Tomorrow' }).click();
		await expect(reminder).toBeHidden();
		await driver.reload();
		await expect(page.getByText('20 of 36 questions answered')).toBeVisible();
		await expect(reminder).toBeHidden();
	}
);
