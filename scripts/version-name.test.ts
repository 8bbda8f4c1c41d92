import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { nameVersion } from './version-name.mjs';

const SOURCES: Readonly<Record<string, string>> = {
	'package-lock.json': '{}\n',
	'questionnaires/icss/en.json': '{\n\t"title": "é"\n}\n',
	'scripts/vite-binary.ts': 'export {};\n',
	'src/app.html': '<p>\n',
	'static/favicon.svg': '<svg />\n',
	'svelte.config.js': '\n',
	'vite.config.ts': '\n'
};
let root: string;

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'version-name-'));
	for (const [path, text] of Object.entries(SOURCES)) write(path, text);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): void {
	mkdirSync(dirname(join(root, path)), { recursive: true });
	writeFileSync(join(root, path), text);
}

const name = (): string => nameVersion(root, '1.2.3');

it('says the version, and eight characters of what it is built from', () => {
	expect(name()).toMatch(/^1\.2\.3-[0-9a-f]{8}$/);
});

it.each(Object.keys(SOURCES))('changes with %s', (path) => {
	const before = name();
	write(path, `${SOURCES[path]} `);
	expect(name()).not.toBe(before);
});

it('changes when a file comes, or moves', () => {
	const before = name();
	write('src/lib/new.ts', '');
	const added = name();
	rmSync(join(root, 'src/lib/new.ts'));
	write('src/new.ts', '');
	expect(new Set([before, added, name()]).size).toBe(3);
});

it('stays with other line endings, and with what no build reads', () => {
	const before = name();
	for (const [path, text] of Object.entries(SOURCES)) write(path, text.replaceAll('\n', '\r\n'));
	write('src/lib/thing.test.ts', 'test');
	write('questionnaires/README.md', 'read me');
	write('scripts/serve.mjs', 'serve');
	expect(name()).toBe(before);
});
