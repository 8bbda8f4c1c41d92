import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { CHROMIUM_ARGS, ensureChromium } from '../../scripts/browser.ts';
import type { Figure } from './figure.ts';

/** The last one that runs on Node 20. It stands outside of the lock file: 114 packages for one measurement. */
const PACKAGE = 'lighthouse@12.8.2';
const FOLDER = 'node_modules/.cache/lighthouse';
const PORT = 9333;
const CATEGORIES = ['performance', 'accessibility', 'best-practices'];

type Lighthouse = (
	address: string,
	flags: object
) => Promise<{
	lhr: {
		categories: Record<string, { score: number | null }>;
		audits: Record<string, { numericValue?: number }>;
	};
}>;

/**
 * Lighthouse's mobile scores of pages.
 * @param mayInstall whether to install it where it is missing
 * @returns nothing where it is not installed
 */
export async function measureLighthouse(
	addresses: readonly string[],
	mayInstall: boolean
): Promise<Figure[]> {
	const lighthouse = await loadLighthouse(mayInstall);
	if (lighthouse === undefined) {
		return [
			{
				part: 'Lighthouse, mobile',
				name: 'not measured',
				unit: '',
				note: 'npm run bench -- --lighthouse',
				values: {}
			}
		];
	}
	const browser = await chromium.launch({
		executablePath: ensureChromium(),
		args: [...CHROMIUM_ARGS, `--remote-debugging-port=${PORT}`]
	});
	const figures: Figure[] = [];
	for (const address of addresses) {
		const { lhr } = await lighthouse(address, { port: PORT, onlyCategories: CATEGORIES, logLevel: 'error' });
		const part = `Lighthouse, mobile: ${new URL(address).pathname}`;
		for (const category of CATEGORIES) {
			const score = Math.round((lhr.categories[category]?.score ?? 0) * 100);
			figures.push({ part, name: category, unit: '', limit: 100, atLeast: true, values: { site: score } });
		}
		const shift = lhr.audits['cumulative-layout-shift']?.numericValue ?? NaN;
		figures.push({ part, name: 'layout shift', unit: '', limit: 0, values: { site: shift } });
	}
	await browser.close();
	return figures;
}

async function loadLighthouse(mayInstall: boolean): Promise<Lighthouse | undefined> {
	if (!existsSync(FOLDER) && mayInstall) {
		mkdirSync(FOLDER, { recursive: true });
		const npm = process.env['npm_execpath'];
		const args = ['install', '--prefix', FOLDER, '--no-audit', '--no-fund', '--loglevel=error', PACKAGE];
		if (npm) spawnSync(process.execPath, [npm, ...args], { stdio: 'inherit' });
		else spawnSync('npm', args, { stdio: 'inherit' });
	}
	try {
		const entry = createRequire(resolve(FOLDER, 'package.json')).resolve('lighthouse');
		return ((await import(pathToFileURL(entry).href)) as { default: Lighthouse }).default;
	} catch {
		return undefined;
	}
}
