import {
	findFrameworkSourceProblems,
	findItemReferenceProblems,
	findThemeIndicatorProblems
} from '#lib/frameworks/link-problems.ts';
import { parseFrameworks, parseFrameworksText } from '#lib/frameworks/parse.ts';
import type { Frameworks } from '#lib/frameworks/schema.ts';
import { parseBriefing, parseBriefingText } from '#lib/guide/briefing.ts';
import { findUnexplainedTerms, parseGlossary, type Glossary } from '#lib/guide/glossary.ts';
import { parseHelp, parseHelpText } from '#lib/guide/help.ts';
import { parseQuestionnaire, parseQuestionnaireText, parseSources } from '#lib/questionnaire/parse.ts';
import { findReferenceProblems } from '#lib/questionnaire/reference-problems.ts';
import type { Problem, Result } from '#lib/questionnaire/result.ts';
import type { Questionnaire, Source } from '#lib/questionnaire/schema.ts';
import {
	startChecking,
	type FileChecker,
	type FileProblem,
	type QuestionnaireFiles
} from './file-checker.ts';

const STRUCTURE = 'questionnaire.json';
/** Every file of texts has it: readers of a language without texts see English. */
const FALLBACK = 'en.json';

/** What questionnaires and other files refer to; absent when the file has mistakes, which are noted already. */
interface Known {
	sources: readonly Source[] | undefined;
	frameworks: Frameworks | undefined;
	glossary: Glossary | undefined;
}

/**
 * Checks a whole folder of questionnaires, as the site is built from it. Only `sources.json` and the questionnaires
 * must be there; of what else the site knows (frameworks, glossary, help, briefing) the part that is there is checked.
 * @param files what the folder holds; other files are not looked at
 * @returns every problem; none when the folder is good
 */
export function findFileProblems(files: QuestionnaireFiles): FileProblem[] {
	const checker = startChecking(files);
	const { check, found, say } = checker;
	const folders = new Set(
		[...files.keys()].filter((file) => file.includes('/')).map((file) => file.split('/')[0] ?? '')
	);
	if (folders.size === 0) {
		const message =
			'There is no questionnaire here. Name the folder that holds the folders of questionnaires.';
		return [{ file: '', path: '', message }];
	}

	const sources = check('sources.json', parseSources);
	const frameworks = checkPair(
		files,
		checker,
		'frameworks',
		(raw) =>
			also(parseFrameworks(raw), (value) => (sources ? findFrameworkSourceProblems(value, sources) : [])),
		parseFrameworksText
	);
	const known: Known = {
		sources,
		frameworks: [...files.keys()].some((file) => file.startsWith('frameworks.'))
			? frameworks
			: { frameworks: [], themes: [] },
		glossary: checkGlossaries(files, checker)
	};
	const questionnaires = [...folders].map((folder) => checkQuestionnaire(files, checker, folder, known));
	if (frameworks !== undefined && questionnaires.every((each) => each !== undefined))
		say('frameworks.json', findThemeIndicatorProblems(frameworks, questionnaires));
	checkPair(files, checker, 'help', parseHelp, parseHelpText);
	// without the sources nothing can be said about figures
	if (sources) checkPair(files, checker, 'briefing', (raw) => parseBriefing(raw, sources), parseBriefingText);
	return found;
}

/** The result, or what a second look at its value finds. */
function also<Value>(result: Result<Value>, findProblems: (value: Value) => Problem[]): Result<Value> {
	const problems = result.ok ? findProblems(result.value) : [];
	return problems.length > 0 ? { ok: false, problems } : result;
}

/** The texts, or the problem that their file is named after another language. */
function named<Text extends { language: string }>(result: Result<Text>, name: string): Result<Text> {
	return also(result, ({ language }) => {
		const right = name.replace(/[^.]+\.json$/, `${language}.json`);
		const message = `The language is "${language}", so the file must be called "${right}". Correct one of them.`;
		return name === right ? [] : [{ path: 'language', message }];
	});
}

/** Files of texts such as `help.en.json`, the fallback always among them when there is any. */
function textFiles(files: QuestionnaireFiles, name: string): string[] {
	const isOne = new RegExp(`^${name}\\.[^./]+\\.json$`);
	const found = [...files.keys()].filter((file) => isOne.test(file));
	return [...new Set([`${name}.${FALLBACK}`, ...found])];
}

/** Checks a structure such as `help.json` and its texts, where the folder has any of them. */
function checkPair<Structure>(
	files: QuestionnaireFiles,
	{ check }: FileChecker,
	name: string,
	parse: (raw: unknown) => Result<Structure>,
	parseText: (raw: unknown, structure: Structure) => Result<{ language: string }>
): Structure | undefined {
	const texts = textFiles(files, name);
	if (![`${name}.json`, ...texts].some((file) => files.has(file))) return undefined;
	const structure = check(`${name}.json`, parse);
	if (structure !== undefined)
		for (const file of texts) check(file, (raw) => named(parseText(raw, structure), file));
	return structure;
}

/** Checks the glossary of each language; the English one says which words all of them explain. */
function checkGlossaries(files: QuestionnaireFiles, { check }: FileChecker): Known['glossary'] {
	const [english = '', ...others] = textFiles(files, 'glossary');
	if (!files.has(english) && others.length === 0) return { language: 'en', terms: {} };
	const glossary = check(english, (raw) => named(parseGlossary(raw), english));
	if (glossary !== undefined)
		for (const file of others) check(file, (raw) => named(parseGlossary(raw, glossary), file));
	return glossary;
}

/** Checks the structure of a questionnaire and then its texts, which can only be compared with a good structure. */
function checkQuestionnaire(
	files: QuestionnaireFiles,
	{ check }: FileChecker,
	folder: string,
	{ sources, frameworks, glossary }: Known
): Questionnaire | undefined {
	const questionnaire = check(`${folder}/${STRUCTURE}`, (raw) =>
		also(parseQuestionnaire(raw), (structure) => [
			...(sources ? findReferenceProblems(structure, sources) : []),
			...(frameworks ? findItemReferenceProblems(structure, frameworks.frameworks) : []),
			...(glossary ? findUnexplainedTerms(structure, glossary) : []),
			...(structure.id === folder
				? []
				: [
						{
							path: 'id',
							message: `The id is "${structure.id}", but the folder is called "${folder}". Make them equal.`
						}
					])
		])
	);
	if (questionnaire === undefined) return undefined;
	const texts = [...files.keys()].filter(
		(file) => file.startsWith(`${folder}/`) && !file.endsWith(STRUCTURE)
	);
	for (const file of new Set([`${folder}/${FALLBACK}`, ...texts]))
		check(file, (raw) => named(parseQuestionnaireText(raw, questionnaire), file.slice(folder.length + 1)));
	return questionnaire;
}
