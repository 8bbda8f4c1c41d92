import type { ParamMatcher } from '@sveltejs/kit';
import { DEFAULT_QUESTIONNAIRE, hasQuestionnaire } from '#lib/session/questionnaires.ts';

/** Questionnaires with a folder of their own in the address; the default one has none. */
export const match: ParamMatcher = (value) => value !== DEFAULT_QUESTIONNAIRE && hasQuestionnaire(value);
