import { error } from '@sveltejs/kit';
import { DEFAULT_QUESTIONNAIRE, loadOpening, OWN } from '#lib/session/questionnaires.ts';
import type { LayoutLoad } from './$types';

// what the page shows before the device has said which assessment is open
export const load: LayoutLoad = async ({ parent, params }) => {
	const { language } = await parent();
	const id = params.questionnaire ?? DEFAULT_QUESTIONNAIRE;
	if (id === OWN) return import('../../../own-frame.ts');
	const loaded = await loadOpening(id, language);
	return loaded ? { loaded, Frame: undefined } : error(404, 'No such questionnaire');
};
