import { loadHelp } from '#lib/session/help.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => loadHelp((await parent()).language);
