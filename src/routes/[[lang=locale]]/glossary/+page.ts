import { loadGlossary } from '#lib/session/guide.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => ({
	glossary: await loadGlossary((await parent()).language)
});
