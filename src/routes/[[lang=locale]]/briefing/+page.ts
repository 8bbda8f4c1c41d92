import { loadBriefing } from '#lib/session/briefing.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => loadBriefing((await parent()).language);
