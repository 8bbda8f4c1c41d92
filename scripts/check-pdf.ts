// npm run check:pdf -- file.pdf …
// Checks tagged PDF files; without a name a paper in each language of the samples, which it makes first. Exit 0 when all
// is good, 1 when something must be mended.
import { readFileSync, statSync } from 'node:fs';
import { loadThroughVite } from './load-through-vite.ts';
import { checkFiles, type NamedPdf } from './pdf-check/check-files.ts';

const output = { print: (line: string) => console.log(line), warn: (line: string) => console.error(line) };

async function check(files: AsyncIterable<NamedPdf> | Iterable<NamedPdf>): Promise<void> {
	if (!(await checkFiles(files, output))) process.exitCode = 1;
}

function* named(names: readonly string[]): Generator<NamedPdf> {
	for (const name of names) {
		if (statSync(name, { throwIfNoEntry: false })?.isFile()) yield { name, bytes: readFileSync(name) };
		else {
			output.warn(`${name}: There is no such file. Correct its name.`);
			process.exitCode = 1;
		}
	}
}

const names = process.argv.slice(2);
if (names.length > 0) await check(named(names));
else
	await loadThroughVite<typeof import('./sample-papers.ts')>(
		'/scripts/sample-papers.ts',
		({ samplePapers }) => check(samplePapers())
	);
