import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

// The code that ships has no way of sending. The policy of the pages would refuse it; this looks that nobody tries.

/** Tries to send to an address that cannot exist, to show that the browser refuses. */
const SELF_TEST = 'src/lib/session/self-test.ts';
/** Fills its cache from this site. */
const SERVICE_WORKER = 'src/service-worker';

const shipped = readdirSync('src', { recursive: true, withFileTypes: true })
	.filter((entry) => entry.isFile() && /\.(ts|js|svelte|css|html)$/.test(entry.name))
	.map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
	.filter((path) => !/\.test\.ts$/.test(path))
	.map((path) => ({ path, text: withoutComments(readFileSync(path, 'utf8')) }));

/** Files in which the pattern stands. */
const filesWith = (pattern: RegExp): string[] =>
	shipped.filter(({ text }) => pattern.test(text)).map(({ path }) => path);
const others = (files: readonly string[], allowed: readonly string[]): string[] =>
	files.filter((path) => !allowed.some((start) => path.startsWith(start)));

it('reads the code at all', () => {
	expect(shipped.length).toBeGreaterThan(100);
	expect(filesWith(/\bfetch\(/)).toContain(SELF_TEST);
});

describe('a way of sending stands nowhere but where it must', () => {
	it.each([
		['fetch', /\bfetch\b\s*\(/, [SELF_TEST, SERVICE_WORKER]],
		['XMLHttpRequest', /\bXMLHttpRequest\b/, [SELF_TEST]],
		['sendBeacon', /\bsendBeacon\b/, [SELF_TEST]],
		['WebSocket', /\bWebSocket\b/, [SELF_TEST]],
		['EventSource', /\bEventSource\b/, [SELF_TEST]],
		['WebRTC', /\b(webkit|moz)?RTC(PeerConnection|DataChannel)\b/, []],
		['WebTransport', /\bWebTransport\b/, []],
		['fetchLater', /\bfetchLater\b/, []],
		['a link that reports clicks', /\bping=/, []],
		['loading ahead from elsewhere', /\brel=["'](dns-prefetch|preconnect|prefetch|prerender)\b/, []],
		['a form with an address', /<form[^>]*\baction=|\.action\s*=[^=]/, []],
		['a frame', /<(iframe|frame|object|embed|portal|fencedframe)\b/, []],
		['a page that moves on by itself', /http-equiv=["']refresh/i, []]
	])('%s', (_way, pattern, allowed) => {
		expect(others(filesWith(pattern), allowed)).toEqual([]);
	});
});

describe('nobody is watched, and nothing comes from elsewhere', () => {
	it.each([
		[
			'no analytics',
			/google-?analytics|googletagmanager|\bgtag\b|matomo|piwik|plausible|umami|hotjar|mixpanel|posthog|amplitude|segment\.(com|io)|goatcounter|doubleclick/i
		],
		[
			'no upload of crashes',
			/\bsentry\b|bugsnag|rollbar|raygun|datadog|newrelic|trackjs|report-(uri|to)\b|ReportingObserver/i
		],
		[
			'no font, style or script from elsewhere',
			/@import\s+(url\()?["']?(https?:)?\/\/|url\(\s*["']?(https?:)?\/\//i
		],
		[
			'no host for fonts or scripts',
			/fonts\.(googleapis|gstatic)|typekit|fontawesome|jsdelivr|unpkg|cdnjs|cdn\./i
		],
		['no source at another site', /\bsrc(set)?=["'](https?:)?\/\//i]
	])('%s', (_what, pattern) => {
		expect(filesWith(pattern)).toEqual([]);
	});
});

describe('where the program opens an address, it is one of its own', () => {
	it('window.open is used nowhere', () => {
		expect(filesWith(/\bwindow\.open\b|[^.\w]open\(\s*[`'"]/)).toEqual([]);
	});

	it('an address is set from a list of addresses, never put together from a text', () => {
		const set = shipped.flatMap(({ path, text }) =>
			[
				...text.matchAll(/\blocation\.(?:assign|replace)\(([^)]*)\)|\blocation(?:\.href)?\s*=[^=]([^;\n]*)/g)
			].map(([, called, assigned]) => `${path}: ${(called ?? assigned ?? '').trim()}`)
		);
		expect(set.filter((line) => /[`+?]|\bnote\b|\blabel\b|\banswer/.test(line))).toEqual([]);
		expect(set.length).toBeGreaterThan(0);
	});
});

/** Code alone: a comment may name what the code must not do. */
function withoutComments(text: string): string {
	return text
		.replaceAll(/\/\*[\s\S]*?\*\//g, '')
		.replaceAll(/<!--[\s\S]*?-->/g, '')
		.replaceAll(/(^|[\s;,{(])\/\/[^\n]*/g, '$1');
}
