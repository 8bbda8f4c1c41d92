import type { Handle } from '@sveltejs/kit';
import { existsSync, readFileSync } from 'node:fs';
import { DEFAULT_LANGUAGE, languageOf } from '#lib/i18n/languages.ts';
import { DEFAULT_QUESTIONNAIRE, QUESTIONNAIRES } from '#lib/session/questionnaires.ts';

// Runs when the pages are made, never on a visitor's device.

/** What the bundler has put where; absent while developing. */
const MANIFEST = '.svelte-kit/output/client/.vite/manifest.json';
const built: Record<string, { file: string; name?: string; imports?: string[] }> = existsSync(MANIFEST)
	? JSON.parse(readFileSync(MANIFEST, 'utf8'))
	: {};
/** What the first question of a questionnaire needs, by the name that `vite.config.ts` gives its file. */
const openingOf = (id: string) => Object.values(built).filter(({ name }) => name === `opening-${id}`);

/** Files with all that they import: Kit does not name a file that another one loads late. */
function withImports(files: readonly string[]): Set<string> {
	const all = new Set(files);
	for (const file of all) {
		const { imports = [] } = Object.values(built).find((each) => each.file === file) ?? {};
		for (const source of imports) if (built[source]) all.add(built[source].file);
	}
	return all;
}

/** What the pages import that are about no questionnaire; the star stands for the language. */
const SITE_PAGES: Readonly<Record<string, readonly string[]>> = {
	about: [
		'sources.json',
		...QUESTIONNAIRES.flatMap((id) => [`${id}/questionnaire.json?version`, `${id}/*.json?title`])
	],
	help: ['help.json', 'help.*.json'],
	glossary: ['glossary.*.json'],
	briefing: ['briefing.json', 'briefing.*.json', 'sources.json?briefing'],
	check: [],
	data: []
};

/** Site pages with messages of another kind than those that explain and help. */
const KINDS: Readonly<Record<string, string>> = { check: 'data', data: 'data' };

/**
 * Sets the language of a page, and names the texts it will import, so that the browser asks for them together with
 * the code instead of one round trip later.
 */
export const handle: Handle = ({ event, resolve }) => {
	const { code, direction } = languageOf(event.params['lang']);
	const route = event.route.id;
	const questionnaire = event.params['questionnaire'] ?? DEFAULT_QUESTIONNAIRE;
	const opening = [code, DEFAULT_LANGUAGE.code]
		.map((language) => `questionnaires/${questionnaire}/${language}.json?opening`)
		.find((source) => source in built);
	const page = route?.split('/').at(-1) ?? '';
	const sitePage = SITE_PAGES[page];
	const kind = sitePage === undefined ? 'pages' : (KINDS[page] ?? 'guide');
	const wanted = [
		// Kit asks for its error page as it starts
		'.svelte-kit/generated/client-optimized/nodes/1.js',
		`src/lib/i18n/messages/${code}.json`,
		...(route?.endsWith('/assess') ? [] : [`src/lib/i18n/messages/${code}.${kind}.json`]),
		...(sitePage === undefined
			? [opening ?? '']
			: sitePage.map((name) => `questionnaires/${name.replace('*', code)}`))
	].flatMap((source) => built[source] ?? []);
	// the start page offers all of them
	const offered = route === '/[[lang=locale]]' ? QUESTIONNAIRES : sitePage ? [] : [questionnaire];
	// the page for addresses that lead nowhere is served at any depth, so it can name no file beforehand
	const named = route === null ? [] : [...offered.flatMap(openingOf), ...wanted];
	const root = '../'.repeat(event.url.pathname.split('/').filter(Boolean).length) || './';
	return resolve(event, {
		transformPageChunk: ({ html }) => {
			const already = [...html.matchAll(/<link href="[^"]*?(_app[^"]+)" rel="modulepreload">/g)].map(
				([, file = '']) => file
			);
			const all = route === null ? [] : withImports([...already, ...named.map(({ file }) => file)]);
			const links = [...all]
				.filter((file) => !already.includes(file))
				.map((file) => `<link href="${root}${file}" rel="modulepreload">`);
			return html
				.replace('<html lang="en" dir="ltr">', `<html lang="${code}" dir="${direction}">`)
				.replace('</head>', `${links.join('')}</head>`);
		}
	});
};
