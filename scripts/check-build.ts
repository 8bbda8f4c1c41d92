// Checks the built files: the policy of every page, what they name, and the bytes of every page.
//   npm run check:build
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isReportAddress } from '#lib/guide/report-hosts.ts';
import config from '../svelte.config.js';
import { readBuiltPage, weighPage, type BuiltPage, type PageBytes } from './built-page.ts';

const BUILD = 'build';
/** The page on which the first question is answered: what a person on a slow line waits for. */
const FIRST_PATH = 'assess/index.html';
const FIRST_PATH_BUDGET = { brotli: 60_000, scriptRaw: 180_000 };
/** Pages one comes to later, with most of their files already there; held so that they do not grow unseen. */
const LATER_BUDGET = { brotli: 82_000, scriptRaw: 245_000 };

const POLICY = [
	"default-src 'none'",
	"connect-src 'none'",
	"form-action 'none'",
	"base-uri 'none'",
	"require-trusted-types-for 'script'"
];

/** Hosts that built files may name. None is ever asked for anything: the policy forbids it. */
const NAMED_HOSTS = [
	'www.w3.org', // names of SVG and XML
	'json-schema.org', // names the language of the schemas
	'svelte.dev' // explains errors of Svelte
];

/** Addresses in parts of jsPDF that are never called. */
const NAMED_BY_JSPDF = [
	'https://cdnjs.cloudflare.com/ajax/libs/pdfobject/2.1.1/pdfobject.min.js',
	'http://jspdf.default.namespaceuri/'
];

/** Heavy parts, each by a property name that survives minifying: no page may load them before they are wanted. */
const HEAVY: Record<string, (path: string, code: string) => boolean> = {
	jspdf: (_path, code) => code.includes('putOnlyUsedFonts'),
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
	...pages.flatMap(policyProblems),
	...pages.flatMap(heavyProblems),
	...[...weights].flatMap(([page, bytes]) => budgetProblems(page, bytes)),
	...[...texts].flatMap(([path, text]) => [...addressProblems(path, text), ...evalProblems(path, text)]),
	...blindProblems(),
	// a page that asked for a new version by itself would break the policy it carries
	...(config.kit?.version?.pollInterval === 0 ? [] : ['svelte.config.js: version.pollInterval must be 0'])
];

printTable();
for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? `${pages.length} pages are in order.` : `${problems.length} problems.`);
process.exitCode = problems.length === 0 ? 0 : 1;

function policyProblems({ path, html }: BuiltPage): string[] {
	const policy = /<meta\s+http-equiv="content-security-policy"\s+content="([^"]*)"/i.exec(html)?.[1] ?? '';
	const directives = policy
		.replaceAll('&#39;', "'")
		.split(';')
		.map((directive) => directive.trim());
	const missing = POLICY.filter((directive) => !directives.includes(directive));
	const script = directives.find((directive) => directive.startsWith('script-src ')) ?? '';
	return [
		...missing.map((directive) => `${path}: the policy lacks ${directive}`),
		...(/'unsafe-(inline|eval)'|https?:|\*/.test(script) ? [`${path}: the policy is lax: ${script}`] : []),
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

function evalProblems(path: string, text: string): string[] {
	if (!path.endsWith('.js')) return [];
	return [...text.matchAll(/\beval\(|\bnew Function\b|[^.\w]Function\(|=Function[,;)]/g)].map(
		({ index }) => `${path}: makes code from text: …${text.slice(index, index + 60)}…`
	);
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
