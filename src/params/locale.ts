import type { ParamMatcher } from '@sveltejs/kit';
import { DEFAULT_LANGUAGE, LANGUAGES } from '#lib/i18n/languages.ts';

/** Languages with a folder of their own in the address; the default one has none. */
export const match: ParamMatcher = (value) =>
	LANGUAGES.some(({ code }) => code === value && code !== DEFAULT_LANGUAGE.code);
