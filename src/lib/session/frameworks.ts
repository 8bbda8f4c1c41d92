import type { Frameworks, FrameworksText } from '#lib/frameworks/schema.ts';
import type { Source } from '#lib/questionnaire/schema.ts';
import { loadTexts } from '#lib/session/load-texts.ts';
import { loadOpening, loadSources } from '#lib/session/questionnaires.ts';

/** The frameworks with their texts, and the publications they stand in. */
export interface LoadedFrameworks {
	frameworks: Frameworks;
	text: FrameworksText;
	sources: readonly Source[];
	/** The questionnaires whose questions the themes compare. */
	mapped: readonly { id: string; title: string }[];
}

// imported, never fetched; checked when the site is built, so the types are taken at their word
const texts = import.meta.glob<FrameworksText>('/questionnaires/frameworks.*.json', { import: 'default' });

/** The frameworks of other bodies, in English where the language is missing. Loaded when a page shows them. */
export async function loadFrameworks(language: string): Promise<LoadedFrameworks> {
	const [{ default: structure }, text, sources] = await Promise.all([
		import('../../../questionnaires/frameworks.json'),
		loadTexts(texts, 'frameworks.', language),
		loadSources()
	]);
	const frameworks = structure as Frameworks;
	const ids = new Set(frameworks.themes.flatMap(({ indicators }) => indicators.map(questionnaireOf)));
	const mapped = await Promise.all(
		[...ids].map(async (id) => ({ id, title: (await loadOpening(id, language))?.text.title ?? id }))
	);
	return { frameworks, text, sources, mapped };
}

/** The first part of an indicator's id names its questionnaire. */
function questionnaireOf(indicatorId: string): string {
	return indicatorId.split('.')[0] ?? '';
}
