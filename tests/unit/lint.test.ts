import { ESLint } from 'eslint';
import { expect, it } from 'vitest';

// The lint rules that hold a promise: each is shown something it must refuse. The text is linted as if it stood in a
// file that exists, because rules that know types only look at such files.

const CORE = 'src/lib/plan/edit.ts';
const SESSION = 'src/lib/session/clock.ts';
const COMPONENT = 'src/lib/ui/Mark.svelte';

const eslint = new ESLint();

it.each([
	[SESSION, "void fetch('/');", 'no-restricted-globals'],
	[SESSION, "void globalThis.fetch('/');", 'no-restricted-properties'],
	[SESSION, "new XMLHttpRequest().open('GET', '/');", 'no-restricted-globals'],
	[SESSION, "new WebSocket('ws://a');", 'no-restricted-globals'],
	[SESSION, "new EventSource('/');", 'no-restricted-globals'],
	[SESSION, "navigator.sendBeacon('/');", 'no-restricted-properties'],
	[SESSION, "localStorage.setItem('a', 'b');", 'no-restricted-globals'],
	[SESSION, "document.body.innerHTML = '';", 'no-restricted-properties'],
	[SESSION, "document.body.outerHTML = '';", 'no-restricted-properties'],
	[SESSION, "document.body.insertAdjacentHTML('beforeend', '');", 'no-restricted-properties'],
	[SESSION, "document.write('');", 'no-restricted-properties'],
	[SESSION, "console.log('an answer');", 'no-console'],
	[SESSION, 'Promise.resolve();', '@typescript-eslint/no-floating-promises'],
	[SESSION, 'export default 1;', 'no-restricted-syntax'],
	[CORE, 'export const now = Date.now();', 'no-restricted-syntax'],
	[CORE, 'export const now = new Date();', 'no-restricted-syntax'],
	[CORE, 'export const now = Date();', 'no-restricted-syntax'],
	[CORE, 'export const chance = Math.random();', 'no-restricted-syntax'],
	[CORE, 'export const id = crypto.randomUUID();', 'no-restricted-globals'],
	[CORE, "export const kept = localStorage.getItem('a');", 'no-restricted-globals'],
	[COMPONENT, "{@html 'a'}", 'svelte/no-at-html-tags'],
	[COMPONENT, '<p style="color: red">a</p>', 'svelte/no-inline-styles'],
	[COMPONENT, '<p style:color="red">a</p>', 'svelte/no-inline-styles'],
	[
		COMPONENT,
		'<script lang="ts">let text = $state("");</script><p contenteditable bind:innerHTML={text}></p>',
		'no-restricted-syntax'
	]
])(
	'refuses in %s: %s',
	async (filePath, text, rule) => {
		const [result] = await eslint.lintText(`${text}\n`, { filePath });
		expect(result?.messages.map(({ ruleId }) => ruleId)).toContain(rule);
	},
	30_000
);

it('lets the core make a date from a text, and a component be plain', async () => {
	const [core] = await eslint.lintText("export const day = new Date('2026-01-01');\n", { filePath: CORE });
	const [component] = await eslint.lintText('<p class="quiet">a</p>\n', { filePath: COMPONENT });
	expect([core?.messages, component?.messages]).toEqual([[], []]);
}, 30_000);
