import { loadPageMessages, loadQuestionMessages } from '#lib/i18n/catalogue.ts';
import { languageOf } from '#lib/i18n/languages.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ params, route }) => {
	const { code } = languageOf(params.lang);
	const [question, others] = await Promise.all([
		loadQuestionMessages(code),
		route.id?.endsWith('/assess') ? {} : loadPageMessages(code)
	]);
	return { language: code, messages: { ...question, ...others } };
};
