import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a PDF says; texts are without white space, which lines and cells break as they like. */
export async function textOf(
	bytes: Buffer
): Promise<{ text: string; pages: string[]; title: string; language: string }> {
	const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
	const pages: string[] = [];
	for (let number = 1; number <= pdf.numPages; number++) {
		const content = await (await pdf.getPage(number)).getTextContent();
		pages.push(packed(content.items.map((item) => ('str' in item ? item.str : '')).join('')));
	}
	const { info } = await pdf.getMetadata();
	const { Title, Language } = info as { Title: string; Language: string };
	return { text: pages.join(''), pages, title: Title, language: Language };
}

/** A text as `textOf` gives it. */
export const packed = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, '');
