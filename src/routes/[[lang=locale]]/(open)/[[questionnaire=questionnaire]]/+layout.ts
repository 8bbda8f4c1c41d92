import { error } from '@sveltejs/kit';
import { DEFAULT_QUESTIONNAIRE, loadOpening } from '#lib/session/questionnaires.ts';
import type { LayoutLoad } from './$types';

// what the page shows before the device has said which assessment is open
export const load: LayoutLoad = async ({ parent, params }) => {
	const { language } = await parent();
	const loaded = await loadOpening(params.questionnaire ?? DEFAULT_QUESTIONNAIRE, language);
	return loaded ? { loaded } : error(404, 'No such questionnaire');
};
