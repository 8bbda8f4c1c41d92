/**
 * Rules of a `_headers` file as static hosts read it: a line with a path, in which `*` stands for anything, then
 * indented lines `Name: value` that hold for it.
 * @typedef {{ pattern: RegExp, headers: [name: string, value: string][] }} HeaderRule
 */

/**
 * @param {string} text
 * @returns {HeaderRule[]}
 */
export function parseHeaderRules(text) {
	/** @type {HeaderRule[]} */
	const rules = [];
	for (const line of text.split(/\r?\n/)) {
		if (line.trim() === '' || line.trim().startsWith('#')) continue;
		if (/^\S/.test(line)) {
			const literal = line.trim().replace(/[.+?^${}()|[\]\\]/g, '\\$&');
			rules.push({ pattern: new RegExp(`^${literal.replaceAll('*', '.*')}$`), headers: [] });
		} else {
			const [name = '', ...value] = line.trim().split(':');
			rules.at(-1)?.headers.push([name.trim(), value.join(':').trim()]);
		}
	}
	return rules;
}

/**
 * The headers all matching rules give together; later rules win.
 * @param {HeaderRule[]} rules
 * @param {string} path
 * @returns {Record<string, string>}
 */
export function headersFor(rules, path) {
	return Object.fromEntries(
		rules.filter(({ pattern }) => pattern.test(path)).flatMap(({ headers }) => headers)
	);
}
