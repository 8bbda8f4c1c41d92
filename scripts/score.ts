// npm run --silent score -- <questionnaire.json> <assessment.json> [--date YYYY-MM-DD]
// Scores an assessment without a browser: one JSON document, or sentences on stderr and exit 1.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { isCalendarDate, type CalendarDate } from '#lib/assessment/calendar-date.ts';
import { parseAssessment } from '#lib/assessment/parse.ts';
import type { AssessmentFile } from '#lib/assessment/schema.ts';
import { completeAssessment } from '#lib/assessment/start.ts';
import { parseQuestionnaire, parseQuestionnaireText } from '#lib/questionnaire/parse.ts';
import { readJson } from '#lib/questionnaire/read-json.ts';
import type { Result } from '#lib/questionnaire/result.ts';
import { describeScore } from './describe-score.ts';

const USAGE =
	'Name a questionnaire and an assessment: npm run --silent score -- <questionnaire.json> <assessment.json> [--date YYYY-MM-DD]';

function refuse(message: string, path = ''): Result<never> {
	return { ok: false, problems: [{ path, message }] };
}

function readText(file: string): Result<string> {
	try {
		return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)) };
	} catch {
		return refuse('This file cannot be read. Check its name, and that it is a text file in UTF-8.');
	}
}

/** Reads and checks one file; every problem names the file. */
function load<Value>(file: string, parse: (raw: unknown) => Result<Value>): Result<Value> {
	const source = readText(file);
	const document = source.ok ? readJson(source.value) : source;
	const result = document.ok ? parse(document.value.value) : document;
	if (result.ok) return result;
	const problems = result.problems.map(({ path, message }) => ({
		path: path === '' ? file : `${file}, ${path}`,
		message
	}));
	return { ok: false, problems };
}

/** The English texts beside a questionnaire; without them the first language there is. */
function findTextFile(questionnaireFile: string): string {
	const folder = dirname(questionnaireFile);
	const english = join(folder, 'en.json');
	if (existsSync(english)) return english;
	const languages = readdirSync(folder).filter((name) => /^[a-z]{2,3}(-[A-Za-z]+)?\.json$/.test(name));
	const first = languages.sort()[0];
	return first === undefined ? english : join(folder, first);
}

/** The day due dates are counted from when the assessment names none: as told, else its last change, else today. */
function dayOf({ changedAt = '' }: AssessmentFile, told: string | undefined): CalendarDate {
	const changed = changedAt.slice(0, 10);
	return told ?? (isCalendarDate(changed) ? changed : new Date().toISOString().slice(0, 10));
}

function readArguments(): { files: string[]; date?: string | undefined } {
	try {
		const { values, positionals } = parseArgs({
			options: { date: { type: 'string' } },
			allowPositionals: true
		});
		return { files: positionals, date: values.date };
	} catch {
		return { files: [] };
	}
}

function scoreFiles(): Result<unknown> {
	const { files, date } = readArguments();
	const [questionnaireFile, assessmentFile] = files;
	if (files.length !== 2 || questionnaireFile === undefined || assessmentFile === undefined)
		return refuse(USAGE);
	if (date !== undefined && !isCalendarDate(date))
		return refuse(`"${date}" is no day of the calendar. Write it as in 2026-03-31.`, '--date');

	const questionnaire = load(questionnaireFile, parseQuestionnaire);
	if (!questionnaire.ok) return questionnaire;
	const text = load(findTextFile(questionnaireFile), (raw) =>
		parseQuestionnaireText(raw, questionnaire.value)
	);
	if (!text.ok) return text;
	const file = load(assessmentFile, parseAssessment);
	if (!file.ok) return file;

	const answered = file.value.questionnaire.id;
	if (answered !== questionnaire.value.id)
		return refuse(
			`This assessment answers the questionnaire "${answered}", not "${questionnaire.value.id}". Name the questionnaire it answers.`,
			assessmentFile
		);
	const today = dayOf(file.value, date);
	const assessment = completeAssessment(file.value, { id: 'file', now: '', today });
	return { ok: true, value: describeScore(questionnaire.value, text.value, assessment) };
}

const result = scoreFiles();
if (result.ok) {
	process.stdout.write(`${JSON.stringify(result.value, null, 2)}\n`);
} else {
	for (const { path, message } of result.problems)
		process.stderr.write(path === '' ? `${message}\n` : `${path}: ${message}\n`);
	process.exitCode = 1;
}
