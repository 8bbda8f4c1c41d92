import type { Words, WordValues } from '#lib/questionnaire/words.ts';

/** One message: a sentence with `{placeholders}`, or its plural forms chosen by `count`. */
type Message = string | Partial<Record<Intl.LDMLPluralRule, string>>;

/** All messages of one language and purpose, by key. */
export type Catalogue = Readonly<Record<string, Message>>;

const questions = import.meta.glob<Catalogue>(['./messages/*.json', '!./messages/*.*.json'], {
	import: 'default'
});
const pages = import.meta.glob<Catalogue>('./messages/*.pages.json', { import: 'default' });
const guides = import.meta.glob<Catalogue>('./messages/*.guide.json', { import: 'default' });
const frameworks = import.meta.glob<Catalogue>('./messages/*.frameworks.json', { import: 'default' });
const data = import.meta.glob<Catalogue>('./messages/*.data.json', { import: 'default' });
const keepings = import.meta.glob<Catalogue>('./messages/*.keeping.json', { import: 'default' });
const papers = import.meta.glob<Catalogue>('./messages/*.paper.json', { import: 'default' });

/** The messages that answering a question needs; every page has them. Imported, never fetched. */
export function loadQuestionMessages(language: string): Promise<Catalogue> {
	return load(questions, `./messages/${language}.json`);
}

/** The messages of the other pages: they would keep a slow line from its first question. */
export function loadPageMessages(language: string): Promise<Catalogue> {
	return load(pages, `./messages/${language}.pages.json`);
}

/** The messages of the pages that explain and help, which are long and belong to no assessment. */
export function loadGuideMessages(language: string): Promise<Catalogue> {
	return load(guides, `./messages/${language}.guide.json`);
}

/** The messages of the pages about what is kept on the device and what could leave it. */
export function loadDataMessages(language: string): Promise<Catalogue> {
	return load(data, `./messages/${language}.data.json`);
}

/** The messages of the page that reads answers through other frameworks, beside those of the other pages. */
export function loadFrameworkMessages(language: string): Promise<Catalogue> {
	return loadWithPages(language, frameworks, 'frameworks');
}

/** The messages of dated copies and of questions that changed, beside those of the other pages. */
export function loadKeepingMessages(language: string): Promise<Catalogue> {
	return loadWithPages(language, keepings, 'keeping');
}

/** The messages of the report, loaded only when somebody asks for a report. */
export function loadPaperMessages(language: string): Promise<Catalogue> {
	return load(papers, `./messages/${language}.paper.json`);
}

async function loadWithPages(
	language: string,
	catalogues: Record<string, () => Promise<Catalogue>>,
	kind: string
): Promise<Catalogue> {
	const [page, own] = await Promise.all([
		loadPageMessages(language),
		load(catalogues, `./messages/${language}.${kind}.json`)
	]);
	return { ...page, ...own };
}

function load(catalogues: Record<string, () => Promise<Catalogue>>, path: string): Promise<Catalogue> {
	const catalogue = catalogues[path];
	if (catalogue === undefined) throw new Error(`No messages at ${path}`);
	return catalogue();
}

/** Turns a catalogue into a function that gives its messages, numbers written as the language writes them. */
export function wordsFrom(catalogue: Catalogue, language: string): Words {
	const plural = new Intl.PluralRules(language);
	const number = new Intl.NumberFormat(language);
	const fill = (message: string, values: WordValues): string =>
		message.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
			const value = values[name];
			return value === undefined ? placeholder : typeof value === 'number' ? number.format(value) : value;
		});
	return (key, values = {}) => {
		const message = catalogue[key];
		if (message === undefined) throw new Error(`No message ${key} in ${language}`);
		if (typeof message === 'string') return fill(message, values);
		const form = plural.select(Number(values['count']));
		return fill(message[form] ?? message.other ?? key, values);
	};
}
