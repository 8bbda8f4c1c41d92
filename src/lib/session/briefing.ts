import type { Briefing, BriefingText } from '#lib/guide/briefing-schema.ts';
import type { Source } from '#lib/questionnaire/schema.ts';
import { loadTexts } from '#lib/session/load-texts.ts';

/** The figures of the briefing, their texts and the publications they come from. */
export interface LoadedBriefing {
	briefing: Briefing;
	text: BriefingText;
	sources: readonly Source[];
}

// imported, never fetched; checked when the site is built, so the types are taken at their word
const texts = import.meta.glob<BriefingText>('/questionnaires/briefing.*.json', { import: 'default' });

// of the publications those that the briefing names (scripts/vite-extracts.ts)
const usedSources = import.meta.glob<readonly Source[]>('/questionnaires/sources.json', {
	query: '?briefing',
	import: 'default'
});

/** The briefing for trainers, with its sources. */
export async function loadBriefing(language: string): Promise<LoadedBriefing> {
	const [{ default: briefing }, text, sources] = await Promise.all([
		import('../../../questionnaires/briefing.json'),
		loadTexts(texts, 'briefing.', language),
		usedSources['/questionnaires/sources.json']?.()
	]);
	return { briefing: briefing as unknown as Briefing, text, sources: sources ?? [] };
}
