import type { Glossary } from '#lib/guide/glossary.ts';
import { loadTexts } from '#lib/session/load-texts.ts';

// imported, never fetched; checked when the site is built, so the type is taken at its word
const glossaries = import.meta.glob<Glossary>('/questionnaires/glossary.*.json', { import: 'default' });

/** The words that questions use. Loaded when a page shows them. */
export function loadGlossary(language: string): Promise<Glossary> {
	return loadTexts(glossaries, 'glossary.', language);
}
