import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a reader finds in a PDF file. */
export interface ReadPdf {
	/** Text of each page in the order it was drawn, without white space: line breaks are layout. */
	pages: string[];
	/** Texts that stand outside the margins, or below the text box without being a foot. */
	outside: string[];
	info: Record<string, unknown>;
	outline: string[];
	/** The file as one character for each byte: its structure is plain, only streams are compressed. */
	raw: string;
}

/** Reads a PDF back with another library than the one that wrote it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
	const raw = Buffer.from(bytes).toString('latin1');
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
		outline: (outline ?? []).map(({ title }) => title),
		raw
	};
}

/** The text box of the paper, in points from the lower left corner as PDF counts, and the baseline of the foot. */
const BOX = { left: 48, right: 547.28, foot: 58.1, footLine: 37.09 } as const;
/** Rounding in the file. */
const HAIR = 0.1;

function isOutside({ str, width, transform }: { str: string; width: number; transform: number[] }): boolean {
	const [, , , , x = 0, y = 0] = transform;
	if (str.trim() === '') return false;
	return (
		x < BOX.left - HAIR ||
		x + width > BOX.right + HAIR ||
		(y < BOX.foot - HAIR && Math.abs(y - BOX.footLine) > HAIR)
	);
}

/** A text without white space. */
export function tight(text: string): string {
	return text.replace(/\s+/gu, '');
}
