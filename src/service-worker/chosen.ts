// What only some people want comes when they open it, or ask for everything: pages and texts in other languages, and
// fonts for other scripts. scripts/vite-chunk-folders.ts gives these texts and fonts their folders.

/**
 * Finds the files that are left out of what every device keeps.
 * @param paths of all files, from the folder of the site on, such as `/about/`
 */
export function findChosen(paths: readonly string[]): ReadonlySet<string> {
	const languages = new Set(
		paths.map((path) => /^\/_app\/immutable\/language\/([^/]+)\//.exec(path)?.[1]).filter(Boolean)
	);
	return new Set(
		paths.filter(
			(path) =>
				/^\/_app\/immutable\/(data\/(?!latin\/)|language\/)/.test(path) || languages.has(path.split('/')[1])
		)
	);
}
