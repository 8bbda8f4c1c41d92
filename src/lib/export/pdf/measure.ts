import { drawnText } from '#lib/export/pdf/characters.ts';
import { faceFor, type Faces } from '#lib/export/pdf/faces.ts';
import type { TextStyle } from '#lib/export/pdf/look.ts';

/** Words in one style; several make a paragraph. */
export interface Span {
	text: string;
	style: TextStyle;
}

/** A stretch of a laid-out line, `x` points from the start of the line. */
export interface Piece extends Span {
	x: number;
}

/** Width of the empty box that stands for a character no face has, in thousandths of the type size. */
export const MISSING_WIDTH = 600;

/** Break opportunities: at spaces, after hyphens, dashes and slashes, at line ends. */
const PARTS = /\n| +|[^ \n\-–—/]*[-–—/]+|[^ \n\-–—/]+/g;

/** Measures text and breaks it into lines. */
export class Measure {
	readonly #faces: Faces;
	readonly #widths = { regular: new Map<string, number>(), bold: new Map<string, number>() };

	constructor(faces: Faces) {
		this.#faces = faces;
	}

	/** Width of one line of text in points. */
	width(text: string, style: TextStyle): number {
		let sum = 0;
		for (const character of drawnText(text)) sum += this.#characterWidth(character, style.bold);
		return (sum * style.size) / 1000;
	}

	/** Width of the widest word, which a column should be able to hold. */
	longestWord(text: string, style: TextStyle): number {
		return Math.max(0, ...(drawnText(text).match(PARTS) ?? []).map((part) => this.width(part.trim(), style)));
	}

	/** Spans broken into lines at most `width` points wide. Words that are wider are cut; no character is lost. */
	lines(spans: readonly Span[], width: number): Piece[][] {
		let line: Piece[] = [];
		const lines = [line];
		let x = 0;
		let space = '';
		const add = (text: string, style: TextStyle): void => {
			const last = line.at(-1);
			if (last?.style === style) last.text += text;
			else line.push({ text, style, x });
			x += this.width(text, style);
		};
		const nextLine = (): void => {
			line = [];
			lines.push(line);
			x = 0;
			space = '';
		};
		for (const { text, style } of spans) {
			for (const part of drawnText(text).match(PARTS) ?? []) {
				if (part === '\n') nextLine();
				else if (part.startsWith(' ')) space = x > 0 ? ' ' : '';
				else {
					if (x > 0 && x + this.width(space + part, style) > width) nextLine();
					if (space !== '') add(space, style);
					space = '';
					for (const piece of this.#cut(part, style, width)) {
						if (x > 0 && x + this.width(piece, style) > width) nextLine();
						add(piece, style);
					}
				}
			}
		}
		return lines;
	}

	/** The text on one line: as it is when it fits, else cut, after a whole word if it can be, with an ellipsis. */
	clip(text: string, style: TextStyle, width: number): string {
		const line = drawnText(text).replace(/\s*\n\s*/g, ' ');
		if (this.width(line, style) <= width) return line;
		let room = width - this.width('…', style);
		let kept = '';
		for (const character of line) {
			room -= this.width(character, style);
			if (room < 0) break;
			kept += character;
		}
		const isWithinWord = kept.includes(' ') && line[kept.length] !== ' ';
		return (isWithinWord ? kept.slice(0, kept.lastIndexOf(' ')) : kept).trimEnd() + '…';
	}

	/** A word in pieces no wider than `width`; at least one character each. */
	#cut(word: string, style: TextStyle, width: number): string[] {
		if (this.width(word, style) <= width) return [word];
		const pieces: string[] = [];
		let piece = '';
		for (const character of word) {
			if (piece !== '' && this.width(piece + character, style) > width) {
				pieces.push(piece);
				piece = '';
			}
			piece += character;
		}
		return [...pieces, piece];
	}

	#characterWidth(character: string, bold: boolean): number {
		const weight = bold ? 'bold' : 'regular';
		const known = this.#widths[weight].get(character);
		if (known !== undefined) return known;
		const face = faceFor(this.#faces[weight], character);
		const width = face?.widths.get(character.charCodeAt(0)) ?? MISSING_WIDTH;
		this.#widths[weight].set(character, width);
		return width;
	}
}
