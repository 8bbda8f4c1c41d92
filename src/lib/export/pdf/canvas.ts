import type { jsPDF } from 'jspdf';
import { drawnText } from '#lib/export/pdf/characters.ts';
import { faceFor, type Faces } from '#lib/export/pdf/faces.ts';
import { COLOURS, type Colour, type TextStyle } from '#lib/export/pdf/look.ts';
import { Measure, MISSING_WIDTH, type Piece } from '#lib/export/pdf/measure.ts';

type Point = readonly [x: number, y: number];

/** How a shape is painted: filled, outlined (line width in points, dashes as lengths), or both. */
export interface Paint {
	fill?: Colour;
	line?: Colour;
	width?: number;
	dashes?: readonly number[];
}

/** Draws on the current page. Points from the top left corner; the only place that calls jsPDF's drawing. */
export class Canvas {
	readonly measure: Measure;
	readonly #doc: jsPDF;
	readonly #faces: Faces;

	constructor(doc: jsPDF, faces: Faces) {
		this.#doc = doc;
		this.#faces = faces;
		this.measure = new Measure(faces);
	}

	/**
	 * The one function that puts text on the page: cut into runs that one face can show whole, because jsPDF
	 * drops the rest of a line at the first character its font lacks. A character no face has becomes an empty box.
	 */
	drawText(text: string, x: number, baseline: number, style: TextStyle): void {
		const family = style.bold ? this.#faces.bold : this.#faces.regular;
		let at = x;
		let run = '';
		let font: string | undefined;
		const flush = (): void => {
			if (font === undefined || run === '') return;
			this.#doc.setFont(font, 'normal');
			this.#doc.setFontSize(style.size);
			this.#doc.setTextColor(style.colour);
			this.#doc.text(run, at, baseline);
			at += this.measure.width(run, style);
			run = '';
		};
		for (const character of drawnText(text)) {
			const face = faceFor(family, character);
			if (face?.name !== font) flush();
			font = face?.name;
			if (face === undefined) at += this.#drawMissing(at, baseline, style);
			else run += character;
		}
		flush();
	}

	/** The pieces of one laid-out line. */
	drawPieces(pieces: readonly Piece[], x: number, baseline: number): void {
		for (const piece of pieces) this.drawText(piece.text, x + piece.x, baseline, piece.style);
	}

	rectangle(x: number, y: number, width: number, height: number, paint: Paint): void {
		this.polygon(
			[
				[x, y],
				[x + width, y],
				[x + width, y + height],
				[x, y + height]
			],
			paint
		);
	}

	polygon(points: readonly Point[], paint: Paint): void {
		this.#path(points, paint, true);
	}

	line(points: readonly Point[], paint: Paint): void {
		this.#path(points, paint, false);
	}

	#path(points: readonly Point[], { fill, line, width = 1, dashes = [] }: Paint, closed: boolean): void {
		const [first, ...rest] = points;
		if (first === undefined) return;
		if (fill !== undefined) this.#doc.setFillColor(fill);
		if (line !== undefined) {
			this.#doc.setDrawColor(line);
			this.#doc.setLineWidth(width);
			this.#doc.setLineDashPattern([...dashes], 0);
		}
		let [x, y] = first;
		const steps = rest.map(([nextX, nextY]): Point => {
			const step = [nextX - x, nextY - y] as const;
			[x, y] = [nextX, nextY];
			return step;
		});
		const style = fill === undefined ? 'S' : line === undefined ? 'F' : 'FD';
		this.#doc.lines(steps, first[0], first[1], [1, 1], style, closed);
	}

	#drawMissing(x: number, baseline: number, style: TextStyle): number {
		const width = (MISSING_WIDTH * style.size) / 1000;
		const height = 0.7 * style.size;
		const inset = 0.08 * style.size;
		this.rectangle(x + inset, baseline - height, width - 2 * inset, height, {
			line: style.colour,
			width: 0.6
		});
		return width;
	}
}

/** The baseline of a line whose top is given: the type's own ascent and descent stand in the middle. */
export function baselineOf(top: number, { size, leading }: TextStyle): number {
	return top + leading / 2 + 0.388 * size;
}

/** Ink of a rule between rows. */
export const ROW_RULE: Paint = { line: COLOURS.rule, width: 0.5 };
