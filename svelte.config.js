import adapter from '@sveltejs/adapter-static';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { nameVersion } from './scripts/version-name.mjs';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

// Kit sends the policy in dev too, where 'none' would cut off hot module replacement
const isDev = process.argv.includes('dev');

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: {
		runes: ({ filename }) => (filename.split(/[/\\]/).includes('node_modules') ? undefined : true)
	},
	kit: {
		// '404.html', never 'index.html': that would overwrite the prerendered start page
		adapter: adapter({ fallback: '404.html', precompress: false, strict: true }),
		paths: { relative: true },
		// fragments name a place in a questionnaire, not an element of the page
		prerender: { handleMissingId: 'ignore' },
		// the default name is Date.now(): two builds of one source would differ
		version: {
			name: process.env['BUILD_ID'] ?? nameVersion(fileURLToPath(new URL('.', import.meta.url)), version),
			pollInterval: 0
		},
		// src/lib/session/offline.svelte.ts does, once the page has all it needs
		serviceWorker: { register: false },
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				// WebAssembly shapes the letters of the PDF; its code comes with the site
				'script-src': ['self', 'wasm-unsafe-eval'],
				'style-src': ['self'],
				// the hash is that of the style attribute of Kit's route announcer
				'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
				'img-src': ['self', 'data:', 'blob:'],
				'font-src': ['self'],
				'connect-src': isDev ? ['self', 'ws:'] : ['none'],
				'manifest-src': ['self'],
				'worker-src': ['self'],
				'form-action': ['none'],
				'base-uri': ['none'],
				'require-trusted-types-for': ['script'],
				'trusted-types': ['svelte-trusted-html', 'own-worker']
			}
		}
	}
};
