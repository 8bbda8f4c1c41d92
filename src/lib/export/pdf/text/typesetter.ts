import { breaksOf } from '#lib/export/pdf/text/breaks.ts';
import { drawnText } from '#lib/export/pdf/text/characters.ts';
import {
	directionOf,
	inVisualOrder,
	withWholeParts,
	type Direction
} from '#lib/export/pdf/text/direction.ts';
import type { Cluster } from '#lib/export/pdf/text/face.ts';
import type { Faces } from '#lib/export/pdf/text/faces.ts';
import { leadingOf, scriptOfLanguage, type Script } from '#lib/export/pdf/text/scripts.ts';
import { LETTERS, Shaper, type Piece, type Span } from '#lib/export/pdf/text/shaper.ts';
import type { TextStyle } from '#lib/export/pdf/look.ts';
import { directionOfLanguage, isolated } from '#lib/questionnaire/language-direction.ts';

/** A stretch of a line in one style, face, script and direction. */
export interface Run {
	clusters: readonly Cluster[];
	style: TextStyle;
	script: Script;
	/** In points. */
	width: number;
}

/** A line that is ready to be drawn. */
export interface TextLine {
	/** As they stand from left to right. */
	runs: readonly Run[];
	/** In points, without spaces at the end. */
	width: number;
	/** Distance from where the paragraph starts on the page; not 0 where it is read the other way. */
	start: number;
	/** Height in points, for the style and the scripts of its paragraph. */
	leading: number;
	/** Style of its first words. */
	style: TextStyle;
}

/** Sets text in lines: measures it, breaks it, and finds the shape and place of every letter. */
export class Typesetter {
	/** The direction of the page. */
	readonly direction: Direction;
	readonly #shaper: Shaper;
	readonly #script: Script;

	constructor(faces: Faces, language: string) {
		this.#shaper = new Shaper(faces, language);
		this.#script = scriptOfLanguage(language);
		this.direction = directionOfLanguage(language);
	}

	/** A text on one line, whatever its width. */
	line(text: string, style: TextStyle): TextLine {
		const [line] = this.lines([{ text: text.replace(/\s*\n\s*/g, ' '), style }], Infinity);
		if (line === undefined) throw new Error('A text has no line');
		return line;
	}

	/** Width of a text on one line, in points. */
	width(text: string, style: TextStyle): number {
		return this.line(text, style).width;
	}

	/** Width of the widest part that is not broken, which a column should be able to hold. */
	longestWord(text: string, style: TextStyle): number {
		let longest = 0;
		for (const paragraph of drawnText(text).split('\n')) {
			let from = 0;
			for (const to of breaksOf(paragraph)) {
				longest = Math.max(longest, this.width(paragraph.slice(from, to).trim(), style));
				from = to;
			}
		}
		return longest;
	}

	/**
	 * Spans broken into lines at most `width` points wide. Each line of the text is a paragraph, read in its own
	 * direction. A part that is too wide is cut between letters; nothing is lost.
	 */
	lines(spans: readonly Span[], width: number): TextLine[] {
		return this.#paragraphs(spans).flatMap((paragraph) => this.#fill(paragraph, width));
	}

	/** Height of a line of the document's own words, in points. */
	leading(style: TextStyle): number {
		return this.#leadingWith(style, []);
	}

	/**
	 * A text that fits into so many lines: as it is when it does, else cut, after a whole word if it can be, with an
	 * ellipsis.
	 */
	clip(text: string, style: TextStyle, width: number, most = 1): string {
		const line = drawnText(text).replace(/\s*\n\s*/g, ' ');
		const fits = (shown: string): boolean => this.lines([{ text: shown, style }], width).length <= most;
		if (fits(line)) return line;
		const upTo = (ends: readonly number[]): string | undefined =>
			lastFitting(ends, (end) => `${line.slice(0, end).trimEnd()}…`, fits);
		const letters = Array.from(line.matchAll(LETTERS), ({ index, 0: letter }) => index + letter.length);
		return upTo(breaksOf(line)) ?? upTo(letters) ?? '…';
	}

	/** The spans as paragraphs. What follows the first span does not change the order of what stands before it. */
	#paragraphs(spans: readonly Span[]): Span[][] {
		let paragraph: Span[] = [];
		const paragraphs = [paragraph];
		for (const [index, { text, style }] of spans.entries())
			for (const [part, line] of drawnText(text).split('\n').entries()) {
				if (part > 0) {
					paragraph = [];
					paragraphs.push(paragraph);
				}
				const whole = withWholeParts(line);
				const isForeign = directionOf(whole, this.direction) !== this.direction;
				paragraph.push({ text: index > 0 && part === 0 && isForeign ? isolated(whole) : whole, style });
			}
		return paragraphs;
	}

	#fill(spans: readonly Span[], width: number): TextLine[] {
		const direction = directionOf(spans.map(({ text }) => text).join(''), this.direction);
		const pieces = this.#shaper.pieces(spans, direction);
		const style = spans[0]?.style;
		if (style === undefined) return [];
		const leading = this.#leadingWith(
			style,
			pieces.flat().map(({ script }) => script)
		);

		let line: Piece[] = [];
		const lines = [line];
		let used = 0;
		const goOn = (): void => {
			line = [];
			lines.push(line);
			used = 0;
		};
		const add = (piece: Piece): void => {
			line.push(piece);
			used += piece.width;
		};
		for (const part of pieces) {
			const ink = widthOf(withoutEndSpace(part));
			if (used > 0 && used + ink > width) goOn();
			if (ink <= width) part.forEach(add);
			else
				for (const piece of part.flatMap((whole) => this.#shaper.cut(whole, width))) {
					if (used > 0 && used + piece.width > width && !piece.isSpace) goOn();
					add(piece);
				}
		}
		const set = lines.map((parts) => {
			const drawn = withoutEndSpace(parts);
			return { drawn, width: widthOf(drawn) };
		});
		const widest = Math.max(...set.map((each) => each.width));
		return set.map(({ drawn, width: own }) => ({
			runs: inVisualOrder(drawn),
			width: own,
			start: direction === this.direction ? 0 : widest - own,
			leading,
			style
		}));
	}

	/** In quarters of a point, for a style and some scripts beside the document's. */
	#leadingWith({ leading, size }: TextStyle, scripts: readonly Script[]): number {
		const sizes = [this.#script, ...new Set(scripts)].map((script) => leadingOf(script));
		return Math.max(leading, Math.ceil(4 * size * Math.max(...sizes)) / 4);
	}
}

/**
 * The last of some texts, each longer than the one before, that fits; undefined if none does. Begins with the shortest
 * ones and doubles: to set a text takes as long as the text is, and only few letters of a long one may fit.
 */
function lastFitting(
	ends: readonly number[],
	textTo: (end: number) => string,
	fits: (text: string) => boolean
): string | undefined {
	let fitting: string | undefined;
	let low = 0;
	let high = ends.length - 1;
	let isFound = false;
	for (let tried = 0; low <= high; tried = isFound ? Math.floor((low + high) / 2) : Math.min(high, 2 * low)) {
		const text = textTo(ends[tried] ?? 0);
		if (fits(text)) {
			fitting = text;
			low = tried + 1;
		} else {
			high = tried - 1;
			isFound = true;
		}
	}
	return fitting;
}

function withoutEndSpace(pieces: readonly Piece[]): Piece[] {
	let end = pieces.length;
	while (pieces[end - 1]?.isSpace === true) end--;
	return pieces.slice(0, end);
}

function widthOf(pieces: readonly Piece[]): number {
	return pieces.reduce((sum, { width }) => sum + width, 0);
}
