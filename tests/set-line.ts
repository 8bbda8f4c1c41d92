import { Canvas } from '#lib/export/pdf/canvas.ts';
import { PdfDocument } from '#lib/export/pdf/file/document.ts';
import { Element } from '#lib/export/pdf/file/structure.ts';
import { COLOURS } from '#lib/export/pdf/look.ts';
import { asPart, runInSlices } from '#lib/export/pdf/slices.ts';
import { loadFaces } from '#lib/export/pdf/text/faces.ts';
import { Typesetter } from '#lib/export/pdf/text/typesetter.ts';

// Only Vite can load it: fonts are modules that its plugins make.

/** A line of text, and how it is set. */
export interface LineOrder {
	text: string;
	language: string;
	bold: boolean;
	/** Size of the type in points. */
	size: number;
}

/** A PDF that has one line, at the top of its page, set and written as the paper is. */
export async function setLine({ text, language, bold, size }: LineOrder): Promise<Uint8Array> {
	const faces = await loadFaces([text]);
	const typesetter = new Typesetter(faces, language);
	const report = { title: text, language, madeOn: '2026-11-21', madeWith: '' };
	const document = new PdfDocument(report, faces, typesetter.direction);
	const canvas = new Canvas(document, typesetter, language);
	const style = { size, leading: 2 * size, bold, colour: COLOURS.ink };
	canvas.as(new Element('P'), () => canvas.drawText(text, size, 2 * size, style));
	canvas.close();
	return runInSlices(asPart(document.bytes(), { count: 1, from: 0, to: 1 }));
}
