import { parseQuestionnaire, parseQuestionnaireText, parseSources } from '#lib/questionnaire/parse.ts';
import { readJson, type JsonDocument } from '#lib/questionnaire/read-json.ts';
import { findReferenceProblems } from '#lib/questionnaire/reference-problems.ts';
import type { Problem, Result } from '#lib/questionnaire/result.ts';
import type { Source } from '#lib/questionnaire/schema.ts';

/** A problem and the file it stands in. */
export interface FileProblem extends Problem {
	/** Path of the file below the checked folder, for example `icss/en.json`. */
	file: string;
	/** Line of the place, or of what surrounds it; none when the whole file is meant. */
	line?: number;
}

/** Files below a folder of questionnaires, by path: `sources.json`, `icss/questionnaire.json`, `icss/en.json` … */
export type QuestionnaireFiles = ReadonlyMap<string, Uint8Array>;

const STRUCTURE = 'questionnaire.json';
/** Every questionnaire has it: readers of a language without texts see English. */
const FALLBACK = 'en.json';

function readDocument(bytes: Uint8Array): Result<JsonDocument> {
	try {
		return readJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch {
		const message = 'The file is not saved as UTF-8. Save it again with the encoding UTF-8.';
		return { ok: false, problems: [{ path: '', message }] };
	}
}

/** The line where a path begins; of a missing entry, the line of what should hold it. */
function lineOf(path: string, lines: ReadonlyMap<string, number>): number | undefined {
	for (let place = path; place !== ''; place = place.slice(0, Math.max(0, place.lastIndexOf('.')))) {
		const line = lines.get(place);
		if (line !== undefined) return line;
	}
	return undefined;
}

/**
 * Checks a whole folder of questionnaires, as the site is built from it.
 * @param files what the folder holds; other files are not looked at
 * @returns every problem; none when the folder is good
 */
export function findFileProblems(files: QuestionnaireFiles): FileProblem[] {
	const found: FileProblem[] = [];
	const say = (file: string, problems: readonly Problem[], lines?: ReadonlyMap<string, number>) => {
		for (const problem of problems) {
			const line = lines && lineOf(problem.path, lines);
			found.push({ file, ...problem, ...(line !== undefined && { line }) });
		}
	};

	/** Reads and checks one file; its problems are noted. */
	function check<Value>(file: string, parse: (raw: unknown) => Result<Value>): Value | undefined {
		const bytes = files.get(file);
		if (bytes === undefined) {
			say(file, [{ path: '', message: 'The file is missing. Add it.' }]);
			return undefined;
		}
		const document = readDocument(bytes);
		if (!document.ok) {
			say(file, document.problems);
			return undefined;
		}
		const { value, lines } = document.value;
		const result = parse(value);
		if (result.ok) return result.value;
		say(file, result.problems, lines);
		return undefined;
	}

	const folders = new Set(
		[...files.keys()].filter((file) => file.includes('/')).map((file) => file.split('/')[0])
	);
	if (folders.size === 0) {
		const message =
			'There is no questionnaire here. Name the folder that holds the folders of questionnaires.';
		return [{ file: '', path: '', message }];
	}
	const sources = check<Source[]>('sources.json', parseSources);
	for (const folder of folders) {
		const questionnaire = check(`${folder}/${STRUCTURE}`, (raw) => {
			const structure = parseQuestionnaire(raw);
			if (!structure.ok) return structure;
			const problems = sources ? findReferenceProblems(structure.value, sources) : [];
			if (structure.value.id !== folder)
				problems.push({
					path: 'id',
					message: `The id is "${structure.value.id}", but the folder is called "${folder}". Make them equal.`
				});
			return problems.length > 0 ? { ok: false, problems } : structure;
		});
		if (questionnaire === undefined) continue; // texts can only be compared with a good structure
		const texts = [...files.keys()].filter(
			(file) => file.startsWith(`${folder}/`) && !file.endsWith(STRUCTURE)
		);
		for (const file of new Set([`${folder}/${FALLBACK}`, ...texts]))
			check(file, (raw) => {
				const text = parseQuestionnaireText(raw, questionnaire);
				if (!text.ok || file === `${folder}/${text.value.language}.json`) return text;
				const message = `The language is "${text.value.language}", so the file must be called "${text.value.language}.json". Correct one of them.`;
				return { ok: false, problems: [{ path: 'language', message }] };
			});
	}
	return found;
}
