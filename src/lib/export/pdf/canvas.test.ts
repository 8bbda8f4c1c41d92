import { describe, expect, test } from 'vitest';
import { Canvas } from '#lib/export/pdf/canvas.ts';
import { PdfDocument } from '#lib/export/pdf/file/document.ts';
import { Element } from '#lib/export/pdf/file/structure.ts';
import { COLOURS, PAGE, TYPE } from '#lib/export/pdf/look.ts';
import { loadFaces } from '#lib/export/pdf/text/faces.ts';
import { Typesetter } from '#lib/export/pdf/text/typesetter.ts';

const faces = await loadFaces(['قক']);

/** A canvas in a language, and what it has put on its page. */
function canvasIn(language: string): { canvas: Canvas; root: Element; drawn: () => string } {
	const typesetter = new Typesetter(faces, language);
	const source = { title: '', language, madeOn: '2026-11-21', madeWith: '' };
	const paper = new PdfDocument(source, faces, typesetter.direction);
	const written: string[] = [];
	paper.write = (operators) => void written.push(operators);
	return {
		canvas: new Canvas(paper, typesetter, language),
		root: paper.structure.root,
		drawn: () => written.join('\n')
	};
}

/** The numbers before an operator, each time it stands there. */
const before = (operator: string, drawn: string): number[][] =>
	[...drawn.matchAll(new RegExp(`((?:-?[\\d.]+ )+)${operator}(?=\\s|$)`, 'g'))].map(([, numbers = '']) =>
		numbers.trim().split(' ').map(Number)
	);

describe('a page that is read from right to left', () => {
	test('has its shapes and its lines where the other has them, from the other side', () => {
		const corners = ['en', 'ar'].map((language) => {
			const { canvas, drawn } = canvasIn(language);
			canvas.rectangle(48, 100, 30, 10, { fill: COLOURS.ink });
			return before('[ml]', drawn()).map(([x = 0]) => x);
		});
		expect(corners[0]).toEqual([48, 78, 78, 48]);
		expect(corners[1]).toEqual([48, 78, 78, 48].map((x) => Number((PAGE.width - x).toFixed(2))));
	});

	test('begins a line at the right edge', () => {
		const { canvas, drawn } = canvasIn('ar');
		canvas.as(new Element('P'), () => canvas.drawText('قق', PAGE.left, 100, TYPE.body));
		const width = canvas.typesetter.width('قق', TYPE.body);
		expect(before('Td', drawn())[0]?.[0]).toBeCloseTo(PAGE.width - PAGE.left - width, 1);
	});

	test('does not turn a tick around', () => {
		const tick = [
			[2, 4],
			[4, 6],
			[7, 2]
		] as const;
		const shapes = ['en', 'ar'].map((language) => {
			const { canvas, drawn } = canvasIn(language);
			canvas.line(canvas.upright(0, 9, tick), { line: COLOURS.ink });
			const [first = 0, ...others] = before('[ml]', drawn()).map(([x = 0]) => x);
			return others.map((x) => Number((x - first).toFixed(2)));
		});
		expect(shapes[1]).toEqual(shapes[0]);
	});
});

describe('what a reader aloud is told', () => {
	const languages = (drawn: string): string[] =>
		[...drawn.matchAll(/\/Lang <FEFF([\dA-F]*)>/g)].map(([, digits = '']) =>
			String.fromCharCode(...(digits.match(/.{4}/g) ?? []).map((unit) => parseInt(unit, 16)))
		);

	test('words in another script than the document name theirs', () => {
		const { canvas, drawn } = canvasIn('en');
		canvas.as(new Element('P'), () => canvas.drawText('Note ق then ক', 0, 100, TYPE.body));
		expect(languages(drawn())).toEqual(['und-Arab', 'bn']);
		const own = canvasIn('ar');
		own.canvas.as(new Element('P'), () => own.canvas.drawText('ق UN', 0, 100, TYPE.body));
		expect(languages(own.drawn())).toEqual(['und-Latn']);
	});

	test('lines of one element on one page are one mark; shapes between them are ornament', () => {
		const { canvas, root, drawn } = canvasIn('en');
		const paragraph = new Element('P');
		const line = (y: number): void => canvas.as(paragraph, () => canvas.drawText('a', 0, y, TYPE.body));
		line(10);
		line(20);
		canvas.rectangle(0, 0, 1, 1, { fill: COLOURS.ink });
		line(30);
		canvas.close();
		expect(drawn().match(/BDC|EMC|\/P|\/Artifact/g)).toEqual([
			'/P',
			'BDC',
			'EMC',
			'/Artifact',
			'BDC',
			'EMC',
			'/P',
			'BDC',
			'EMC'
		]);
		expect(root.kids).toEqual([paragraph]);
	});

	test('what stands on every page is no part of the document, whatever is drawn in it', () => {
		const { canvas, root, drawn } = canvasIn('en');
		canvas.as('Pagination', () =>
			canvas.inside(new Element('Table'), () =>
				canvas.as(new Element('TH'), () => canvas.drawText('a', 0, 10, TYPE.body))
			)
		);
		expect(drawn()).toContain('/Artifact <</Type /Pagination>> BDC');
		expect(root.kids).toEqual([]);
	});
});
