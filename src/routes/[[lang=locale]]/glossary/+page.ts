import { loadGlossary } from '#lib/session/glossary.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => ({
	glossary: await loadGlossary((await parent()).language)
});
