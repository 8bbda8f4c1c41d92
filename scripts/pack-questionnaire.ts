// npx tsx scripts/pack-questionnaire.ts <folder> [language] > mine.questionnaire.json
// Packs a questionnaire into one file, which the start page of any site opens: structure, the texts of one language, and
// of sources.json beside the folder those that it names. Mistakes are sentences on stderr, and exit 1.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseQuestionnaireFile } from '#lib/questionnaire/questionnaire-file.ts';
import { indicatorsOf } from '#lib/questionnaire/indicators-of.ts';
import type { Questionnaire, Source } from '#lib/questionnaire/schema.ts';

const [folder, language = 'en'] = process.argv.slice(2);
if (folder === undefined) {
	console.error(
		'Name the folder of a questionnaire: npx tsx scripts/pack-questionnaire.ts questionnaires/icss en'
	);
	process.exit(1);
}

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const contentOf = ({ $schema: _schema, ...rest }: Record<string, unknown>) => rest;

const questionnaire = read(join(folder, 'questionnaire.json')) as Questionnaire;
const list = join(folder, '..', 'sources.json');
const sources = existsSync(list) ? (read(list) as Source[]) : [];
const named = new Set(
	[
		...(questionnaire.deadlines ?? []),
		...indicatorsOf(questionnaire.standards).flatMap((each) => each.references)
	].map(({ source }) => source)
);
const packed = {
	format: 'child-safeguarding-questionnaire',
	formatVersion: 1,
	language,
	questionnaire: contentOf(questionnaire),
	text: contentOf(read(join(folder, `${language}.json`)) as Record<string, unknown>),
	sources: sources.filter(({ id }) => named.has(id))
};

const checked = parseQuestionnaireFile(packed);
if (checked.ok) console.log(JSON.stringify(packed, undefined, '\t'));
else {
	for (const { path, message } of checked.problems) console.error(`${path}: ${message}`);
	process.exitCode = 1;
}
