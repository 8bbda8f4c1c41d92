import type { Briefing, BriefingText } from '#lib/guide/briefing-schema.ts';
import type { Glossary } from '#lib/guide/glossary.ts';
import type { Help, HelpText } from '#lib/guide/help.ts';
import type { Source } from '#lib/questionnaire/schema.ts';

/** The figures of the briefing, their texts and the publications they come from. */
export interface LoadedBriefing {
	briefing: Briefing;
	text: BriefingText;
	sources: readonly Source[];
}

/** The channels of the page "Get help", and their texts. */
export interface LoadedHelp {
	help: Help;
	text: HelpText;
}

// imported, never fetched; checked when the site is built, so the types are taken at their word
const glossaries = import.meta.glob<Glossary>('/questionnaires/glossary.*.json', { import: 'default' });
const helpTexts = import.meta.glob<HelpText>('/questionnaires/help.*.json', { import: 'default' });
const briefingTexts = import.meta.glob<BriefingText>('/questionnaires/briefing.*.json', {
	import: 'default'
});

// of the publications those that the briefing names (scripts/vite-extracts.ts)
const briefingSources = import.meta.glob<readonly Source[]>('/questionnaires/sources.json', {
	query: '?briefing',
	import: 'default'
});

/** The words that questions use. Loaded when a page shows them. */
export function loadGlossary(language: string): Promise<Glossary> {
	return textOf(glossaries, 'glossary', language);
}

/** Where to turn with a concern. */
export async function loadHelp(language: string): Promise<LoadedHelp> {
	const [{ default: help }, text] = await Promise.all([
		import('../../../questionnaires/help.json'),
		textOf(helpTexts, 'help', language)
	]);
	return { help: help as Help, text };
}

/** The briefing for trainers, with its sources. */
export async function loadBriefing(language: string): Promise<LoadedBriefing> {
	const [{ default: briefing }, text, sources] = await Promise.all([
		import('../../../questionnaires/briefing.json'),
		textOf(briefingTexts, 'briefing', language),
		briefingSources['/questionnaires/sources.json']?.()
	]);
	return { briefing: briefing as unknown as Briefing, text, sources: sources ?? [] };
}

/** The texts of a language, in English where the language is missing. */
function textOf<Text>(
	files: Record<string, () => Promise<Text>>,
	name: string,
	language: string
): Promise<Text> {
	const load = files[`/questionnaires/${name}.${language}.json`] ?? files[`/questionnaires/${name}.en.json`];
	if (load === undefined) throw new Error(`No texts at questionnaires/${name}.en.json`);
	return load();
}
