// The layers as rules: data flows from a questionnaire to a PDF, and nothing flows back. CONTRIBUTING.md has the table.

const SVELTE = 'node_modules/(svelte|@sveltejs)/|^(svelte|@sveltejs|[$]app|[$]env)(/|$)';
const PACKAGES_OF_EXPORT = 'node_modules/(jspdf|fflate|@fontsource|harfbuzzjs|bidi-js|linebreak)/';

/** A layer that reaches nothing but what is listed. */
const only = (layer, allowed, comment) => ({
	name: `${layer}-only`,
	severity: 'error',
	comment,
	from: { path: `^src/lib/${layer}/` },
	to: { pathNot: [`^src/lib/${layer}/`, ...allowed] }
});

/** Folders or packages that a part must not reach. */
const never = (name, from, to, comment) => ({
	name,
	severity: 'error',
	comment,
	from: { path: from },
	to: { path: to }
});

const lib = (...folders) => folders.map((folder) => `^src/lib/${folder}/`);

module.exports = {
	forbidden: [
		only('questionnaire', ['node_modules/zod/'], 'The questionnaire is plain data: zod and nothing else.'),
		only('assessment', ['node_modules/zod/', ...lib('questionnaire')], 'Scoring knows no DOM and no Svelte.'),
		only(
			'plan',
			['node_modules/zod/', ...lib('questionnaire', 'assessment')],
			'Planning knows no DOM and no Svelte.'
		),
		only(
			'frameworks',
			['node_modules/zod/', ...lib('questionnaire', 'assessment')],
			'Reading answers through a framework knows no DOM and no Svelte.'
		),
		only(
			'guide',
			['node_modules/zod/', ...lib('questionnaire')],
			'What explains and helps is plain data too.'
		),
		never(
			'storage-never',
			'^src/lib/storage/',
			[...lib('export', 'i18n', 'session', 'ui'), '^src/routes/', SVELTE],
			'Storage keeps records: it knows the core, idb-keyval and the browser.'
		),
		never(
			'export-never',
			'^src/lib/export/',
			[...lib('storage', 'i18n', 'session', 'ui'), '^src/routes/', SVELTE],
			'Export turns a report into a file: words come in with the report.'
		),
		never(
			'i18n-never',
			'^src/lib/i18n/',
			[...lib('storage', 'export', 'session', 'ui'), '^src/routes/'],
			'Languages know the core, and nothing of who uses them.'
		),
		never(
			'session-never',
			'^src/lib/session/',
			[...lib('ui'), '^src/routes/'],
			'The session joins core and edges; the screen is above it.'
		),
		never(
			'ui-never',
			'^src/lib/ui/',
			[...lib('storage', 'export', 'session'), '^src/routes/'],
			'Components get values as props and give events back.'
		),
		never(
			'routes-never',
			'^src/routes/',
			lib('storage', 'export'),
			'Pages reach storage and export through the session.'
		),
		never(
			'service-worker-alone',
			'^src/service-worker',
			'^src/lib/',
			'The service worker must not change with the pages.'
		),
		{
			...never(
				'idb-keyval-in-storage',
				'^src/',
				'node_modules/idb-keyval/',
				'One place writes to the device.'
			),
			from: { path: '^src/', pathNot: '^src/lib/storage/' }
		},
		{
			...never(
				'document-packages-in-export',
				'^src/',
				PACKAGES_OF_EXPORT,
				'They load only when a file is made.'
			),
			from: { path: '^src/', pathNot: '^src/lib/export/' }
		},
		never(
			'zod-mini',
			'^src/',
			'node_modules/zod/(?!mini/|v4/(mini|core|locales)/)',
			'zod/mini in shipped code: the full package is three times as heavy.'
		),
		{
			name: 'no-circular',
			severity: 'error',
			comment: 'Two files that need each other are one file, or miss a third.',
			from: {},
			to: { circular: true }
		},
		{
			name: 'resolvable',
			severity: 'error',
			comment: 'An import that leads nowhere hides from every other rule.',
			from: {},
			// Kit makes these while building; the last is made from a file (scripts/vite-binary.ts)
			to: {
				couldNotResolve: true,
				pathNot: '^[$](app|env|service-worker)(/|$)|/[$]types([.]js)?$|[.]wasm[?]gz64$'
			}
		}
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		// tests may reach into other layers
		exclude: { path: '[.]test[.]ts$' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: {
			extensions: ['.ts', '.svelte', '.js', '.json', '.d.ts'],
			exportsFields: ['exports'],
			conditionNames: ['import', 'svelte', 'default', 'types']
		}
	}
};
