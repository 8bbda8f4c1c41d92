// Makes the two pictures of the README from the built site: the results page, and the summary page of the PDF.
//   npm run pictures        needs a build, a Chromium, and pdftoppm (poppler-utils) for the page of the PDF
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { Driver } from '../tests/driver.ts';
import { CHROMIUM_ARGS, ensureChromium } from './browser.ts';
import { createStaticServer, listenOnLoopback } from './static-server.mjs';

const FOLDER = 'scripts/pictures';
/** The page of the PDF that a director reads first. */
const SUMMARY_PAGE = '2';

const server = createStaticServer('build', '');
const port = await listenOnLoopback(server, 4400, 50);
const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_ARGS });
const page = await browser.newPage({
	baseURL: `http://127.0.0.1:${port}/`,
	viewport: { width: 1024, height: 900 },
	locale: 'en-GB',
	timezoneId: 'UTC'
});
await page.clock.setFixedTime(new Date('2026-11-21T09:00:00Z'));

const driver = new Driver(page);
await driver.start('icss', { label: 'Example unit (invented)', partners: 'Yes' });
await driver.answerAll('in-place', {
	'icss.policy.4': 'partly-in-place',
	'icss.people.3': 'partly-in-place',
	'icss.people.4': 'unknown',
	'icss.procedures.6': 'not-in-place',
	'icss.procedures.10': 'partly-in-place',
	'icss.accountability.5': 'partly-in-place'
});
mkdirSync(FOLDER, { recursive: true });
await driver.scores();
await page.screenshot({
	path: `${FOLDER}/results.png`,
	clip: { x: 0, y: 0, width: 1024, height: 1180 },
	fullPage: true
});

const paper = join(tmpdir(), 'child-safeguarding-picture.pdf');
writeFileSync(paper, (await driver.pdf()).bytes);
const drawn = spawnSync(
	'pdftoppm',
	['-png', '-r', '80', '-f', SUMMARY_PAGE, '-l', SUMMARY_PAGE, '-singlefile', paper, `${FOLDER}/plan`],
	{ stdio: 'inherit' }
);
if (drawn.status !== 0)
	console.error('The page of the PDF was not drawn: install poppler-utils, which has pdftoppm.');
await browser.close();
server.close();
