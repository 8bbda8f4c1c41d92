import {
	loadDataMessages,
	loadFrameworkMessages,
	loadGuideMessages,
	loadKeepingMessages,
	loadPageMessages,
	loadQuestionMessages
} from '#lib/i18n/catalogue.ts';
import { languageOf } from '#lib/i18n/languages.ts';
import type { LayoutLoad } from './$types';

/** Which messages a page needs beside those of a question, by the end of its address. */
const OTHERS = {
	assess: () => ({}),
	about: loadGuideMessages,
	help: loadGuideMessages,
	glossary: loadGuideMessages,
	briefing: loadGuideMessages,
	check: loadDataMessages,
	data: loadDataMessages,
	frameworks: loadFrameworkMessages,
	standards: loadKeepingMessages,
	changes: loadKeepingMessages
};

export const load: LayoutLoad = async ({ params, route }) => {
	const { code } = languageOf(params.lang);
	const loadOthers = OTHERS[route.id?.split('/').at(-1) as keyof typeof OTHERS] ?? loadPageMessages;
	const [question, others] = await Promise.all([loadQuestionMessages(code), loadOthers(code)]);
	return { language: code, messages: { ...question, ...others } };
};
