import { Canvas } from '#lib/export/pdf/canvas.ts';
import type { PdfDocument } from '#lib/export/pdf/file/document.ts';
import { Element } from '#lib/export/pdf/file/structure.ts';
import { drawLines, textLines } from '#lib/export/pdf/lines.ts';
import { COLOURS, PAGE, TEXT_WIDTH, TYPE, WIDTH } from '#lib/export/pdf/look.ts';
import type { Typesetter } from '#lib/export/pdf/text/typesetter.ts';
import type { Report } from '#lib/plan/report/model.ts';

/** The pages: where the next thing goes, page breaks, parts and the outline. */
export class Sheet {
	readonly canvas: Canvas;
	/** Top of the free room on the current page. */
	y: number = PAGE.top;
	readonly #document: PdfDocument;

	constructor(document: PdfDocument, typesetter: Typesetter, language: string) {
		this.#document = document;
		this.canvas = new Canvas(document, typesetter, language);
	}

	/** Free height on the current page. */
	get room(): number {
		return PAGE.bottom - this.y;
	}

	newPage(): void {
		this.canvas.close();
		this.#document.addPage();
		this.y = PAGE.top;
	}

	/** Starts a page unless the height fits on this one. */
	ensure(height: number): void {
		if (this.room < height) this.newPage();
	}

	/** A part of the paper: a new page with bar, title and, where given, an introduction. Stands in the outline. */
	startPart(title: string, intro = ''): void {
		this.newPage();
		this.enterPart(title);
		this.canvas.rectangle(PAGE.left, this.y, WIDTH, 3, { fill: COLOURS.accent });
		const heading = textLines(this.canvas, title, TYPE.h1, WIDTH, new Element('H2'));
		this.y = drawLines(heading, PAGE.left, this.y + 11);
		if (intro !== '')
			this.y = drawLines(textLines(this.canvas, intro, TYPE.bodySoft, TEXT_WIDTH), PAGE.left, this.y);
		this.y += 10;
	}

	/** A part that is short enough to go on below another one. Stands in the outline all the same. */
	startPartBelow(title: string, intro = ''): void {
		this.y += 14;
		this.enterPart(title);
		this.#heading(title, 'H2');
		if (intro !== '')
			this.y = drawLines(textLines(this.canvas, intro, TYPE.bodySoft, TEXT_WIDTH), PAGE.left, this.y);
		this.y += 8;
	}

	/** What follows belongs to this part; the outline leads to the current page. */
	enterPart(title: string): void {
		this.canvas.enter(new Element('Sect'));
		this.#document.addToOutline(title);
	}

	/** A heading inside a part. */
	heading(title: string): void {
		this.#heading(title, 'H3');
	}

	/**
	 * Writes the foot of every page but the first, once all pages are there. Gives way after each.
	 */
	*drawFeet({ foot, pageNumber, digits }: Pick<Report, 'foot' | 'pageNumber' | 'digits'>): Generator<void> {
		const written = (count: number): string =>
			String(count).replace(/\d/g, (digit) => [...digits][Number(digit)] ?? digit);
		const pages = this.#document.pageCount;
		const { typesetter } = this.canvas;
		const style = TYPE.smallSoft;
		for (let page = 2; page <= pages; page++) {
			this.canvas.close();
			this.#document.page = page;
			const number = pageNumber.replace('{page}', written(page)).replace('{pages}', written(pages));
			const numberWidth = typesetter.width(number, style);
			const room = WIDTH - numberWidth - 12;
			this.canvas.as('Pagination', () => {
				this.canvas.drawText(typesetter.clip(foot, style, room), PAGE.left, FOOT, style);
				this.canvas.drawText(number, PAGE.right - numberWidth, FOOT, style);
			});
			yield;
		}
		this.canvas.close();
	}

	#heading(title: string, role: 'H2' | 'H3'): void {
		this.y = drawLines(textLines(this.canvas, title, TYPE.h2, WIDTH, new Element(role)), PAGE.left, this.y);
	}
}

/** Baseline of the foot. */
const FOOT = 804.8;
