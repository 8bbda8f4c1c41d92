import { baselineOf, type Canvas } from '#lib/export/pdf/canvas.ts';
import { TYPE, type TextStyle } from '#lib/export/pdf/look.ts';
import type { Span } from '#lib/export/pdf/measure.ts';

/** Something of a known height that can be drawn anywhere: a line of text, a sign, a whole block. */
export interface Line {
	height: number;
	/** @param y its top */
	draw: (x: number, y: number) => void;
}

/** A paragraph of several styles as lines. */
export function spanLines(canvas: Canvas, spans: readonly Span[], width: number): Line[] {
	return canvas.measure.lines(spans, width).map((pieces): Line => {
		const style = pieces[0]?.style ?? spans[0]?.style ?? TYPE.table;
		return {
			height: style.leading,
			draw: (x, y) => canvas.drawPieces(pieces, x, baselineOf(y, style))
		};
	});
}

/** A paragraph of one style as lines. */
export function textLines(canvas: Canvas, text: string, style: TextStyle, width: number): Line[] {
	return spanLines(canvas, [{ text, style }], width);
}

/** A paragraph of one style in at most so many lines; the last one is cut with an ellipsis. */
export function fewLines(
	canvas: Canvas,
	text: string,
	style: TextStyle,
	width: number,
	most: number
): Line[] {
	const lines = canvas.measure.lines([{ text, style }], width).map(([piece]) => piece?.text ?? '');
	if (lines.length <= most) return textLines(canvas, text, style, width);
	const rest = canvas.measure.clip(lines.slice(most - 1).join(' '), style, width);
	return [...lines.slice(0, most - 1), rest].flatMap((line) => textLines(canvas, line, style, width));
}

/** One line whose text ends at the end side. */
export function endLine(canvas: Canvas, text: string, style: TextStyle, width: number): Line {
	return {
		height: style.leading,
		draw: (x, y) =>
			canvas.drawText(text, x + width - canvas.measure.width(text, style), baselineOf(y, style), style)
	};
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
