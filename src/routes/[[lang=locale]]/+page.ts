import { loadOpening, QUESTIONNAIRES } from '#lib/session/questionnaires.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
	const { language } = await parent();
	const loaded = await Promise.all(QUESTIONNAIRES.map((id) => loadOpening(id, language)));
	return { offered: loaded.filter((each) => each !== undefined) };
};
