import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sourcesOfBriefing } from '#lib/guide/figures.ts';
import type { Briefing } from '#lib/guide/briefing-schema.ts';
import type { Source } from '#lib/questionnaire/schema.ts';
import { extracts } from '../../scripts/vite-extracts.ts';

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

it('has a name for every kind of source', () => {
	const kinds = new Set((read('questionnaires/sources.json') as Source[]).map(({ kind }) => kind));
	const messages = read('src/lib/i18n/messages/en.guide.json');
	expect([...kinds].filter((kind) => !(`source.kind.${kind}` in messages))).toEqual([]);
});

describe('extracts for pages that show little of a long file', () => {
	async function load(id: string): Promise<unknown> {
		const hook = extracts().load as (id: string) => Promise<{ code: string } | null>;
		const loaded = await hook.call({ addWatchFile: () => undefined }, id);
		const literal = /^export default JSON\.parse\((.*)\);$/.exec(loaded?.code ?? '')?.[1];
		return literal === undefined ? undefined : JSON.parse(JSON.parse(literal));
	}

	it('give the version and the title', async () => {
		const { version } = read('questionnaires/icss/questionnaire.json');
		expect(await load('questionnaires/icss/questionnaire.json?version')).toBe(version);
		expect(await load('questionnaires/icss/en.json?title')).toBe(read('questionnaires/icss/en.json').title);
	});

	it('give every source that the briefing names, and no other', async () => {
		const named = sourcesOfBriefing(read('questionnaires/briefing.json') as Briefing);
		const sources = (await load('questionnaires/sources.json?briefing')) as Source[];
		expect(sources.map(({ id }) => id).sort()).toEqual([...named].sort());
	});

	it('leave other files alone', async () => {
		expect(await load('questionnaires/sources.json')).toBeUndefined();
		expect(await load('questionnaires/icss/en.json?opening')).toBeUndefined();
	});
});
