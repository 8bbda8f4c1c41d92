import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { openPdf } from '../../../scripts/pdf-check/open-pdf.ts';
import { namesIn, readPdfObjects, type FoundName } from './pdf-objects.ts';

/** What a reader finds in a PDF file. */
export interface ReadPdf {
	/** Text of each page in the order it was drawn, without white space: line breaks are layout. */
	pages: string[];
	/** Texts that stand outside the margins, above the text box, or below the text box without being a foot. */
	outside: string[];
	info: Record<string, unknown>;
	outline: string[];
}

/** Reads a PDF back with another library than the one that wrote it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
	const loading = getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false });
	const document = await loading.promise;
	const pages: string[] = [];
	const outside: string[] = [];
	for (let number = 1; number <= document.numPages; number++) {
		const page = await document.getPage(number);
		const { items } = await page.getTextContent({ disableNormalization: true });
		const texts = items.filter((item) => 'str' in item);
		pages.push(tight(texts.map(({ str }) => str).join('')));
		outside.push(...texts.filter(isOutside).map(({ str }) => `${number}: ${str}`));
	}
	const { info } = await document.getMetadata();
	const outline = (await document.getOutline()) as { title: string }[] | null;
	await loading.destroy();
	return {
		pages,
		outside,
		info: info as Record<string, unknown>,
		outline: (outline ?? []).map(({ title }) => title)
	};
}

/** What the tagged content of all pages gives back, code by code, without white space and what has no shape. */
export async function readSaid(bytes: Uint8Array): Promise<string> {
	const opened = await openPdf(bytes);
	if (!opened.ok) throw new Error(opened.detail);
	const marked = opened.value.pages.flatMap(({ content }) => [...content.marked.values()]);
	return comparable(marked.map(({ text }) => text).join(''));
}

/** Every name in the objects of a file, and what stands under it. */
export function readNames(bytes: Uint8Array): FoundName[] {
	const objects = readPdfObjects(Buffer.from(bytes).toString('latin1'));
	return [...objects.values()].flatMap((object) => [...namesIn(object)]);
}

/** The text box of the paper, in points from the lower left corner as PDF counts, and the baseline of the foot. */
const BOX = { left: 48, right: 547.28, top: 793.89, foot: 58.1, footLine: 37.09 } as const;
/** Rounding in the file. */
const HAIR = 0.1;

function isOutside({ str, width, transform }: { str: string; width: number; transform: number[] }): boolean {
	const [, , , , x = 0, y = 0] = transform;
	if (str.trim() === '') return false;
	return (
		x < BOX.left - HAIR ||
		x + width > BOX.right + HAIR ||
		y > BOX.top ||
		(y < BOX.foot - HAIR && Math.abs(y - BOX.footLine) > HAIR)
	);
}

/** A text without white space. */
export function tight(text: string): string {
	return text.replace(/\s+/gu, '');
}

/** A text without what has no shape, composed; direction overrides are shown. */
export function comparable(text: string): string {
	return tight(text.normalize('NFC').replace(/(?![\u202a-\u202e])\p{Default_Ignorable_Code_Point}/gu, ''));
}

/** Words from right to left stand on their lines in another order than they are read: here by their letters. */
export function ordered(text: string): string {
	return text.replace(/[\u0590-\u08ff\ufb1d-\ufdff]+/g, (letters) => [...letters].sort().join(''));
}
