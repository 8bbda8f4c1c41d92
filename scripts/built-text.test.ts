import { describe, expect, it } from 'vitest';
import { codeProblems, linkProblems } from './built-text.ts';

describe('a built file', () => {
	it.each([
		['a.js', 'eval("1")', 'makes code from text'],
		['a.js', 'var f=new Function("a")', 'makes code from text'],
		['index.html', '<script>eval("1")</script>', 'makes code from text'],
		['a.js', 'fetch("/a")', 'could send'],
		['a.js', 'window.fetch(a)', 'could send'],
		['a.js', 'navigator.sendBeacon("/a")', 'could send'],
		['a.js', 'new WebSocket(a)', 'could send'],
		['a.js', 'new EventSource(a)', 'could send'],
		['a.js', 'new RTCPeerConnection', 'could send'],
		['a.js', 'new XMLHttpRequest', 'could send'],
		['a.js', '"putOnlyUsedFonts";new WebSocket(a)', 'could send'],
		['service-worker.js', 'new WebSocket(a)', 'could send'],
		['a.js', '//# sourceMappingURL=a.js.map', 'only tests need'],
		['a.css', '/*# sourceMappingURL=a.css.map */', 'only tests need'],
		['a.js', 'import{it}from"vitest"', 'only tests need'],
		['a.js.map', '{}', 'no part of the site'],
		['plan.test.js', '', 'no part of the site']
	])('%s may not hold %s', (path, text, problem) => {
		expect(codeProblems(path, text)).toEqual([expect.stringContaining(problem)]);
	});

	it.each([
		['a.js', 'const evaluated=prefetch(1);isFunction(a)'],
		['a.js', '"putOnlyUsedFonts";new XMLHttpRequest'],
		['a.js', '"https://a.self-test.invalid/";new WebSocket(a)'],
		['service-worker.js', 'fetch(event.request)'],
		['a.json', '{"text":"eval(1)"}']
	])('%s may hold %s', (path, text) => {
		expect(codeProblems(path, text)).toEqual([]);
	});
});

describe('a link out of the site', () => {
	it('is https and does not tell where one comes from', () => {
		const page = `
			<a href="../about/">About</a> <a href="#part">Part</a>
			<a target="_blank" href="https://example.org/" rel="noopener noreferrer">Good</a>
			<a href="https://example.org/a" rel="noopener">Tells</a>
			<a href="http://example.org/b" rel="noreferrer">Open</a>
			<a href="mailto:a@example.org" rel="noreferrer">Mail</a>
			<a href="//example.org/c" rel="noreferrer">Either</a>`;
		expect(linkProblems('index.html', page)).toEqual([
			'index.html: a link without noreferrer: https://example.org/a',
			'index.html: a link that is not https: http://example.org/b',
			'index.html: a link that is not https: mailto:a@example.org',
			'index.html: a link that is not https: //example.org/c'
		]);
	});
});
