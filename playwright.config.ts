import { createServer } from 'node:net';
import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, ensureHeadlessChromium, findFirefox } from './scripts/browser.ts';

// Playwright reads this file again in every worker: the first reading picks the port, the others inherit it
const port = (process.env['JOURNEYS_PORT'] ??= String(await freePort()));
const firefox = findFirefox();

export default defineConfig({
	testDir: 'tests/journeys',
	fullyParallel: true,
	forbidOnly: true,
	// one more than the processors of a small machine: a journey waits for a disk or a clock about half of its time
	workers: 3,
	reporter: 'list',
	// bounds for a slow machine under load, and nothing more: no journey waits for a time
	timeout: 180_000,
	expect: { timeout: 30_000 },
	use: {
		baseURL: `http://127.0.0.1:${port}/`,
		locale: 'en-GB',
		timezoneId: 'UTC',
		// a worker answers from its cache, past the routes that journeys lay; offline.spec.ts alone lets it in
		serviceWorkers: 'block',
		actionTimeout: 30_000
	},
	projects: [
		{
			name: 'chromium',
			use: {
				browserName: 'chromium',
				launchOptions: { executablePath: ensureHeadlessChromium(), args: CHROMIUM_ARGS }
			}
		},
		...(firefox === undefined
			? []
			: [
					{
						name: 'firefox',
						// what keeps and protects runs in both; what reads the same everywhere once, in Chromium
						testIgnore:
							/(accessibility|canary|deployment|guide|keyboard|paper|peacekeeping|plan|privacy|sending|snapshots)\.spec\.ts$/,
						grepInvert: /@chromium/,
						// an installed Firefox is driven over WebDriver BiDi, which the channel's name chooses
						use: {
							browserName: 'firefox' as const,
							channel: 'moz-firefox',
							launchOptions: { executablePath: firefox }
						}
					}
				])
	],
	webServer: {
		command: `node scripts/serve.mjs build --port ${port} --strict-port`,
		url: `http://127.0.0.1:${port}/`,
		reuseExistingServer: false
	}
});

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
		});
	});
}
