// What a host sends is checked before it counts: some answer a missing file with a page, some are half-way through
// bringing a new version, and a network may put a page of its own in the way.

/** A part of an answer over the network. */
export type Arrival = Pick<Response, 'ok' | 'status' | 'redirected' | 'url'> & { type: string };

/** A path that ends like this is a page. */
const PAGE = /(\/|\.html)$/;
const NOT_FOUND = /\/404\.html$/;

/** Whether an answer has the kind of content that its path promises, so that no page passes for a script. */
export function hasRightType(path: string, type: string): boolean {
	if (PAGE.test(path)) return /^text\/html\b/.test(type);
	if (path.endsWith('.js')) return /javascript/.test(type);
	if (path.endsWith('.css')) return /^text\/css\b/.test(type);
	return !/^text\/html\b/.test(type);
}

/** Whether an answer may be what was asked for, by everything but its content. */
export function isAnswerTo(path: string, { ok, status, redirected, url, type }: Arrival): boolean {
	return (
		(ok || (status === 404 && NOT_FOUND.test(path))) &&
		(!redirected || placeOf(new URL(url).pathname) === placeOf(path)) &&
		hasRightType(path, type)
	);
}

/** Many hosts lead `/blank.html` to `/blank`, and some leave out the slash at the end. */
function placeOf(path: string): string {
	return path.replace(/(\/index)?(\.html)?\/?$/, '');
}

/**
 * Whether a page is whole and belongs to this version.
 * @param html its text
 * @param isOfSite true for a page of the site, which names its code; false for one that stands alone
 * @param build paths of this version's code, from `_app` on
 */
export function isPageOf(html: string, isOfSite: boolean, build: ReadonlySet<string>): boolean {
	const named = html.match(/_app\/immutable\/[\w./-]+/g) ?? [];
	return html.includes('</html>') && named.length > 0 === isOfSite && named.every((path) => build.has(path));
}
