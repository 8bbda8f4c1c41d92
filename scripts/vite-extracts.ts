// Pages that show little of a long file load that little:
//   import version from '/questionnaires/icss/questionnaire.json?version' → "0.1.0"
//   import hash from '/questionnaires/icss/questionnaire.json?hash'       → content hash, with the English texts
//   import title from '/questionnaires/icss/en.json?title'                → "Child safeguarding …"
//   import sources from '/questionnaires/sources.json?briefing'           → the sources that briefing.json names
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { sourcesOfBriefing } from '../src/lib/guide/figures.ts';
import type { Briefing } from '../src/lib/guide/briefing-schema.ts';
import type { Source } from '../src/lib/questionnaire/schema.ts';
import { hashQuestionnaire } from './questionnaire-hash.ts';

type Extract = (file: string, read: (path: string) => Promise<unknown>) => Promise<unknown>;

const field =
	(name: string): Extract =>
	async (file, read) =>
		((await read(file)) as Record<string, unknown>)[name];

const EXTRACTS: Readonly<Record<string, Extract>> = {
	version: field('version'),
	title: field('title'),
	hash: async (file, read) => hashQuestionnaire(await read(file), await read(join(dirname(file), 'en.json'))),
	briefing: async (file, read) => {
		const briefing = (await read(join(dirname(file), 'briefing.json'))) as Briefing;
		const named = new Set(sourcesOfBriefing(briefing));
		return ((await read(file)) as Source[]).filter(({ id }) => named.has(id));
	}
};

/** Turns imports that end in one of the questions above into that part of the file. */
export function extracts(): Plugin {
	return {
		name: 'extracts',
		enforce: 'pre',
		async load(id) {
			const [, file = '', query = ''] = /^(.*\.json)\?(\w+)$/.exec(id) ?? [];
			const extract = EXTRACTS[query];
			if (extract === undefined) return null;
			const read = async (path: string): Promise<unknown> => {
				this.addWatchFile(path);
				return JSON.parse(await readFile(path, 'utf8'));
			};
			return {
				code: `export default JSON.parse(${JSON.stringify(JSON.stringify(await extract(file, read)))});`,
				map: { mappings: '' },
				moduleType: 'js'
			};
		}
	};
}
