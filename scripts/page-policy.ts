const NOTHING = /^'none'$/;
const OWN_FILES = /^'self'$/;
const OWN_OR_NAMED_BY_HASH = /^'(self|sha256-[\w+/]+=*)'$/;
/** What shapes the letters of the PDF is WebAssembly, in a file of the site. Code made from text stays forbidden. */
const OWN_OR_WEBASSEMBLY = /^'(self|sha256-[\w+/]+=*|wasm-unsafe-eval)'$/;

/**
 * What each directive of a page may name. A directive that is missing here may only say 'none': objects, frames,
 * workers from elsewhere, media and what is fetched beforehand all fall back to `default-src 'none'`.
 */
const ALLOWED: Readonly<Record<string, RegExp>> = {
	'script-src': OWN_OR_WEBASSEMBLY,
	'style-src': OWN_OR_NAMED_BY_HASH,
	// one style attribute, of the element with which Kit announces a page
	'style-src-attr': /^'(unsafe-hashes|sha256-[\w+/]+=*)'$/,
	'img-src': /^('self'|data:|blob:)$/,
	'font-src': OWN_FILES,
	'manifest-src': OWN_FILES,
	'worker-src': OWN_FILES,
	'require-trusted-types-for': /^'script'$/,
	// Svelte's own, for markup that was made when the site was built, and the one for the address of the service worker
	'trusted-types': /^(svelte-trusted-html|own-worker)$/
};

/** Directives without which a page would be open. Of these the last two do not fall back to `default-src`. */
const REQUIRED = ['default-src', 'connect-src', 'require-trusted-types-for', 'form-action', 'base-uri'];

/**
 * What is wrong with the content security policy of a page, in words; empty when it allows nothing but the page's
 * own files, and images that the page makes itself.
 * @param html of a whole page
 */
export function policyProblems(html: string): string[] {
	const policies = [...html.matchAll(/<meta\s+http-equiv="content-security-policy"\s+content="([^"]*)"/gi)];
	const [first] = policies;
	if (first === undefined) return ['has no policy'];
	const directives = (first[1] ?? '')
		.replaceAll('&#39;', "'")
		.split(';')
		.map((directive) => directive.trim().split(/\s+/))
		.filter(([name]) => name !== '');
	const names = directives.map(([name = '']) => name);
	const required = [...REQUIRED, ...(names.includes('script-src') ? ['trusted-types'] : [])];
	return [
		...(policies.length > 1 ? ['has two policies: say it in one'] : []),
		// a policy holds for what comes after it
		...(/<script|<link[^>]+rel="?(modulepreload|stylesheet)/.test(html.slice(0, first.index))
			? ['loads something before its policy']
			: []),
		...required.filter((name) => !names.includes(name)).map((name) => `the policy lacks ${name}`),
		...names
			.filter((name, index) => names.indexOf(name) !== index)
			.map((name) => `the policy says ${name} twice: browsers take the first`),
		...directives.flatMap(([name = '', ...sources]) =>
			sources
				.filter((source) => !NOTHING.test(source) && !ALLOWED[name]?.test(source))
				.map((source) => `the policy is lax: ${name} ${source}`)
		),
		...directives
			.filter(([, ...sources]) => sources.length === 0)
			.map(([name]) => `the policy says nothing after ${name}`)
	];
}
