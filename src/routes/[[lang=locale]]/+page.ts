import { DEFAULT_QUESTIONNAIRE, loadOpening } from '#lib/session/questionnaires.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
	const { language } = await parent();
	const loaded = await loadOpening(DEFAULT_QUESTIONNAIRE, language);
	return { offered: loaded ? [loaded] : [] };
};
