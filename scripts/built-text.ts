/** Ways to send that a script could use, as they stand in minified code. */
const SENDERS =
	/\bnew (XMLHttpRequest|WebSocket|EventSource|RTCPeerConnection|WebTransport)\b|\.sendBeacon\(|\bfetchLater\(|\bfetch\(/g;

/** Code that names such a way and why, by something that stands in it; the policy refuses it all the same. */
const KNOWN_SENDERS: readonly { marker: string; ways: readonly string[] }[] = [
	// Kit asks whether there is a new version after an import has failed
	{ marker: '/_app/version.json', ways: ['fetch('] },
	// parts of jsPDF that are never called
	{ marker: 'putOnlyUsedFonts', ways: ['new XMLHttpRequest'] },
	// the self-test of the page "Check it yourself" tries to send, to an address that cannot exist
	{
		marker: 'self-test.invalid',
		ways: ['fetch(', 'new XMLHttpRequest', 'new WebSocket', 'new EventSource', '.sendBeacon(']
	}
];

/** What only tests and debuggers need. */
const NOT_FOR_PEOPLE =
	/sourceMappingURL|import\.meta\.vitest|@playwright\/test|from ?["'](vitest|fast-check)/;

/**
 * What a built file holds that must not reach people: code made from text, ways to send, traces of tests.
 * @param path inside the build folder
 */
export function codeProblems(path: string, text: string): string[] {
	if (/\.map$|\.(test|spec)\./.test(path)) return [`${path}: is no part of the site`];
	if (!/\.(js|css|html)$/.test(path)) return [];
	const around = (index: number): string => `…${text.slice(index, index + 60).replaceAll('\n', ' ')}…`;
	const trace = NOT_FOR_PEOPLE.exec(text);
	const made = path.endsWith('.css')
		? []
		: [...text.matchAll(/\beval\(|\bnew Function\b|[^.\w]Function\(|=Function[,;)]/g)];
	// the service worker fills its cache from this site, and its own policy holds it to that
	const known =
		path === 'service-worker.js'
			? ['fetch(']
			: KNOWN_SENDERS.filter(({ marker }) => text.includes(marker)).flatMap(({ ways }) => ways);
	const senders = path.endsWith('.js')
		? [...text.matchAll(SENDERS)].filter(([way]) => !known.includes(way))
		: [];
	return [
		...(trace === null ? [] : [`${path}: holds what only tests need: ${around(trace.index)}`]),
		...made.map(({ index }) => `${path}: makes code from text: ${around(index)}`),
		...senders.map(({ index }) => `${path}: could send: ${around(index)}`)
	];
}

/** Links of a page that lead out of the site and are not https, or tell the other site where one comes from. */
export function linkProblems(path: string, html: string): string[] {
	return [...html.matchAll(/<(?:a|area)\b[^>]*>/g)].flatMap(([tag]) => {
		const address = /\bhref="([^"]*)"/.exec(tag)?.[1] ?? '';
		if (!/^([a-z][a-z\d+.-]*:|\/\/)/i.test(address)) return [];
		return [
			...(address.startsWith('https://') ? [] : [`${path}: a link that is not https: ${address}`]),
			...(/\brel="[^"]*\bnoreferrer\b/.test(tag) ? [] : [`${path}: a link without noreferrer: ${address}`])
		];
	});
}
