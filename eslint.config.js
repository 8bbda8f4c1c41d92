import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const CODE = '{js,mjs,ts,svelte}';

/** Ways out of the device and stores that lose answers: an open page may use none of them. */
const BANNED_NAMES = [
	...['fetch', 'XMLHttpRequest', 'WebSocket', 'WebTransport', 'EventSource', 'RTCPeerConnection'].map(
		(name) => ({
			name,
			message: 'Nothing leaves the device.'
		})
	),
	{ name: 'localStorage', message: 'Answers written to localStorage were lost when the browser was killed.' }
];

/** Markup from text would open the door that Trusted Types close. */
const BANNED_PROPERTIES = [
	...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'srcdoc', 'setHTMLUnsafe'].map((property) => ({
		property,
		message: 'Text goes into the page as text.'
	})),
	{ object: 'document', property: 'write', message: 'Text goes into the page as text.' },
	{ object: 'document', property: 'writeln', message: 'Text goes into the page as text.' },
	{
		object: 'document',
		property: 'cookie',
		message: 'What is kept lies in the database, where one can erase it.'
	},
	{ property: 'sendBeacon', message: 'Nothing leaves the device.' },
	...['window', 'globalThis', 'self'].flatMap((object) =>
		BANNED_NAMES.map(({ name, message }) => ({ object, property: name, message }))
	)
];

const BANNED_SYNTAX = [
	{ selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
	{ selector: 'ExportAllDeclaration', message: 'No barrel files: import from the file that has it.' },
	{
		selector: 'SvelteDirective[kind="Binding"][key.name.name=/^(innerHTML|outerHTML)$/]',
		message: 'Text goes into the page as text.'
	}
];

/** The same input must always give the same score and plan: clock and chance come in as arguments. */
const IMPURE_SYNTAX = [
	{
		selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
		message: 'The core has no clock: pass the time in.'
	},
	{
		selector:
			':matches(NewExpression[callee.name="Date"][arguments.length=0], CallExpression[callee.name="Date"])',
		message: 'The core has no clock: pass the time in.'
	},
	{
		selector: 'MemberExpression[object.name="Math"][property.name="random"]',
		message: 'The core has no chance: pass the value in.'
	}
];

export default defineConfig(
	{ ignores: ['build*/', '.svelte-kit/', 'coverage/', 'test-results/', 'bench-results/'] },
	js.configs.recommended,
	...ts.configs.strict,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			// a name that begins with _ is there to be left out of the rest
			'@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
			// an optional field goes by being deleted: exactOptionalPropertyTypes forbids setting it to undefined
			'@typescript-eslint/no-dynamic-delete': 'off',
			// dates are made to be read at once, never kept as state
			'svelte/prefer-svelte-reactivity': 'off',
			// every address comes from src/routes/addresses.ts, which resolves it; the rule does not see that far
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		files: ['src/**/*.ts', 'src/**/*.svelte'],
		languageOptions: {
			parserOptions: {
				parser: ts.parser,
				projectService: true,
				extraFileExtensions: ['.svelte'],
				svelteConfig
			}
		},
		rules: { '@typescript-eslint/no-floating-promises': 'error' }
	},
	{
		files: [`src/**/*.${CODE}`],
		rules: {
			'no-console': 'error',
			'no-restricted-globals': ['error', ...BANNED_NAMES],
			'no-restricted-properties': ['error', ...BANNED_PROPERTIES],
			'no-restricted-syntax': ['error', ...BANNED_SYNTAX],
			'svelte/no-at-html-tags': 'error',
			'svelte/no-inline-styles': ['error', { allowTransitions: false }]
		}
	},
	{
		files: [`src/lib/{questionnaire,assessment,plan,frameworks,guide}/**/*.${CODE}`],
		ignores: ['**/*.test.ts'],
		rules: {
			'no-restricted-globals': [
				'error',
				...BANNED_NAMES,
				'crypto',
				'performance',
				'setTimeout',
				'setInterval'
			],
			'no-restricted-syntax': ['error', ...BANNED_SYNTAX, ...IMPURE_SYNTAX]
		}
	},
	{
		// they stand for modules that have a default export
		files: ['src/**/*.d.ts', 'src/lib/export/empty.ts'],
		rules: { 'no-restricted-syntax': 'off' }
	},
	{
		// components get addresses as props: the page has resolved them
		files: ['src/lib/ui/**'],
		rules: { 'svelte/no-navigation-without-resolve': 'off' }
	},
	{
		// the service worker fills its cache over the network: from its own origin, once per version
		files: ['src/service-worker/**'],
		rules: { 'no-restricted-globals': ['error', ...BANNED_NAMES.filter(({ name }) => name !== 'fetch')] }
	},
	{
		// remembers how a person likes to work, never an answer
		files: ['src/lib/storage/remember.ts'],
		rules: {
			'no-restricted-globals': ['error', ...BANNED_NAMES.filter(({ name }) => name !== 'localStorage')]
		}
	},
	{
		// tries to send, to an address that cannot exist, to show that the browser refuses it
		files: ['src/lib/session/self-test.ts'],
		rules: {
			'no-restricted-globals': ['error', ...BANNED_NAMES.filter(({ name }) => name === 'localStorage')],
			'no-restricted-properties': [
				'error',
				...BANNED_PROPERTIES.filter(({ property }) => property !== 'sendBeacon')
			]
		}
	},
	{
		// plain scripts say their types in comments
		files: ['scripts/**', 'tests/**'],
		rules: { 'no-restricted-syntax': ['error', ...BANNED_SYNTAX] }
	}
);
