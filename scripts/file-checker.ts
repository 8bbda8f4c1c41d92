import { readJson, type JsonDocument } from '#lib/questionnaire/read-json.ts';
import type { Problem, Result } from '#lib/questionnaire/result.ts';

/** A problem and the file it stands in. */
export interface FileProblem extends Problem {
	/** Path of the file below the checked folder, for example `icss/en.json`. */
	file: string;
	/** Line of the place, or of what surrounds it; none when the whole file is meant. */
	line?: number;
}

/** Files below a folder of questionnaires, by path: `sources.json`, `icss/questionnaire.json`, `icss/en.json` … */
export type QuestionnaireFiles = ReadonlyMap<string, Uint8Array>;

export interface FileChecker {
	/** Everything found so far, in the order in which it was found. */
	readonly found: FileProblem[];
	/** Notes problems of a file, each with its line if the file could be read. */
	say(file: string, problems: readonly Problem[]): void;
	/** Reads and checks one file and notes its problems. Undefined when there are any, or when the file is missing. */
	check<Value>(file: string, parse: (raw: unknown) => Result<Value>): Value | undefined;
}

/** Reads files one by one, and keeps what is wrong with them. */
export function startChecking(files: QuestionnaireFiles): FileChecker {
	const found: FileProblem[] = [];
	const linesOf = new Map<string, ReadonlyMap<string, number>>();

	function say(file: string, problems: readonly Problem[]): void {
		for (const problem of problems) {
			const line = lineOf(problem.path, linesOf.get(file));
			found.push({ file, ...problem, ...(line !== undefined && { line }) });
		}
	}

	function check<Value>(file: string, parse: (raw: unknown) => Result<Value>): Value | undefined {
		const bytes = files.get(file);
		const document = bytes === undefined ? missing : readDocument(bytes);
		if (!document.ok) {
			say(file, document.problems);
			return undefined;
		}
		linesOf.set(file, document.value.lines);
		const result = parse(document.value.value);
		if (result.ok) return result.value;
		say(file, result.problems);
		return undefined;
	}

	return { found, say, check };
}

const missing = { ok: false, problems: [{ path: '', message: 'The file is missing. Add it.' }] } as const;

function readDocument(bytes: Uint8Array): Result<JsonDocument> {
	try {
		return readJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch {
		const message = 'The file is not saved as UTF-8. Save it again with the encoding UTF-8.';
		return { ok: false, problems: [{ path: '', message }] };
	}
}

/** The line where a path begins; of a missing entry, the line of what should hold it. */
function lineOf(path: string, lines: ReadonlyMap<string, number> = new Map()): number | undefined {
	for (let place = path; place !== ''; place = place.slice(0, Math.max(0, place.lastIndexOf('.')))) {
		const line = lines.get(place);
		if (line !== undefined) return line;
	}
	return undefined;
}
