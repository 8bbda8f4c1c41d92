import { describe, expect, it } from 'vitest';
import { hasRightType, isAnswerTo, isPageOf, type Arrival } from './arrival.ts';

const HTML = 'text/html; charset=utf-8';
const SCRIPT = 'text/javascript';

describe('the type of what came', () => {
	it.each([
		['/', HTML, true],
		['/about/', HTML, true],
		['/404.html', HTML, true],
		['/about/', 'application/json', false],
		['/_app/a.js', SCRIPT, true],
		['/_app/a.js', 'application/javascript; charset=utf-8', true],
		['/_app/a.js', HTML, false],
		['/_app/a.js', '', false],
		['/_app/a.css', 'text/css', true],
		['/_app/a.css', HTML, false],
		['/favicon.svg', 'image/svg+xml', true],
		// few hosts know the type of this one
		['/manifest.webmanifest', 'application/octet-stream', true],
		['/manifest.webmanifest', HTML, false]
	])('%s as %s: %s', (path, type, isRight) => {
		expect(hasRightType(path, type)).toBe(isRight);
	});
});

describe('an answer', () => {
	const answer = (path: string, change: Partial<Arrival> = {}): boolean =>
		isAnswerTo(path, {
			ok: true,
			status: 200,
			redirected: false,
			url: `https://example.org${path}`,
			type: path.endsWith('.js') ? SCRIPT : HTML,
			...change
		});

	it('counts when the host had the file', () => {
		expect(answer('/about/')).toBe(true);
		expect(answer('/about/', { ok: false, status: 404 })).toBe(false);
		expect(answer('/_app/a.js', { ok: false, status: 500 })).toBe(false);
	});

	it('is the page for missing ones even where it says so itself', () => {
		expect(answer('/404.html', { ok: false, status: 404 })).toBe(true);
		expect(answer('/404.html', { ok: false, status: 500 })).toBe(false);
	});

	it.each([
		['/blank.html', '/blank', true],
		['/about/', '/about', true],
		['/about/', '/about/index.html', true],
		['/about/', '/', false],
		['/about/', '/login/', false],
		['/_app/a.js', '/_app/b.js', false]
	])('that was led from %s to %s: %s', (path, place, isRight) => {
		expect(answer(path, { redirected: true, url: `https://example.org${place}` })).toBe(isRight);
	});
});

describe('a page', () => {
	const code = new Set(['_app/immutable/entry/start.A.js', '_app/immutable/chunks/b-_1.js']);
	const page = (...names: string[]): string =>
		`<html>${names.map((name) => `<link href="./_app/immutable/${name}" rel="modulepreload">`).join('')}</html>\n`;

	it('names code of this version alone', () => {
		expect(isPageOf(page('entry/start.A.js', 'chunks/b-_1.js'), true, code)).toBe(true);
		expect(isPageOf(page('entry/start.A.js', 'chunks/older.js'), true, code)).toBe(false);
	});

	it('of the site is not one that somebody else put in its place', () => {
		expect(isPageOf(page(), true, code)).toBe(false);
	});

	it('that stands alone is not a page of the site', () => {
		expect(isPageOf(page(), false, code)).toBe(true);
		expect(isPageOf(page('entry/start.A.js'), false, code)).toBe(false);
	});

	it('is whole', () => {
		expect(isPageOf(page('entry/start.A.js').slice(0, -10), true, code)).toBe(false);
	});
});
