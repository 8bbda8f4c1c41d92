import { describe, expect, it } from 'vitest';
import { policyProblems } from './page-policy.ts';

const DIRECTIVES = [
	"default-src 'none'",
	"script-src 'self' 'wasm-unsafe-eval' 'sha256-AbC+/1='",
	"style-src 'self'",
	"img-src 'self' data: blob:",
	"connect-src 'none'",
	"form-action 'none'",
	"base-uri 'none'",
	"require-trusted-types-for 'script'",
	'trusted-types svelte-trusted-html'
];

const page = (directives: readonly string[]): string =>
	`<html><head><meta http-equiv="content-security-policy" content="${directives.join('; ')}"><script src="a.js"></script></head></html>`;
const without = (name: string) => DIRECTIVES.filter((directive) => !directive.startsWith(`${name} `));

describe('the policy of a page', () => {
	it('is in order when it names nothing but own files and own images', () => {
		expect(policyProblems(page(DIRECTIVES))).toEqual([]);
		expect(policyProblems(page([...DIRECTIVES, "object-src 'none'"]))).toEqual([]);
	});

	it.each([
		'default-src',
		'connect-src',
		'form-action',
		'base-uri',
		'require-trusted-types-for',
		'trusted-types'
	])('must say %s', (name) => {
		expect(policyProblems(page(without(name)))).toEqual([`the policy lacks ${name}`]);
	});

	it.each([
		['default-src', "'self'"],
		['connect-src', "'self'"],
		['connect-src', 'https://example.org'],
		['script-src', "'unsafe-inline'"],
		['script-src', "'unsafe-eval'"],
		['script-src', "'strict-dynamic'"],
		['script-src', 'blob:'],
		['style-src', "'unsafe-inline'"],
		['style-src', "'wasm-unsafe-eval'"],
		['worker-src', "'wasm-unsafe-eval'"],
		['img-src', 'https:'],
		['img-src', '*'],
		['font-src', 'https://fonts.example.org'],
		['frame-src', "'self'"],
		['media-src', 'data:'],
		['object-src', 'blob:'],
		['prefetch-src', "'self'"],
		['worker-src', 'blob:'],
		['form-action', "'self'"],
		['base-uri', "'self'"],
		['trusted-types', 'default'],
		['trusted-types', "'allow-duplicates'"],
		['trusted-types', '*'],
		['report-uri', 'https://example.org/reports']
	])('may not say %s %s', (name, source) => {
		expect(policyProblems(page([...without(name), `${name} ${source}`]))).toContain(
			`the policy is lax: ${name} ${source}`
		);
	});

	it('must be there once, say each thing once, and stand before all that is loaded', () => {
		expect(policyProblems('<html></html>')).toEqual(['has no policy']);
		expect(policyProblems(page(DIRECTIVES) + page(DIRECTIVES))).toContain('has two policies: say it in one');
		expect(policyProblems(page(["connect-src 'none'", ...DIRECTIVES]))).toEqual([
			'the policy says connect-src twice: browsers take the first'
		]);
		expect(policyProblems(page([...DIRECTIVES, 'sandbox']))).toEqual([
			'the policy says nothing after sandbox'
		]);
		expect(policyProblems(`<script src="a.js"></script>${page(DIRECTIVES)}`)).toEqual([
			'loads something before its policy'
		]);
	});
});
