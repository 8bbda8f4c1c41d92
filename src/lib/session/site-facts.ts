import { version } from '$app/environment';
import { loadTexts } from '#lib/session/load-texts.ts';
import { QUESTIONNAIRES } from '#lib/session/questionnaires.ts';

/** The version of a questionnaire, and what it is called. */
export interface QuestionnaireVersion {
	id: string;
	title: string;
	version: string;
}

// of each file the one text that is needed (scripts/vite-extracts.ts)
const versions = import.meta.glob<string>('/questionnaires/*/questionnaire.json', {
	query: '?version',
	import: 'default'
});
const hashes = import.meta.glob<string>('/questionnaires/*/questionnaire.json', {
	query: '?hash',
	import: 'default'
});
const titles = import.meta.glob<string>(
	['/questionnaires/*/*.json', '!/questionnaires/*/questionnaire.json'],
	{ query: '?title', import: 'default' }
);

/** Version of the site as it was built. */
export const SITE_VERSION = version;

/** The questionnaires of the site with their versions. */
export function loadVersions(language: string): Promise<QuestionnaireVersion[]> {
	return Promise.all(
		QUESTIONNAIRES.map(async (id) => {
			const [title, version = ''] = await Promise.all([
				loadTexts(titles, `${id}/`, language),
				versions[`/questionnaires/${id}/questionnaire.json`]?.()
			]);
			return { id, title, version };
		})
	);
}

/**
 * The content hash of a questionnaire of the site, worked out when the site was built.
 * @returns `sha256-` and 64 hexadecimal digits; undefined when the site does not have the questionnaire
 */
export async function loadQuestionnaireHash(id: string): Promise<string | undefined> {
	return hashes[`/questionnaires/${id}/questionnaire.json`]?.();
}
