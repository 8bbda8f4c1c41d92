import { createServer } from 'node:net';
import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, ensureChromium, findFirefox } from './scripts/browser.ts';

// Playwright reads this file again in every worker: the first reading picks the port, the others inherit it
const port = (process.env['JOURNEYS_PORT'] ??= String(await freePort()));
const firefox = findFirefox();

export default defineConfig({
	testDir: 'tests/journeys',
	fullyParallel: true,
	forbidOnly: true,
	workers: 2,
	reporter: 'list',
	// bounds for a slow machine under load, and nothing more: no journey waits for a time
	timeout: 90_000,
	expect: { timeout: 20_000 },
	use: {
		baseURL: `http://127.0.0.1:${port}/`,
		locale: 'en-GB',
		timezoneId: 'UTC',
		actionTimeout: 30_000
	},
	projects: [
		{
			name: 'chromium',
			use: {
				browserName: 'chromium',
				launchOptions: { executablePath: ensureChromium(), args: CHROMIUM_ARGS }
			}
		},
		...(firefox === undefined
			? []
			: [
					{
						name: 'firefox',
						// it reports no downloads when driven from outside, and one axe run is enough
						testIgnore: ['**/paper.spec.ts', '**/accessibility.spec.ts'],
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
