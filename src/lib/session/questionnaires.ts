import type { Assessment } from '#lib/assessment/schema.ts';
import { fillDeadlines } from '#lib/questionnaire/deadlines.ts';
import type { Questionnaire, QuestionnaireText, Source } from '#lib/questionnaire/schema.ts';
import { loadTexts } from '#lib/session/load-texts.ts';

/** A questionnaire with its texts in one language. */
export interface LoadedQuestionnaire {
	questionnaire: Questionnaire;
	text: QuestionnaireText;
}

/** The questionnaires of the site, in the order in which the start page offers them. */
export const QUESTIONNAIRES = ['icss', 'peacekeeping', 'deployment'] as const;

/** The one whose pages stand at the root of the site. */
export const DEFAULT_QUESTIONNAIRE: string = QUESTIONNAIRES[0];

/** The name in the addresses for every questionnaire that came from a file. */
export const OWN = 'own';

/** How the questionnaire of an assessment is called in the addresses. */
export function addressOf({ questionnaire, ownQuestionnaire }: Assessment): string {
	return ownQuestionnaire ? OWN : questionnaire.id;
}

/**
 * The questionnaire that an assessment brings, as its pages show it; undefined when it is one of the site's. It is kept
 * as it lay in its file: there the times that texts name have their marks.
 */
export function ownQuestionnaireOf({ ownQuestionnaire: own }: Assessment): LoadedQuestionnaire | undefined {
	return own && { ...own, text: fillDeadlines(own.text) };
}

// imported, never fetched; checked when the site is built, so the type is taken at its word
const structures = import.meta.glob<Questionnaire>('/questionnaires/*/questionnaire.json', {
	import: 'default'
});
const texts = import.meta.glob<QuestionnaireText>(
	['/questionnaires/*/*.json', '!/questionnaires/*/questionnaire.json'],
	{ import: 'default' }
);

// the same, of the indicators little more than the first: what a page needs to begin (scripts/vite-opening.ts)
const openingStructures = import.meta.glob<Questionnaire>('/questionnaires/*/questionnaire.json', {
	query: '?opening',
	import: 'default'
});
const openingTexts = import.meta.glob<QuestionnaireText>(
	['/questionnaires/*/*.json', '!/questionnaires/*/questionnaire.json'],
	{ query: '?opening', import: 'default' }
);

/** Whether the site has a questionnaire; a file may come from one that has more. */
export function hasQuestionnaire(id: string): boolean {
	return structures[`/questionnaires/${id}/questionnaire.json`] !== undefined;
}

/**
 * Loads a questionnaire and its texts, in English where the language is missing.
 * @returns undefined when the site does not have the questionnaire
 */
export function loadQuestionnaire(id: string, language: string): Promise<LoadedQuestionnaire | undefined> {
	return load(id, language, structures, texts);
}

/** Loads of a questionnaire what its first question needs, so that a page can begin at once. */
export function loadOpening(id: string, language: string): Promise<LoadedQuestionnaire | undefined> {
	return load(id, language, openingStructures, openingTexts);
}

async function load(
	id: string,
	language: string,
	structuresFrom: Record<string, () => Promise<Questionnaire>>,
	textsFrom: Record<string, () => Promise<QuestionnaireText>>
): Promise<LoadedQuestionnaire | undefined> {
	const structure = structuresFrom[`/questionnaires/${id}/questionnaire.json`];
	if (structure === undefined) return undefined;
	const [questionnaire, words] = await Promise.all([structure(), loadTexts(textsFrom, `${id}/`, language)]);
	return { questionnaire, text: fillDeadlines(words) };
}

/** The publications that references name. Loaded when a person opens them. */
export async function loadSources(): Promise<readonly Source[]> {
	const { default: sources } = await import('../../../questionnaires/sources.json');
	return sources as Source[];
}
