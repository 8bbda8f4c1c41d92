import { loadHelp } from '#lib/session/guide.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => loadHelp((await parent()).language);
