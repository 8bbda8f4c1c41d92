import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { cruise, type IConfiguration, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, expect, it } from 'vitest';

// Seeds one violation of every layer rule into a small house and sees each of them found, and nothing else.

const CLEAN: Record<string, string> = {
	'src/lib/questionnaire/thing.ts': "import * as z from 'zod/mini';\nexport const thing = z.string();",
	'src/lib/assessment/thing.ts': "export { thing } from '#lib/questionnaire/thing.ts';",
	'src/lib/plan/thing.ts': "export { thing } from '#lib/assessment/thing.ts';",
	'src/lib/frameworks/thing.ts': "export { thing } from '#lib/assessment/thing.ts';",
	'src/lib/guide/thing.ts': "export { thing } from '#lib/questionnaire/thing.ts';",
	'src/lib/plan/hen.ts': "export { thing } from '#lib/plan/egg.ts';",
	'src/lib/plan/egg.ts': "export { thing } from '#lib/plan/thing.ts';",
	'src/lib/storage/thing.ts': "import { get } from 'idb-keyval';\nexport const thing = get;",
	'src/lib/export/thing.ts': "import { jsPDF } from 'jspdf';\nexport const thing = jsPDF;",
	'src/lib/i18n/thing.ts': "export { thing } from '#lib/questionnaire/thing.ts';",
	'src/lib/session/thing.svelte.ts':
		"import { thing } from '#lib/storage/thing.ts';\nexport const all = [thing, import('#lib/export/thing.ts')];",
	'src/lib/ui/Thing.svelte':
		'<script lang="ts">import { thing } from \'#lib/plan/thing.ts\';</script>{thing}',
	'src/routes/+page.svelte':
		"<script lang=\"ts\">import { all } from '#lib/session/thing.svelte.ts';\nimport Thing from '#lib/ui/Thing.svelte';</script>{all}<Thing />",
	'src/service-worker.ts': "import { files } from '$service-worker';\nexport const all = files;"
};

const importing = (target: string): string =>
	`import * as other from '${target}';\nexport const seeded = other;`;
const component = (target: string): string =>
	`<script lang="ts">import * as other from '${target}';</script>{other}`;

/** File, its content, and the rule that must name it. */
const SEEDED: [file: string, content: string, rule: string][] = [
	['src/lib/questionnaire/seeded.ts', importing('#lib/assessment/thing.ts'), 'questionnaire-only'],
	['src/lib/assessment/seeded.ts', importing('svelte'), 'assessment-only'],
	['src/lib/plan/seeded.ts', importing('node:fs'), 'plan-only'],
	['src/lib/frameworks/seeded.ts', importing('#lib/plan/thing.ts'), 'frameworks-only'],
	['src/lib/guide/seeded.ts', importing('#lib/assessment/thing.ts'), 'guide-only'],
	['src/lib/storage/seeded.ts', importing('svelte'), 'storage-never'],
	['src/lib/export/seeded.ts', importing('#lib/storage/thing.ts'), 'export-never'],
	['src/lib/i18n/seeded.ts', importing('#lib/storage/thing.ts'), 'i18n-never'],
	['src/lib/session/seeded.ts', importing('#lib/ui/Thing.svelte'), 'session-never'],
	['src/lib/ui/Seeded.svelte', component('#lib/session/thing.svelte.ts'), 'ui-never'],
	['src/routes/seeded/+page.svelte', component('idb-keyval'), 'idb-keyval-in-storage'],
	['src/routes/lazy/+page.ts', "export const seeded = () => import('#lib/export/thing.ts');", 'routes-never'],
	['src/lib/session/paper.ts', "export const seeded = () => import('jspdf');", 'document-packages-in-export'],
	['src/lib/session/checks.ts', importing('zod'), 'zod-mini'],
	['src/service-worker/seeded.ts', importing('#lib/plan/thing.ts'), 'service-worker-alone'],
	['src/lib/plan/lost.ts', importing('#lib/plan/nowhere.ts'), 'resolvable'],
	['src/lib/plan/egg.ts', "export { thing } from '#lib/plan/hen.ts';", 'no-circular']
];

const folder = mkdtempSync(join(tmpdir(), 'layers-'));

beforeAll(() => {
	for (const file of ['package.json', 'tsconfig.json', '.svelte-kit/tsconfig.json']) {
		mkdirSync(dirname(join(folder, file)), { recursive: true });
		cpSync(file, join(folder, file));
	}
	symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
	for (const [file, content] of Object.entries(CLEAN)) write(file, content);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('finds nothing in a house in order, then each seeded violation by its rule', async () => {
	expect(await violations()).toEqual([]);
	for (const [file, content] of SEEDED) write(file, content);
	const found = await violations();
	for (const [file, , rule] of SEEDED) expect(found).toContain(`${rule}: ${file}`);
	const seeded = new Set(SEEDED.map(([file]) => file));
	expect(found.filter((line) => !seeded.has(line.split(': ')[1] ?? ''))).toEqual([]);
}, 60_000);

function write(file: string, content: string): void {
	mkdirSync(dirname(join(folder, file)), { recursive: true });
	writeFileSync(join(folder, file), content);
}

/** `rule: file` of every violation, sorted. */
async function violations(): Promise<string[]> {
	const { options, ...ruleSet } = createRequire(import.meta.url)(
		'../../.dependency-cruiser.cjs'
	) as IConfiguration;
	const { output } = await cruise(['src'], { ...options, ruleSet, validate: true, baseDir: folder });
	const { violations: found } = (output as ICruiseResult).summary;
	return found.map(({ rule, from }) => `${rule.name}: ${from}`).sort();
}
