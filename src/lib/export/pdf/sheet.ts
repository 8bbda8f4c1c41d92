import type { jsPDF } from 'jspdf';
import { Canvas } from '#lib/export/pdf/canvas.ts';
import type { Faces } from '#lib/export/pdf/faces.ts';
import { drawLines, textLines } from '#lib/export/pdf/lines.ts';
import { COLOURS, PAGE, TEXT_WIDTH, TYPE, WIDTH } from '#lib/export/pdf/look.ts';

/** The pages: where the next thing goes, page breaks, parts and the outline. */
export class Sheet {
	readonly canvas: Canvas;
	/** Top of the free room on the current page. */
	y: number = PAGE.top;
	readonly #doc: jsPDF;

	constructor(doc: jsPDF, faces: Faces) {
		this.#doc = doc;
		this.canvas = new Canvas(doc, faces);
	}

	/** Free height on the current page. */
	get room(): number {
		return PAGE.bottom - this.y;
	}

	newPage(): void {
		this.#doc.addPage();
		this.y = PAGE.top;
	}

	/** Starts a page unless the height fits on this one. */
	ensure(height: number): void {
		if (this.room < height) this.newPage();
	}

	/** A part of the paper: a new page with bar, title and, where given, an introduction. Stands in the outline. */
	startPart(title: string, intro = ''): void {
		this.newPage();
		this.addToOutline(title);
		this.canvas.rectangle(PAGE.left, this.y, WIDTH, 3, { fill: COLOURS.accent });
		this.y = drawLines(textLines(this.canvas, title, TYPE.h1, WIDTH), PAGE.left, this.y + 11);
		if (intro !== '')
			this.y = drawLines(textLines(this.canvas, intro, TYPE.bodySoft, TEXT_WIDTH), PAGE.left, this.y);
		this.y += 10;
	}

	/** A part that is short enough to go on below another one. Stands in the outline all the same. */
	startPartBelow(title: string, intro = ''): void {
		this.y += 14;
		this.addToOutline(title);
		this.heading(title);
		if (intro !== '')
			this.y = drawLines(textLines(this.canvas, intro, TYPE.bodySoft, TEXT_WIDTH), PAGE.left, this.y);
		this.y += 8;
	}

	/** A heading inside a part. */
	heading(title: string): void {
		this.y = drawLines(textLines(this.canvas, title, TYPE.h2, WIDTH), PAGE.left, this.y);
	}

	/** An entry of the outline that leads to the current page. */
	addToOutline(title: string): void {
		const { pageNumber } = this.#doc.getCurrentPageInfo();
		this.#doc.outline.add(null, title, { pageNumber });
	}

	/**
	 * Writes the foot of every page but the first, once all pages are there.
	 * @param pageNumber with `{page}` and `{pages}` to fill
	 */
	drawFeet(foot: string, pageNumber: string): void {
		const pages = this.#doc.getNumberOfPages();
		const { measure } = this.canvas;
		for (let page = 2; page <= pages; page++) {
			this.#doc.setPage(page);
			const number = pageNumber.replace('{page}', String(page)).replace('{pages}', String(pages));
			const numberWidth = measure.width(number, TYPE.smallSoft);
			const room = WIDTH - numberWidth - 12;
			this.canvas.drawText(measure.clip(foot, TYPE.smallSoft, room), PAGE.left, FOOT, TYPE.smallSoft);
			this.canvas.drawText(number, PAGE.right - numberWidth, FOOT, TYPE.smallSoft);
		}
	}
}

/** Baseline of the foot. */
const FOOT = 804.8;
