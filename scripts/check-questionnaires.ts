// npm run check:questionnaires [folder …]
// Checks questionnaires and their texts: exit 0 when all is good, 1 when something must be corrected.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { QuestionnaireFiles } from './file-checker.ts';
import { findFileProblems } from './questionnaire-files.ts';

/** The JSON files of the folder and those one folder deep. */
function readFolder(folder: string): QuestionnaireFiles {
	const found = readdirSync(folder, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
		.map((entry) => join(entry.parentPath, entry.name));
	return new Map(
		found
			.map((path) => [relative(folder, path).split(sep).join('/'), path] as const)
			.filter(([name]) => name.split('/').length <= 2)
			.map(([name, path]) => [name, readFileSync(path)])
	);
}

const folders = process.argv.length > 2 ? process.argv.slice(2) : ['questionnaires'];
for (const folder of folders) {
	if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
		console.error(`${folder}: There is no such folder. Correct its name.`);
		process.exitCode = 1;
		continue;
	}
	const files = readFolder(folder);
	const problems = findFileProblems(files);
	for (const { file, line, path, message } of problems) {
		const place = [join(folder, file), line && `line ${line}`, path].filter(Boolean).join(', ');
		console.error(`${place}\n  ${message}`);
	}
	if (problems.length > 0) {
		console.error(
			`${folder}: ${problems.length} to correct. README.md in questionnaires/ explains every field.\n`
		);
		process.exitCode = 1;
	} else console.log(`${folder}: ${files.size} files are correct.`);
}
