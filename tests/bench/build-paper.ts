import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import svelteConfig from '../../svelte.config.js';
import siteConfig from '../../vite.config.ts';

/** The script of the page, which holds the samples: no part of what a paper needs. */
export const PAGE_SCRIPT = 'page.js';
/** The shaper is WebAssembly, which a policy must name. */
const WEBASSEMBLY = 'wasm-unsafe-eval';
/** What a policy writes in quotes. */
const QUOTED = /^(none|self|script|unsafe-hashes|wasm-unsafe-eval|sha256-.+)$/;

/**
 * Builds the page that makes papers as the site is built, but without Kit: the same plugins, aliases and browsers, and
 * the policy of the site's pages.
 * @returns the folder with the page. The caller removes it.
 */
export async function buildPaperPage(): Promise<string> {
	const folder = mkdtempSync(join(tmpdir(), 'bench-paper-'));
	const { plugins = [], resolve = {}, build: { target = false, modulePreload = true } = {} } = siteConfig;
	await build({
		configFile: false,
		logLevel: 'error',
		publicDir: false,
		// Kit is the one that is many plugins, and not there yet
		plugins: plugins.filter((plugin): plugin is Plugin => !!plugin && 'name' in plugin),
		resolve,
		build: {
			outDir: folder,
			target,
			modulePreload,
			rolldownOptions: {
				input: 'tests/bench/paper-page.ts',
				output: { entryFileNames: PAGE_SCRIPT, chunkFileNames: '_app/immutable/chunks/[hash].js' }
			}
		}
	});
	writeFileSync(
		join(folder, 'index.html'),
		`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="${policy()}"><title>Paper</title><link rel="icon" href="data:,"></head><body><script type="module" src="${PAGE_SCRIPT}"></script></body></html>`
	);
	copyFileSync('static/_headers', join(folder, '_headers'));
	return folder;
}

/** The policy of the site's pages. */
function policy(): string {
	const { 'script-src': scripts, ...others } = svelteConfig.kit?.csp?.directives ?? {};
	const directives = { 'script-src': [...new Set([...(scripts ?? []), WEBASSEMBLY])], ...others };
	return Object.entries(directives)
		.map(([name, sources]) => [name, ...[sources].flat().map(quoted)].join(' '))
		.join('; ');
}

function quoted(source: unknown): string {
	return QUOTED.test(String(source)) ? `'${String(source)}'` : String(source);
}
