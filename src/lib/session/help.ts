import type { Help, HelpText } from '#lib/guide/help.ts';
import { loadTexts } from '#lib/session/load-texts.ts';

/** The channels of the page "Get help", and their texts. */
export interface LoadedHelp {
	help: Help;
	text: HelpText;
}

// imported, never fetched; checked when the site is built, so the types are taken at their word
const texts = import.meta.glob<HelpText>('/questionnaires/help.*.json', { import: 'default' });

/** Where to turn with a concern. */
export async function loadHelp(language: string): Promise<LoadedHelp> {
	const [{ default: help }, text] = await Promise.all([
		import('../../../questionnaires/help.json'),
		loadTexts(texts, 'help.', language)
	]);
	return { help: help as Help, text };
}
