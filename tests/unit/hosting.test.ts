import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { headersFor, parseHeaderRules } from '../../scripts/header-rules.mjs';

// The headers stand in static/_headers, and once more for hosts that do not read that file.

const rules = parseHeaderRules(readFileSync('static/_headers', 'utf8'));
const nginx = readFileSync('scripts/hosting/nginx.conf', 'utf8');
const apache = readFileSync('scripts/hosting/apache.htaccess', 'utf8');

const WORKER = '/service-worker.js';
const PATHS = ['/', '/about/index.html', '/_app/immutable/chunks/a.js', '/favicon.svg', '/404.html', WORKER];
const WORKER_POLICY = "default-src 'none'; connect-src 'self'";

describe('static/_headers', () => {
	it('gives the service worker a policy of its own where the later rule wins', () => {
		expect(headersFor(rules, WORKER)['Content-Security-Policy']).toBe(WORKER_POLICY);
		expect(headersFor(rules, '/')['Content-Security-Policy']).toBe("frame-ancestors 'none'");
	});

	it('means the same where hosts join what several rules say under one name', () => {
		for (const path of PATHS) {
			const given = rules.filter(({ pattern }) => pattern.test(path)).flatMap(({ headers }) => headers);
			const names = given.map(([name]) => name);
			const repeated = names.filter((name, index) => names.indexOf(name) !== index);
			// policies add up: the worker must pass both, and only its own says where it may connect
			expect({ path, repeated }).toEqual({
				path,
				repeated: path === WORKER ? ['Content-Security-Policy'] : []
			});
		}
		const policies = rules.flatMap(({ headers }) =>
			headers.filter(([name]) => name === 'Content-Security-Policy').map(([, value]) => value)
		);
		expect(policies).toEqual(["frame-ancestors 'none'", WORKER_POLICY]);
	});

	it('keeps to what hosts read: lines of at most 2000 characters', () => {
		const lengths = readFileSync('static/_headers', 'utf8')
			.split('\n')
			.map((line) => line.length);
		expect(Math.max(...lengths)).toBeLessThan(2000);
	});
});

describe.each([
	['nginx.conf', nginx, nginxHeaders],
	['apache.htaccess', apache, apacheHeaders]
])('scripts/hosting/%s', (_file, text, headersOf) => {
	it.each(PATHS)('sends for %s what static/_headers says, and lets nothing else be kept', (path) => {
		expect(headersOf(path)).toEqual({ 'Cache-Control': 'no-cache', ...headersFor(rules, path) });
	});

	it('does not keep for a year that a file is missing', () => {
		expect(text).not.toMatch(/Cache-Control.* always;|always set Cache/);
	});
});

/** What the sample for nginx sends for a path: `add_header` lines, their variables looked up in its maps. */
function nginxHeaders(path: string): Record<string, string> {
	const maps = new Map(
		[...nginx.matchAll(/^map \$uri (\$\w+) \{\n([^}]*)\}/gm)].map(([, name = '', body = '']) => {
			const lines = [...body.matchAll(/^\s*(\S+) "([^"]*)";$/gm)].map(([, key = '', value = '']) => ({
				key,
				value
			}));
			const chosen =
				lines.find(({ key }) => key.startsWith('~') && new RegExp(key.slice(1)).test(path)) ??
				lines.find(({ key }) => key === 'default');
			return [name, chosen?.value ?? ''];
		})
	);
	const added = [...nginx.matchAll(/^\s*add_header (\S+) ("[^"]*"|'[^']*'|\$\w+)( always)?;$/gm)];
	return Object.fromEntries(
		added.map(([, name = '', value = '']) => [name, maps.get(value) ?? value.slice(1, -1)])
	);
}

/** What the sample for Apache sends for a path: later lines win, some hold for one file or one expression. */
function apacheHeaders(path: string): Record<string, string> {
	const sent: Record<string, string> = {};
	let file: string | undefined;
	for (const line of apache.split('\n')) {
		file = /^<Files "([^"]+)">$/.exec(line)?.[1] ?? (line === '</Files>' ? undefined : file);
		const [, name, quoted = '', part] =
			/^\s*Header (?:always )?set (\S+) ("[^"]*"|'[^']*')(?: "expr=%\{REQUEST_URI\} =~ m#([^#]+)#")?$/.exec(
				line
			) ?? [];
		if (name === undefined) continue;
		const holds =
			(file === undefined || path.endsWith(`/${file}`)) && (part === undefined || path.includes(part));
		if (holds) sent[name] = quoted.slice(1, -1);
	}
	return sent;
}
