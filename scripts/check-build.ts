// Checks the built files: the policy of every page, what they name, and the bytes of every page.
//   npm run check:build
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isReportAddress } from '#lib/guide/report-hosts.ts';
import { EXTRA_MEGABYTES } from '#lib/session/extra-size.ts';
import { findChosen } from '../src/service-worker/chosen.ts';
import config from '../svelte.config.js';
import { readBuiltPage, weighPage, type BuiltPage, type PageBytes } from './built-page.ts';
import { codeProblems, linkProblems } from './built-text.ts';
import { policyProblems } from './page-policy.ts';

const BUILD = 'build';
/** The page on which the first question is answered: what a person on a slow line waits for. */
const FIRST_PATH = 'assess/index.html';
const FIRST_PATH_BUDGET = { brotli: 60_000, scriptRaw: 180_000 };
/** Pages one comes to later, with most of their files already there; held so that they do not grow unseen. */
const LATER_BUDGET = { brotli: 85_000, scriptRaw: 252_000 };

/** Hosts that built files may name. None is ever asked for anything: the policy forbids it. */
const NAMED_HOSTS = [
	'www.w3.org', // names of SVG and XML
	'json-schema.org', // names the language of the schemas
	'svelte.dev' // explains errors of Svelte
];

/** Names of the words in which a PDF speaks of itself. */
const NAMED_IN_PDF = ['http://purl.org/dc/elements/1.1/', 'http://www.aiim.org/pdfua/ns/id/'];

/** Addresses in parts of jsPDF that are never called. */
const NAMED_BY_JSPDF = [
	'https://cdnjs.cloudflare.com/ajax/libs/pdfobject/2.1.1/pdfobject.min.js',
	'http://jspdf.default.namespaceuri/'
];

/** Heavy parts, each by a property name that survives minifying: no page may load them before they are wanted. */
const HEAVY: Record<string, (path: string, code: string) => boolean> = {
	jspdf: (_path, code) => code.includes('putOnlyUsedFonts'),
	harfbuzz: (_path, code) => code.includes('_hb_shape'),
	zod: (_path, code) => code.includes('_zod'),
	fonts: (path) => path.startsWith('_app/immutable/data/')
};

const files = readdirSync(BUILD, { recursive: true, withFileTypes: true })
	.filter((entry) => entry.isFile())
	.map((entry) =>
		join(entry.parentPath, entry.name)
			.replaceAll('\\', '/')
			.slice(BUILD.length + 1)
	);
const texts = new Map(
	files
		.filter((path) => /\.(html|js|css|svg|json|webmanifest|txt)$/.test(path))
		.map((path) => [path, readFileSync(join(BUILD, path), 'utf8')])
);
const pages = files.filter((path) => path.endsWith('.html')).map((path) => readBuiltPage(BUILD, path));
const weights = new Map(pages.map((page) => [page, weighPage(BUILD, page)]));

const problems = [
	...(pages.length === 0 ? [`${BUILD}: no page. Run "npm run build" first.`] : []),
	...pages.flatMap(({ path, missing }) =>
		missing.map((file) => `${path}: names ${file}, which is not there`)
	),
	...pages.flatMap(({ path, html }) => [
		...policyProblems(html).map((problem) => `${path}: ${problem}`),
		...refusedProblems(path, html),
		...linkProblems(path, html)
	]),
	...pages.flatMap(heavyProblems),
	...[...weights].flatMap(([page, bytes]) => budgetProblems(page, bytes)),
	...[...texts].flatMap(([path, text]) => addressProblems(path, text)),
	...files.flatMap((path) => codeProblems(path, texts.get(path) ?? '')),
	...blindProblems(),
	...extraProblems(),
	// a page that asked for a new version by itself would break the policy it carries
	...(config.kit?.version?.pollInterval === 0 ? [] : ['svelte.config.js: version.pollInterval must be 0'])
];

printTable();
for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? `${pages.length} pages are in order.` : `${problems.length} problems.`);
process.exitCode = problems.length === 0 ? 0 : 1;

/** Markup that the policy of every page refuses, so that it would stay without effect. */
function refusedProblems(path: string, html: string): string[] {
	return [
		...(/<[^>]+\sstyle="/.test(html) ? [`${path}: a style attribute, which the policy refuses`] : []),
		...(/<[^>]+\son[a-z]+="/.test(html) ? [`${path}: an event attribute, which the policy refuses`] : [])
	];
}

function heavyProblems({ path, scripts, lateScripts }: BuiltPage): string[] {
	const loaded = [...scripts, ...lateScripts];
	return Object.entries(HEAVY).flatMap(([name, isPart]) =>
		loaded
			.filter((script) => isPart(script, texts.get(script) ?? ''))
			.map((script) => `${path}: loads ${name} at once (${script})`)
	);
}

/** A marker that nothing in the build has any more would find nothing for ever. */
function blindProblems(): string[] {
	return Object.entries(HEAVY)
		.filter(([, isPart]) => ![...texts].some(([path, text]) => path.endsWith('.js') && isPart(path, text)))
		.map(([name]) => `No built file holds ${name}: mend its marker in scripts/check-build.ts.`);
}

/** What people are told of the size of all that their device does not keep by itself. */
function extraProblems(): string[] {
	const extra = findChosen(files.map((path) => `/${path}`));
	const bytes = [...extra].reduce((sum, path) => sum + readFileSync(join(BUILD, path)).length, 0);
	return bytes > EXTRA_MEGABYTES * 1_000_000
		? [`${bytes} bytes are kept on request, more than the megabytes in src/lib/session/extra-size.ts`]
		: [];
}

function budgetProblems({ path, lateScripts }: BuiltPage, { total, scriptRaw }: PageBytes): string[] {
	const budget = path.endsWith(FIRST_PATH) ? FIRST_PATH_BUDGET : LATER_BUDGET;
	return [
		...(total > budget.brotli ? [`${path}: ${total} bytes, the budget is ${budget.brotli}`] : []),
		...(scriptRaw > budget.scriptRaw
			? [`${path}: ${scriptRaw} bytes of script, the budget is ${budget.scriptRaw}`]
			: []),
		...lateScripts.map(
			(script) => `${path}: ${script} costs a round trip more, because the page does not name it`
		)
	];
}

function addressProblems(path: string, text: string): string[] {
	const known = new Set([
		...addressesIn(readFileSync('questionnaires/sources.json', 'utf8')),
		...reportAddresses(),
		...NAMED_IN_PDF,
		...NAMED_BY_JSPDF
	]);
	return addressesIn(text)
		.filter((address) => !known.has(address) && !NAMED_HOSTS.includes(hostOf(address)))
		.map((address) => `${path}: names ${address}`);
}

/** Where the page "Get help" leads: what `help.json` names, as far as its hosts are on the list of the program. */
function reportAddresses(): string[] {
	return addressesIn(readFileSync('questionnaires/help.json', 'utf8')).filter(isReportAddress);
}

function addressesIn(text: string): string[] {
	return [...text.matchAll(/\b(?:https?|wss?):\/\/[^\s"'`<>\\)]+/g)].map(([address]) => address);
}

function hostOf(address: string): string {
	return /^\w+:\/\/([^/:?#]+)/.exec(address)?.[1] ?? '';
}

function printTable(): void {
	const kB = (bytes: number): string => (bytes / 1000).toFixed(1).padStart(7);
	console.log('kB brotli:   html  script   style   total | script raw | requests | page');
	for (const [{ path }, bytes] of weights) {
		const packed = [bytes.html, bytes.script, bytes.style, bytes.total].map(kB).join(' ');
		console.log(
			`       ${packed} |   ${kB(bytes.scriptRaw)}  | ${String(bytes.requests).padStart(8)} | ${path}`
		);
	}
}
