// npm run bench -- [--full] [--lighthouse] [--only part]
// Measures the built site beside a plain form (the floor) and SurveyJS (the peer), in the same run on the same
// machine, prints a table and writes it to bench-results/.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Questionnaire, QuestionnaireText } from '#lib/questionnaire/schema.ts';
import { measureAnswering } from './answering.ts';
import { buildLarge } from './build-large.ts';
import { measureCore } from './core.ts';
import { keepsLimit, type Figure, type Target } from './figure.ts';
import { measureFirstAnswer } from './first-answer.ts';
import { measureKeeping } from './keeping.ts';
import { measureKill } from './kill.ts';
import { launchChromium } from './lab.ts';
import { measureLarge } from './large.ts';
import { largeQuestionnaire } from './large-questionnaire.ts';
import { measureLighthouse } from './lighthouse.ts';
import { describeMachine } from './machine.ts';
import { measureOpening } from './opening.ts';
import { measurePaper } from './paper.ts';
import { measurePaperScripts } from './paper-scripts.ts';
import { measureSaving } from './saving.ts';
import { formatTable } from './table.ts';
import { serveFolder, serveRivals, sitePage } from './targets.ts';

const { values: options } = parseArgs({
	options: {
		full: { type: 'boolean', default: false },
		lighthouse: { type: 'boolean', default: false },
		only: { type: 'string' }
	}
});

const icss = {
	questionnaire: read<Questionnaire>('questionnaires/icss/questionnaire.json'),
	text: read<QuestionnaireText>('questionnaires/icss/en.json')
};
const runs = options.full ? 5 : 3;
const site = await serveFolder('build');
const rivals = await serveRivals(icss.questionnaire, icss.text);
const browser = await launchChromium();
const pages = [sitePage(`${site.address}assess/`), ...rivals.pages];

/** Rivals need minutes for questionnaires that large. */
const largeTargets: Target[] = options.full ? ['site', 'floor', 'peer'] : ['site'];

const PARTS: Record<string, () => Figure[] | Promise<Figure[]>> = {
	'first-answer': () => measureFirstAnswer(browser, pages, runs),
	answering: () => measureAnsweringOfEighty(),
	saving: () => measureSaving(browser),
	keeping: () => measureKeeping(browser),
	opening: () => measureOpening(browser, site.address),
	core: measureCore,
	'large-1000': () => measureLarge(browser, 1_000, largeTargets),
	'large-10000': () => measureLarge(browser, 10_000, largeTargets),
	paper: () => measurePaper(browser),
	'paper-scripts': () => measurePaperScripts(browser, runs, options.full),
	kill: () => measureKill(`${site.address}assess/`, options.full ? 100 : 20),
	lighthouse: () => measureLighthouse(sitePages(), options.lighthouse)
};

const figures: Figure[] = [];
const broken: string[] = [];
for (const [name, measure] of Object.entries(PARTS)) {
	if (options.only !== undefined && options.only !== name) continue;
	console.error(`measuring: ${name} …`);
	try {
		figures.push(...(await measure()));
	} catch (error) {
		// one part that cannot be measured must not cost the others
		broken.push(name);
		console.error(error);
	}
}

const machine = describeMachine(`Chromium ${browser.version()}`);
await browser.close();
await Promise.all([site.stop(), rivals.stop()]);

console.log(`\n${formatTable(figures)}\n`);
for (const [name, value] of Object.entries(machine)) console.log(`${name}: ${value}`);
const missed = figures.filter((figure) => keepsLimit(figure) === false);
console.log(
	`\n${missed.length === 0 ? 'No target is missed.' : `Missed: ${missed.map(({ part, name }) => `${part}: ${name}`).join('; ')}`}`
);

if (broken.length > 0) console.log(`Not measured, because something broke: ${broken.join(', ')}`);

mkdirSync('bench-results', { recursive: true });
const time = new Date().toISOString();
const file = join('bench-results', `${time.slice(0, 19).replaceAll(':', '-')}.json`);
writeFileSync(file, JSON.stringify({ time, machine, figures }, undefined, '\t'));
console.log(file);
// what broke may have left a server running
process.exit(broken.length > 0 ? 1 : 0);

/** Eighty questions: one by one in the Step view, forty on a page in the List view; the rivals get the same ones. */
async function measureAnsweringOfEighty(): Promise<Figure[]> {
	const { questionnaire, text } = largeQuestionnaire(80, 'icss');
	const copy = buildLarge(80);
	const served = await serveFolder(join(copy, 'build'));
	const others = await serveRivals(questionnaire, text);
	const measured = [
		...(await measureAnswering(browser, 'Step view', [
			sitePage(`${served.address}assess/`),
			...others.pages
		])),
		...(await measureAnswering(browser, 'List view, 25 on a page', [sitePage(`${served.address}list/`)]))
	];
	await Promise.all([served.stop(), others.stop()]);
	rmSync(copy, { recursive: true, force: true });
	return measured;
}

/** The addresses of all pages of the built site. */
function sitePages(): string[] {
	return readdirSync('build', { recursive: true, encoding: 'utf8' })
		.filter((path) => basename(path) === 'index.html')
		.map((path) => `${site.address}${path.replaceAll('\\', '/').replace(/index\.html$/, '')}`);
}

function read<Content>(path: string): Content {
	return JSON.parse(readFileSync(path, 'utf8')) as Content;
}
