import type { Font } from '../../../scripts/pdf-check/font.ts';
import { readCodes } from '../../../scripts/pdf-check/font.ts';
import { asList, entry, streamBytes } from '../../../scripts/pdf-check/objects.ts';
import type { Page, Pdf } from '../../../scripts/pdf-check/open-pdf.ts';
import { nameOf, readOperations, type Operand } from '../../../scripts/pdf-check/operations.ts';

/** From where to where a text reaches, in points from the left edge of its page. */
export interface Extent {
	left: number;
	right: number;
}

/** The extent of every line on a page, and the number of the mark it belongs to; undefined for artifacts. */
export function lineExtents(pdf: Pdf, page: Page): (Extent & { mcid: number | undefined })[] {
	const fonts = new Map(pdf.fonts.map((font) => [/^font (\S+)/.exec(font.place)?.[1], font]));
	const found: (Extent & { mcid: number | undefined })[] = [];
	const marks: (number | undefined)[] = [];
	let font: Font | undefined;
	let size = 0;
	let left = 0;
	let at = 0;
	for (const { operator, operands } of readOperations(contentOf(page))) {
		const [first, second] = operands;
		if (operator === 'BDC')
			marks.push(mcidOf(second) ?? (nameOf(first) === 'Artifact' ? undefined : marks.at(-1)));
		else if (operator === 'EMC') marks.pop();
		else if (operator === 'Tf') [font, size] = [fonts.get(nameOf(first)), Number(second)];
		// a text begins at its corner of the page
		else if (operator === 'Td') left = at = Number(first);
		else if (operator === 'TJ')
			for (const part of operands.flat() as Operand[])
				if (typeof part === 'number') at -= (part * size) / 1000;
				else if (part instanceof Uint8Array && font !== undefined)
					for (const code of readCodes(font, part)) at += ((font.width(code) ?? NaN) * size) / 1000;
		if (operator === 'ET') found.push({ left, right: at, mcid: marks.at(-1) });
	}
	return found;
}

function contentOf({ dict }: Page): Uint8Array {
	const streams = entry(dict, 'Contents');
	const bytes = (asList(streams) ?? [streams]).map((stream) => streamBytes(stream) ?? new Uint8Array());
	return Buffer.concat(bytes.flatMap((each) => [each, Buffer.from('\n')]));
}

function mcidOf(properties: Operand | undefined): number | undefined {
	const mcid = properties instanceof Map ? properties.get('MCID') : undefined;
	return typeof mcid === 'number' ? mcid : undefined;
}
