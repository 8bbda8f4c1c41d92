import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import type { Driver } from '../driver.ts';
import { expect, test } from './journey.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Every page, and its title. Two of the addresses are one page with two places, and each place has its title. */
const TITLES = {
	'/': 'Child safeguarding self-assessment',
	'/about/': 'About this tool',
	'/help/': 'Get help or report a concern',
	'/glossary/': 'Glossary',
	'/data/': 'Your answers on this device',
	'/briefing/': 'Briefing for trainers',
	'/profile/': 'About your organisation',
	'/find/': 'Find a question',
	'/standards/': 'Four standards',
	'/assess/#icss.policy.1': 'Policy, question 1 of 6',
	'/assess/#icss.people.3': 'People, question 3 of 8',
	'/list/#people': 'People: all questions',
	'/review/': 'Review all answers',
	'/results/': 'Results',
	'/changes/': 'What changed in the questions',
	'/plan/': 'Action plan',
	'/report/': 'Report',
	'/own/results/': 'No such questionnaire here'
};
/** Pages that show most where a questionnaire has gates, groups, stages or frameworks. */
const OTHERS = [
	'/deployment/standards/',
	'/deployment/assess/#deployment.gov.1',
	'/deployment/readiness/',
	'/deployment/results/',
	'/deployment/frameworks/#un-ip-psea',
	'/peacekeeping/profile/',
	'/peacekeeping/list/#in-mission'
];
const PAGES = [...Object.keys(TITLES), ...OTHERS];

/** A half-done assessment with every kind of answer. */
async function workAWhile(driver: Driver): Promise<void> {
	await driver.start('peacekeeping');
	await driver.facts({ deploys: ['A military contingent'], stage: 'Before departure' });
	await driver.start('deployment');
	await driver.facts({ departure: '2099-05-20', partners: 'No' });
	await driver.answer('deployment.gov.1', 'in-place');
	await driver.answer('deployment.gov.2', 'started');
	await driver.start('icss', { label: 'Northern region' });
	await driver.answer('icss.policy.1', 'partly-in-place', { note: 'Draft of March.' });
	await driver.answer('icss.policy.2', { notApplicable: 'Another office.' });
	await driver.answer('icss.people.3', 'unknown');
	await driver.answer('icss.people.4', 'in-place');
}

/** Opens a page with all that can be unfolded on it. */
async function visitUnfolded(driver: Driver, path: string): Promise<void> {
	await driver.visit(path);
	const folded = driver.page.locator('details:not([open])');
	// what is unfolded may hold more of the kind, and gets it only then
	while ((await folded.count()) > 0)
		await folded.evaluateAll((all) =>
			Promise.all(
				all.map((each) => {
					const unfolded = new Promise((done) => each.addEventListener('toggle', done, { once: true }));
					each.setAttribute('open', '');
					return unfolded;
				})
			)
		);
	await expect(driver.page.getByText(/^Loading .* …$/)).toHaveCount(0);
	// what is far down is not laid out before one comes near, and would have no size to look at
	await driver.page.evaluate(() => {
		for (const element of document.querySelectorAll<HTMLElement>('main *'))
			if (getComputedStyle(element).contentVisibility === 'auto') element.style.contentVisibility = 'visible';
	});
}

/** Width and colours of a page. */
interface Look {
	width: number;
	colorScheme: 'light' | 'dark';
}

/** The colours do not depend on the width, so not every pair is tried. */
const LOOKS: readonly [Look, ...Look[]] = [
	{ width: 360, colorScheme: 'dark' },
	{ width: 1280, colorScheme: 'light' }
];

/** What axe finds on the page as it stands, so wide and in these colours. */
async function findWithAxe(page: Page, { width, colorScheme }: Look): Promise<string[]> {
	await page.emulateMedia({ colorScheme });
	await page.setViewportSize({ width, height: 800 });
	// as high as the page: what sticks to an edge must not seem to cover what one scrolls to
	const height = await page.evaluate(() => document.documentElement.scrollHeight);
	await page.setViewportSize({ width, height: Math.min(height + 200, 16_000) });
	// no page has frames, for which axe would open a page of its own each time
	const { violations } = await new AxeBuilder({ page }).withTags(TAGS).setLegacyMode().analyze();
	return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`);
}

/** Static pages: they know no answers, so they are seen once. */
const WITHOUT_ANSWERS = ['/about/', '/help/', '/glossary/', '/briefing/', '/own/results/'];

/** What is wrong with the page on the narrowest screen: pixels that it is too wide, and targets too low for a finger. */
async function findTooNarrow(page: Page): Promise<{ wide: number; small: string[] }> {
	await page.setViewportSize({ width: 320, height: 700 });
	return page.evaluate(() => {
		const isSeen = (element: Element) => {
			const { width, height } = element.getBoundingClientRect();
			return width > 1 && height > 1;
		};
		const target = (element: Element): { width: number; height: number } =>
			(element.closest('.tick, .choice, .sift, label') ?? element).getBoundingClientRect();
		return {
			wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
			small: Array.from(
				document.querySelectorAll('button, input, select, textarea, summary, a.button, .places a')
			)
				.filter(isSeen)
				.filter((element) => target(element).height < 43.5)
				.map((element) => `${element.tagName} ${element.textContent?.trim() || element.getAttribute('name')}`)
		};
	});
}

// empty pages are seen narrow and light, those half done in turn in the two other looks
for (const [state, pages, looks] of [
	['empty', Object.keys(TITLES), [{ width: 360, colorScheme: 'light' }]],
	['half done', PAGES.filter((path) => !WITHOUT_ANSWERS.includes(path)), LOOKS]
] as const) {
	test(`axe finds nothing on any page, ${state}; none scrolls sideways at 320 px, and what one touches is 44 px`, async ({
		driver,
		page
	}) => {
		test.slow();
		if (state === 'half done') await workAWhile(driver);
		for (const [index, path] of pages.entries()) {
			const look = looks[index % looks.length] ?? looks[0];
			await visitUnfolded(driver, path);
			expect(await findTooNarrow(page), path).toEqual({ wide: 0, small: [] });
			expect(await findWithAxe(page, look), `${path} at ${look.width}, ${look.colorScheme}`).toEqual([]);
		}
	});
}

const PHRASE = 'five small words in a row';

/** What comes over a page or into it only once somebody has done something, and how one comes to see it. */
const STATES: readonly [what: string, come: (driver: Driver) => Promise<Locator>][] = [
	[
		'an answer taken back',
		async (driver) => {
			await driver.open('icss.policy.1');
			await driver.page.getByRole('button', { name: 'Clear answer' }).click();
			return driver.page.getByRole('button', { name: 'Undo' });
		}
	],
	[
		'what the keys do',
		async ({ page }) => {
			await page.keyboard.press('?');
			return page.getByRole('dialog');
		}
	],
	[
		'what is in a file',
		async (driver) => {
			const { bytes } = await driver.saveFile();
			await driver.chooseFile(bytes);
			return driver.foundInFile;
		}
	],
	[
		'a file that is refused',
		async (driver) => {
			await driver.chooseFile('{}');
			return driver.refusal;
		}
	],
	[
		'the question before everything is erased',
		async (driver) => {
			await driver.visit('/data/');
			await driver.page.getByRole('button', { name: 'Erase everything …' }).click();
			return driver.page.getByRole('dialog');
		}
	],
	[
		'a passphrase that is too short',
		async (driver) => {
			await driver.visit('/data/');
			await driver.page.getByText('Set a passphrase', { exact: true }).click();
			await driver.page.getByLabel('New passphrase').fill('eleven char');
			await driver.page.getByRole('button', { name: 'Set it now' }).click();
			return driver.page.getByText('Too short: it has 11 characters.');
		}
	],
	[
		'a wrong passphrase on the lock',
		async (driver) => {
			await driver.setPassphrase(PHRASE);
			await driver.lock();
			await driver.tryPassphrase('another passphrase');
			return driver.lockScreen.getByText('This passphrase does not open it.');
		}
	]
];

test('axe finds nothing in questions, refusals and notices', async ({ driver, page }) => {
	test.slow();
	await driver.start('icss', { label: 'Northern region' });
	await driver.answer('icss.policy.1', 'in-place');
	for (const [index, [what, come]] of STATES.entries()) {
		const look = LOOKS[index % LOOKS.length] ?? LOOKS[0];
		await expect(await come(driver), what).toBeVisible();
		expect(await findWithAxe(page, look), `${what} at ${look.width}, ${look.colorScheme}`).toEqual([]);
	}
});

test('each page has one main heading, a title of its own, and its language', async ({ driver, page }) => {
	expect(new Set(Object.values(TITLES)).size).toBe(Object.keys(TITLES).length);
	for (const [path, title] of Object.entries(TITLES)) {
		await driver.visit(path);
		await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
		await expect(page).toHaveTitle(title);
		await expect(page.locator('html')).toHaveAttribute('lang', 'en');
		await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
		await expect(page.getByRole('main')).toHaveCount(1);
	}
});
