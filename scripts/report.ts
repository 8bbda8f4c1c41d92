// npm run report -- <assessment file or folder> -o <plan.pdf or folder> [--lang xx] [--date YYYY-MM-DD] …
// Makes the PDF of the action plan without a browser, byte for byte as the site makes it; --help names all options.
import { today } from '#lib/session/clock.ts';
import siteConfig from '../svelte.config.js';
import { loadThroughVite } from './load-through-vite.ts';
import { runReport, type Maker } from './report-command.ts';

// with an ear for them, a signal waits until a file that is being written has its name
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

process.exitCode = await runReport(process.argv.slice(2), {
	withMaker: (use) => loadThroughVite<Maker>('/scripts/report-maker.ts', use),
	toolVersion: siteConfig.kit?.version?.name ?? '',
	today: today(),
	print: (line) => console.log(line),
	warn: (line) => console.error(line)
});
