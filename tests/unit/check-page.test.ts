import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SEND_WAYS } from '#lib/session/self-test.ts';
import config from '../../svelte.config.js';

const page = readFileSync('src/routes/[[lang=locale]]/check/+page.svelte', 'utf8');
const messages = JSON.parse(readFileSync('src/lib/i18n/messages/en.data.json', 'utf8')) as object;

it('says in words what each rule of the policy means', () => {
	const rules = Object.keys(config.kit?.csp?.directives ?? {});
	expect(rules.length).toBeGreaterThan(10);
	for (const rule of rules) {
		expect(page).toContain(`'${rule}': 'check.policy.${rule}'`);
		expect(messages).toHaveProperty([`check.policy.${rule}`]);
	}
});

it('says of WebAssembly, which one rule allows, that it can load and send nothing', () => {
	expect(config.kit?.csp?.directives?.['script-src']).toContain('wasm-unsafe-eval');
	expect(Object.entries(messages)).toContainEqual([
		'check.policy.script-src',
		expect.stringMatching(
			/“wasm-unsafe-eval” .*nothing can be loaded from elsewhere.* it can send nothing\.$/
		)
	]);
});

it('has a name for each way of sending that it tries', () => {
	for (const way of SEND_WAYS) expect(messages).toHaveProperty([`check.way.${way}`]);
});
