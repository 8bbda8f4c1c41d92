import type { ParamMatcher } from '@sveltejs/kit';
import { DEFAULT_QUESTIONNAIRE, hasQuestionnaire, OWN } from '#lib/session/questionnaires.ts';

/** Questionnaires with a folder of their own in the address, and those from files; the default one has none. */
export const match: ParamMatcher = (value) =>
	value === OWN || (value !== DEFAULT_QUESTIONNAIRE && hasQuestionnaire(value));
