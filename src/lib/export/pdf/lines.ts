import { baselineOf, type Canvas } from '#lib/export/pdf/canvas.ts';
import { Element } from '#lib/export/pdf/file/structure.ts';
import type { TextStyle } from '#lib/export/pdf/look.ts';
import type { Span } from '#lib/export/pdf/text/shaper.ts';
import type { TextLine } from '#lib/export/pdf/text/typesetter.ts';

/** Something of a known height that can be drawn anywhere: a line of text, a sign, a whole block. */
export interface Line {
	height: number;
	/** @param y its top */
	draw: (x: number, y: number) => void;
}

const paragraph = (): Element => new Element('P');

/** A paragraph of several styles as lines. @param element what they are a part of */
export function spanLines(
	canvas: Canvas,
	spans: readonly Span[],
	width: number,
	element: Element = paragraph()
): Line[] {
	return canvas.typesetter.lines(spans, width).map((line) => lineOf(canvas, line, element));
}

/** A paragraph of one style as lines. @param element what they are a part of */
export function textLines(
	canvas: Canvas,
	text: string,
	style: TextStyle,
	width: number,
	element: Element = paragraph()
): Line[] {
	return spanLines(canvas, [{ text, style }], width, element);
}

/** A paragraph of one style in at most so many lines; the last one is cut with an ellipsis. */
export function fewLines(
	canvas: Canvas,
	text: string,
	style: TextStyle,
	width: number,
	most: number
): Line[] {
	const lines = textLines(canvas, text, style, width);
	if (lines.length <= most) return lines;
	return textLines(canvas, canvas.typesetter.clip(text, style, width, most), style, width);
}

/** One line whose text ends at the end side. @param element what it is a part of */
export function endLine(
	canvas: Canvas,
	text: string,
	style: TextStyle,
	width: number,
	element: Element = paragraph()
): Line {
	const line = canvas.typesetter.line(text, style);
	return {
		height: line.leading,
		draw: (x, y) => lineOf(canvas, line, element).draw(x + width - line.width, y)
	};
}

function lineOf(canvas: Canvas, line: TextLine, element: Element): Line {
	return {
		height: line.leading,
		draw: (x, y) =>
			canvas.as(element, () =>
				canvas.drawLine(line, x, baselineOf(y, { size: line.style.size, leading: line.leading }))
			)
	};
}

/** A paragraph as lines that lead to an address. @param address https only */
export function linkLines(
	canvas: Canvas,
	text: string,
	style: TextStyle,
	width: number,
	address: string
): Line[] {
	const link = new Element('Link');
	return canvas.typesetter.lines([{ text, style }], width).map((line) => {
		const { height, draw } = lineOf(canvas, line, link);
		return {
			height,
			draw: (x, y) => {
				draw(x, y);
				canvas.link(link, address, text, { x: x + line.start, y, width: line.width, height });
			}
		};
	});
}

/** Lines that stand inside an element of their own, such as the entry of a list. */
export function linesInside(canvas: Canvas, element: Element, lines: readonly Line[]): Line[] {
	return lines.map(({ height, draw }) => ({
		height,
		draw: (x, y) => canvas.inside(element, () => draw(x, y))
	}));
}

/** The lines of one entry of a list. */
export function listEntry(canvas: Canvas, list: Element, lines: readonly Line[]): Line[] {
	const body = linesInside(canvas, new Element('LBody'), lines);
	return linesInside(canvas, list, linesInside(canvas, new Element('LI'), body));
}

/** Empty room between lines. */
export function gapLine(height: number): Line {
	return { height, draw: () => undefined };
}

/** Height of lines one below the other. */
export function heightOf(lines: readonly Line[]): number {
	return lines.reduce((sum, { height }) => sum + height, 0);
}

/** Draws lines one below the other and gives the y below the last. */
export function drawLines(lines: readonly Line[], x: number, y: number): number {
	for (const line of lines) {
		line.draw(x, y);
		y += line.height;
	}
	return y;
}
