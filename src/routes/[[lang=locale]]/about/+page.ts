import { loadSources } from '#lib/session/questionnaires.ts';
import { loadVersions } from '#lib/session/site-facts.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
	const { language } = await parent();
	const [versions, sources] = await Promise.all([loadVersions(language), loadSources()]);
	return { versions, sources };
};
