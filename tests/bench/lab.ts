import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { CHROMIUM_ARGS, ensureChromium } from '../../scripts/browser.ts';

/** A network as CDP emulates it: round trip in ms, throughput in bit/s. */
export interface Network {
	latency: number;
	bitsPerSecond: number;
}

export const SLOW_3G: Network = { latency: 400, bitsPerSecond: 400_000 };
export const FAST_3G: Network = { latency: 150, bitsPerSecond: 1_600_000 };

export interface Conditions {
	network?: Network;
	/** How many times slower than this machine. */
	cpu?: number;
	/** Runs in each page before anything of its own. */
	before?: string;
}

export function launchChromium(): Promise<Browser> {
	return chromium.launch({
		executablePath: ensureChromium(),
		args: [...CHROMIUM_ARGS, '--enable-precise-memory-info']
	});
}

/** Runs something on a page of a fresh profile under the conditions, and closes it. */
export async function withPage<Result>(
	browser: Browser,
	{ network, cpu = 1, before }: Conditions,
	use: (page: Page, cdp: CDPSession) => Promise<Result>
): Promise<Result> {
	const context = await browser.newContext({
		viewport: { width: 412, height: 823 },
		locale: 'en-GB',
		timezoneId: 'UTC'
	});
	try {
		const page = await context.newPage();
		const cdp = await context.newCDPSession(page);
		await cdp.send('Network.enable');
		if (network) {
			const bytes = network.bitsPerSecond / 8;
			await cdp.send('Network.emulateNetworkConditions', {
				offline: false,
				latency: network.latency,
				downloadThroughput: bytes,
				uploadThroughput: bytes
			});
		}
		if (cpu !== 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpu });
		// the compiler of these scripts wraps functions in this helper, which a page does not have
		await context.addInitScript('globalThis.__name = (value) => value;');
		if (before !== undefined) await context.addInitScript(before);
		return await use(page, cdp);
	} finally {
		await context.close();
	}
}
