import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

// Rules of the house that no compiler knows. CONTRIBUTING.md gives their reasons.

const AGREED_PACKAGES = [
	'@sveltejs/kit',
	'bidi-js',
	'fflate',
	'harfbuzzjs',
	'idb-keyval',
	'jspdf',
	'linebreak',
	'svelte',
	'zod'
];
/** These files name what they forbid. */
const FORBIDDING = ['tests/unit/house.test.ts', 'tests/unit/lint.test.ts'];
const MESSAGES = 'src/lib/i18n/messages';

interface Source {
	path: string;
	text: string;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
	'dependencies' | 'devDependencies',
	Record<string, string>
>;
const own = sources(['src', 'scripts', 'tests', 'questionnaires', 'static']).filter(
	({ path }) => !FORBIDDING.includes(path)
);
const code = own.filter(({ path }) => /\.(ts|mjs|js|svelte)$/.test(path));

describe('packages', () => {
	it('ships exactly the agreed ones', () => {
		expect(Object.keys(manifest.dependencies).sort()).toEqual(AGREED_PACKAGES);
	});

	it('pins every version', () => {
		const all = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
		expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
	});

	it('gives a reason for each shipped one in CONTRIBUTING.md', () => {
		const text = readFileSync('CONTRIBUTING.md', 'utf8').split('## Runtime dependencies')[1] ?? '';
		const explained = [...text.matchAll(/^\| `([^`]+)` +\| \S.{15,}\|$/gm)].map(([, name]) => name);
		expect(explained.sort()).toEqual(AGREED_PACKAGES);
	});
});

describe('sources', () => {
	it('reads them at all', () => {
		expect(code.length).toBeGreaterThan(40);
	});

	it.each([
		['no unchecked markup', /\{@html/],
		['no unfinished work', /\b(TODO|FIXME|XXX|HACK)\b/],
		[
			'no switched-off lint',
			/eslint-disable|@ts-(ignore|expect-error|nocheck)|svelte-ignore(?!.* -- \w)|prettier-ignore/
		],
		[
			'no test that is left out or alone',
			/\b(it|test|describe)(\.\w+)*\.(only|skip|todo|fixme|fails|skipIf|runIf)\b/
		],
		['no test that is tried again', /\b(retry|retries)\s*:\s*[1-9]|\b(configure|beforeEach).*retries/],
		[
			'no type that would hold a person or an event',
			/\b(class|interface|type|enum)\s+\w*(Case|Incident|Victim|Survivor|Suspect|Perpetrator|Child)\b/
		],
		[
			'no name from another field',
			/\b(class|interface|type|enum)\s+(Survey|User|Tenant|Task|Issue|Assignee)\b/
		]
	])('has %s', (_what, pattern) => {
		expect(findings(code, pattern)).toEqual([]);
	});

	it('lets no browser keep what is chosen or typed in a page, for when it opens the page again', () => {
		const pages = code.filter(({ path }) => path.endsWith('.svelte'));
		const fields = pages.flatMap(({ path, text }) =>
			[...text.matchAll(/<(?:input|select|textarea)\b[^]*?(?:\/>|[^=]>)/g)].map(([field]) => ({
				path,
				field
			}))
		);
		expect(fields.length).toBeGreaterThan(30);
		expect(fields.filter(({ field }) => !/\bautocomplete="/.test(field))).toEqual([]);
	});

	it('names no place on somebody’s machine', () => {
		expect(findings(own, /(^|[\s"'`(=:])(\/(home|Users|work|root|tmp)\/\w|[A-Z]:\\Users\\)/)).toEqual([]);
	});

	it('styles by start and end, so that a page can run from right to left', () => {
		const styles = own
			.filter(({ path }) => /^src\/.*\.(css|svelte)$/.test(path))
			.map(({ path, text }) => ({ path, text: path.endsWith('.css') ? text : styleOf(text) }));
		const physical =
			/(margin|padding|border|inset)-(left|right)\b|border-(top|bottom)-(left|right)-radius|(^|[{;\s])(left|right)\s*:|(text-align|float|clear)\s*:\s*(left|right)\b/;
		expect(styles.filter(({ text }) => text !== '').length).toBeGreaterThan(0);
		expect(findings(styles, physical)).toEqual([]);
	});

	it('lists long files (a report: each wants a reason or a split)', () => {
		const long = own
			.filter(({ path }) => path.startsWith('src/'))
			.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
			.filter(
				({ path, lines }) => lines > (path.endsWith('.svelte') ? 150 : path.endsWith('.ts') ? 200 : Infinity)
			);
		if (long.length > 0) console.info(long.map(({ path, lines }) => `${path}: ${lines} lines`).join('\n'));
		// a suite may be longer than what it tests
		expect(long.every(({ path, lines }) => lines < (path.endsWith('.test.ts') ? 600 : 500))).toBe(true);
	});
});

describe('messages', () => {
	const files = readdirSync(MESSAGES).map((name) => {
		const [, language = '', kind = ''] = /^([a-z]{2,3}(?:-[A-Za-z]+)?)(\..+)?\.json$/.exec(name) ?? [];
		return { name, language, kind, messages: read(name) };
	});

	it('has English for every kind', () => {
		const kinds = [...new Set(files.map(({ kind }) => kind))];
		expect(
			kinds.map((kind) => `en${kind}.json`).filter((name) => !files.some((file) => file.name === name))
		).toEqual([]);
		expect(files.length).toBeGreaterThan(0);
	});

	it.each(files)(
		'$name has the keys and placeholders of English, and the plural forms of its language',
		(file) => {
			const english = read(`en${file.kind}.json`);
			expect(Object.keys(file.messages).sort()).toEqual(Object.keys(english).sort());
			const forms = new Intl.PluralRules(file.language).resolvedOptions().pluralCategories;
			for (const [key, message] of Object.entries(file.messages)) {
				expect({ key, placeholders: placeholders(message) }).toEqual({
					key,
					placeholders: placeholders(english[key] ?? '')
				});
				if (typeof message !== 'string') expect(Object.keys(message).sort()).toEqual([...forms].sort());
			}
		}
	);
});

type Message = string | Record<string, string>;

function read(name: string): Record<string, Message> {
	return JSON.parse(readFileSync(join(MESSAGES, name), 'utf8')) as Record<string, Message>;
}

/** Names in braces; of a plural those of its general form, because "one" may leave the number out. */
function placeholders(message: Message): string[] {
	const text = typeof message === 'string' ? message : (message['other'] ?? '');
	return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))].sort();
}

/** All text files below the folders. */
function sources(folders: string[]): Source[] {
	return folders
		.flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
		.filter((entry) => entry.isFile() && /\.(ts|mjs|js|svelte|css|html|json|md|txt|svg)$/.test(entry.name))
		.map((entry) => join(entry.parentPath, entry.name))
		.map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }));
}

function styleOf(component: string): string {
	return [...component.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, style]) => style).join('\n');
}

/** `path:line text` of every line in which the pattern stands. */
function findings(files: Source[], pattern: RegExp): string[] {
	return files.flatMap(({ path, text }) =>
		text
			.split('\n')
			.map((line, index) => ({ line, place: `${path}:${index + 1}` }))
			.filter(({ line }) => pattern.test(line))
			.map(({ line, place }) => `${place} ${line.trim()}`)
	);
}
