import { expect, test } from 'vitest';
import { Canvas } from '#lib/export/pdf/canvas.ts';
import { fittingWidth } from '#lib/export/pdf/column-widths.ts';
import { PdfDocument } from '#lib/export/pdf/file/document.ts';
import { TYPE } from '#lib/export/pdf/look.ts';
import { PADDING } from '#lib/export/pdf/table.ts';
import { loadFaces } from '#lib/export/pdf/text/faces.ts';
import { Typesetter } from '#lib/export/pdf/text/typesetter.ts';

const LONG = 'Ответственность';
const faces = await loadFaces([LONG]);
const typesetter = new Typesetter(faces, 'ru');
const source = { title: '', language: 'ru', madeOn: '2026-11-21', madeWith: '' };
const canvas = new Canvas(new PdfDocument(source, faces, typesetter.direction), typesetter, 'ru');

test('a column breaks no word, neither of its head nor of a cell', () => {
	const width = fittingWidth(canvas, ['и', `и ${LONG}`, 'и'], { least: 40, most: 200 });
	expect(typesetter.lines([{ text: LONG, style: TYPE.tableBold }], width - PADDING.end)).toHaveLength(1);
	expect(typesetter.lines([{ text: LONG, style: TYPE.tableBold }], width - PADDING.end - 2)).toHaveLength(2);
});

test('short words leave a column as it is, and long ones leave room for the others', () => {
	expect(fittingWidth(canvas, ['и'], { least: 40, most: 200 })).toBe(40);
	expect(fittingWidth(canvas, [LONG], { least: 40, most: 60 })).toBe(60);
});
