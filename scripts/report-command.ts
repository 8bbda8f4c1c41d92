import {
	createReadStream,
	existsSync,
	mkdirSync,
	readdirSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { dirname, join } from 'node:path';
import { blob } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { isCalendarDate, type CalendarDate } from '#lib/assessment/calendar-date.ts';
import { LARGEST_FILE } from '#lib/assessment/file-content.ts';
import { LANGUAGES } from '#lib/i18n/languages.ts';
import type { Problem, Result } from '#lib/questionnaire/result.ts';
import type { Paper, PaperOrder } from './report-maker.ts';

/** What makes a paper of a file (`report-maker.ts`). */
export interface Maker {
	makePaper(file: Blob, order: PaperOrder): Promise<Result<Paper>>;
}

/** What the command needs of the world. */
export interface Surroundings {
	/** Lends what makes papers. It takes a while to load: only once there is something to make. */
	withMaker(use: (maker: Maker) => Promise<void>): Promise<void>;
	toolVersion: string;
	/** The day here and now. */
	today: CalendarDate;
	/** Writes a line on stdout. */
	print(line: string): void;
	/** Writes a line on stderr. */
	warn(line: string): void;
}

interface Order extends PaperOrder {
	input: string;
	output: string;
	/** Whether a file that is there may be written over. */
	isForced: boolean;
}

/** A file to read, and the one to write. */
interface Job {
	input: string;
	output: string;
}

const USAGE = `npm run report -- <assessment file or folder> -o <plan.pdf or folder> [options]

Makes the action plan as a PDF from a file that the site saved, as the site makes it. Of a folder, each file that ends
in .json becomes a PDF with .pdf at its end instead. A file that is wrong is named, and the others go on.

  -o, --output       the PDF; for a folder, the folder of the PDFs
  --lang xx          the language of the paper; without it English, or that of a questionnaire in the file
  --date YYYY-MM-DD  the day on the paper; without it today
  --no-annex         without the annex: all answers and their evidence
  --notes            with the notes; they stand in the annex only
  --force            may write over a PDF that is there
  --help             shows this`;

/** Could do harm to a terminal, or turn the order of what it shows. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;
const LONGEST_EXCERPT = 80;

function refuse(message: string, path = ''): Result<never> {
	return { ok: false, problems: [{ path, message }] };
}

/**
 * Makes the papers that the arguments ask for, one after another.
 * @returns the exit code: 1 if any was not made
 */
export async function runReport(args: readonly string[], world: Surroundings): Promise<0 | 1> {
	if (args.includes('--help')) {
		world.print(USAGE);
		return 0;
	}
	const order = readArguments(args, world);
	const jobs = order.ok ? findJobs(order.value) : order;
	if (!order.ok || !jobs.ok) {
		warnOf(jobs, world);
		return 1;
	}
	let isWhole = true;
	await world.withMaker(async (maker) => {
		for (const job of jobs.value) {
			const made = await make(job, order.value, maker, world);
			if (made.ok) world.print(job.output);
			else warnOf(made, world);
			isWhole &&= made.ok;
		}
	});
	return isWhole ? 0 : 1;
}

function readArguments(args: readonly string[], { today, toolVersion }: Surroundings): Result<Order> {
	const parsed = parse(args);
	if (parsed === undefined)
		return refuse('An option is not known, or lacks its value. npm run report -- --help names them all.');
	const { values, positionals } = parsed;
	const [input] = positionals;
	const { output, lang: language, date = today } = values;
	if (input === undefined || positionals.length > 1 || output === undefined)
		return refuse(
			'Name one file or one folder, and with -o what it becomes: npm run report -- mine.safeguarding.json -o plan.pdf'
		);
	if (!isCalendarDate(date))
		return refuse(`"${date}" is no day of the calendar. Write it as in 2026-03-31.`, '--date');
	if (language !== undefined && !LANGUAGES.some(({ code }) => code === language)) {
		const there = LANGUAGES.map(({ code }) => code).join(', ');
		return refuse(
			`The words of the paper are not available in "${language}". Choose one of these, or leave --lang out: ${there}.`,
			'--lang'
		);
	}
	const annex = !values['no-annex'];
	return {
		ok: true,
		value: {
			input,
			output,
			isForced: values.force,
			language,
			today: date,
			options: { annex, notes: annex && values.notes },
			toolVersion
		}
	};
}

/** The arguments by name; undefined when they cannot be told apart. */
function parse(args: readonly string[]) {
	try {
		return parseArgs({
			args: [...args],
			options: {
				output: { type: 'string', short: 'o' },
				lang: { type: 'string' },
				date: { type: 'string' },
				'no-annex': { type: 'boolean', default: false },
				notes: { type: 'boolean', default: false },
				force: { type: 'boolean', default: false }
			},
			allowPositionals: true
		});
	} catch {
		return undefined;
	}
}

/** What becomes what. The folder for the papers of a folder is made, if there is none. */
function findJobs({ input, output }: Order): Result<Job[]> {
	if (!existsSync(input)) return refuse('There is no such file or folder. Correct its name.', input);
	if (!statSync(input).isDirectory())
		return output.endsWith('.pdf')
			? { ok: true, value: [{ input, output }] }
			: refuse('This is to be a PDF. Give it a name that ends in .pdf.', output);
	try {
		const names = readdirSync(input, { withFileTypes: true })
			.filter((entry) => entry.name.endsWith('.json') && !entry.isDirectory())
			.map(({ name }) => name)
			.sort();
		if (names.length === 0)
			return refuse('No file in this folder ends in .json. Name the folder of the assessments.', input);
		mkdirSync(output, { recursive: true });
		const jobs = names.map((name) => ({
			input: join(input, name),
			output: join(output, name.replace(/json$/, 'pdf'))
		}));
		return { ok: true, value: jobs };
	} catch {
		return refuse(`This folder cannot be read, or "${output}" cannot be a folder. Name others.`, input);
	}
}

/** Makes one paper and writes it. Whatever becomes of it, the next one can be made. */
async function make(
	{ input, output }: Job,
	order: Order,
	{ makePaper }: Maker,
	world: Surroundings
): Promise<Result<void>> {
	if (isInTheWay(output, order)) return inTheWay(output);
	const file = await read(input);
	if (file === undefined)
		return refuse('This file cannot be read. Check that it is a file, and that you may read it.', input);
	const made = await makePaper(file, order).catch((error: unknown) =>
		refuse(`The paper cannot be made: ${String(error)}. That is a mistake of the tool; please report it.`)
	);
	if (!made.ok) return { ok: false, problems: made.problems.map((each) => inFile(input, each)) };
	for (const { character, code, texts } of made.value.missing) {
		const text = [...(texts[0] ?? '')].slice(0, LONGEST_EXCERPT).join('');
		warn(`${input}: No font has ${character} (${code}); an empty box stands for it in "${text}".`, world);
	}
	return isInTheWay(output, order) ? inTheWay(output) : write(output, made.value.bytes);
}

function isInTheWay(output: string, { isForced }: Order): boolean {
	return !isForced && existsSync(output);
}

function inTheWay(output: string): Result<never> {
	return refuse('This file is there already. Choose another name, or write over it with --force.', output);
}

/** A file to be read; of one that is too large to be an assessment just enough to see that. */
function read(file: string): Promise<Blob | undefined> {
	return blob(createReadStream(file, { end: LARGEST_FILE })).then(
		(content) => content as Blob,
		() => undefined
	);
}

/** Writes a file whole or not at all. */
function write(file: string, bytes: Uint8Array): Result<void> {
	const unfinished = join(dirname(file), `.report-${process.pid}.part`);
	try {
		writeFileSync(unfinished, bytes);
		renameSync(unfinished, file);
		return { ok: true, value: undefined };
	} catch {
		rmSync(unfinished, { force: true });
		return refuse(
			'This file cannot be written. Check that its folder is there, has room, and that you may write in it.',
			file
		);
	}
}

function inFile(file: string, { path, message }: Problem): Problem {
	return { path: path === '' ? file : `${file}, ${path}`, message };
}

/** Says of what went wrong the first thing, and how much more there is. */
function warnOf(result: Result<unknown>, world: Surroundings): void {
	const [first, ...others] = result.ok ? [] : result.problems;
	if (first === undefined) return;
	const more = others.length === 0 ? '' : ` (1 of ${others.length + 1} to correct)`;
	warn(`${first.path === '' ? '' : `${first.path}: `}${first.message}${more}`, world);
}

function warn(line: string, world: Surroundings): void {
	world.warn(line.replace(UNSEEN, codeOf));
}

function codeOf(character: string): string {
	return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
