import { breaksOf } from '#lib/export/pdf/text/breaks.ts';
import { isSteering } from '#lib/export/pdf/text/characters.ts';
import { levelsOf, type Direction } from '#lib/export/pdf/text/direction.ts';
import { UNITS_PER_EM, type Cluster, type Face } from '#lib/export/pdf/text/face.ts';
import { pairFor, type FacePair, type Faces } from '#lib/export/pdf/text/faces.ts';
import { scriptOf, scriptOfLanguage, type Script } from '#lib/export/pdf/text/scripts.ts';
import type { TextStyle } from '#lib/export/pdf/look.ts';

/** Words in one style; several make a paragraph. */
export interface Span {
	text: string;
	style: TextStyle;
}

/** A part of a paragraph that is shaped at once, before its place in a line is known. */
export interface Piece {
	text: string;
	style: TextStyle;
	pair: FacePair | undefined;
	script: Script;
	level: number;
	isSpace: boolean;
	/** As they stand from left to right. */
	clusters: readonly Cluster[];
	/** In points. */
	width: number;
}

/** What is known of a letter with its marks, wherever it stands. */
interface Letter {
	/** Without what only orders the line. */
	drawn: string;
	pair: FacePair | undefined;
	script: Script | undefined;
	isSpace: boolean;
	isSticky: boolean;
}

/** A piece that has no shape yet. */
type Unshaped = Omit<Piece, 'clusters' | 'width'>;

/** A letter with its marks. */
export const LETTERS = /\P{M}(?:\p{M}|\u200c|\u200d)*|(?:\p{M}|\u200c|\u200d)+/gu;
/**
 * Stays in the face of the letter before it where that has it: spaces, marks, joiners, the Indian full stops, and the
 * quotes, dashes and dots that Chinese writes wider than Latin.
 */
const STICKY = /^(?:[\s\u0964\u0965\u2014\u2018-\u201d\u2026]|\p{M}|\u200c|\u200d)/u;
const SPACE = /^ +$/;
/** What HarfBuzz looks at before and after the letters that it shapes: five characters of at most two units. */
const CONTEXT = 10;
/** Shaped words that are kept; a paper of 300 rows has about 3000 different ones. */
const CACHE_LIMIT = 8000;
/** The glyph that every font has for what it lacks: an empty box. */
const BOX = 0;

/** Cuts paragraphs into what can be shaped at once, and has it shaped, each word once. */
export class Shaper {
	readonly #faces: Faces;
	readonly #language: string;
	readonly #script: Script;
	readonly #letters = new Map<string, Letter>();
	readonly #shaped = new Map<string, readonly Cluster[]>();

	constructor(faces: Faces, language: string) {
		this.#faces = faces;
		this.#language = language;
		this.#script = scriptOfLanguage(language);
	}

	/** A paragraph as parts that are not broken, each in pieces that can be shaped at once. */
	pieces(spans: readonly Span[], direction: Direction): Piece[][] {
		const paragraph = spans.map(({ text }) => text).join('');
		const levels = levelsOf(paragraph, direction);
		let end = 0;
		const styles = spans.map(({ text, style }) => ({ style, end: (end += text.length) }));
		const parts: Piece[][] = [];
		// a quote at the beginning is in the face of what it opens
		let pair = this.#script === 'Hani' ? this.#letter('一').pair : undefined;
		let script = this.#script;
		let span = 0;
		// read for each letter: a private name costs a search under the build target
		const letters = this.#letters;
		let from = 0;
		for (const to of breaksOf(paragraph)) {
			const part: Unshaped[] = [];
			for (const { index, 0: letter } of paragraph.slice(from, to).matchAll(LETTERS)) {
				const at = from + index;
				const known = letters.get(letter) ?? this.#letter(letter);
				const { drawn, isSpace } = known;
				if (drawn === '') continue;
				const stays = known.isSticky && pair !== undefined && pairFor([pair], drawn) !== undefined;
				if (!stays) pair = known.pair;
				script = known.script ?? script;
				while (at >= (styles[span]?.end ?? Infinity)) span += 1;
				const style = styles[span]?.style;
				if (style === undefined) continue;
				const piece = { text: drawn, style, pair, script, level: levels[at] ?? 0, isSpace };
				const last = part.at(-1);
				const isSame =
					last !== undefined &&
					last.style === style &&
					last.pair === pair &&
					last.level === piece.level &&
					last.isSpace === piece.isSpace &&
					last.script === script;
				if (isSame) last.text += drawn;
				else part.push(piece);
			}
			parts.push(part.map((piece) => this.#shape(piece)));
			from = to;
		}
		return parts;
	}

	#letter(letter: string): Letter {
		const drawn = [...letter].filter((character) => !isSteering(character)).join('');
		const known = {
			drawn,
			pair: pairFor(this.#faces, drawn),
			script: scriptOf(drawn),
			isSpace: SPACE.test(drawn),
			isSticky: STICKY.test(drawn)
		};
		this.#letters.set(letter, known);
		return known;
	}

	#shape(piece: Unshaped, from = 0, to = piece.text.length): Piece {
		const { style, pair, script, level } = piece;
		const start = Math.max(0, from - CONTEXT);
		const text = piece.text.slice(start, to + CONTEXT);
		const [first, end] = [from - start, to - start];
		const key = `${style.bold ? 'b' : 'r'}${pair === undefined ? '' : this.#faces.indexOf(pair)}${script}${level % 2}${first},${end},${text}`;
		let clusters = this.#shaped.get(key);
		if (clusters === undefined) {
			const weight = style.bold ? 'bold' : 'regular';
			clusters =
				pair === undefined
					? boxes(this.#faces[0][weight], text.slice(first, end), level % 2 === 1)
					: pair[weight].shape(
							text,
							{ direction: level % 2 === 1 ? 'rtl' : 'ltr', script, language: this.#language },
							first,
							end
						);
			if (this.#shaped.size >= CACHE_LIMIT) this.#shaped.clear();
			this.#shaped.set(key, clusters);
		}
		const units = clusters.reduce((sum, { advance }) => sum + advance, 0);
		return { ...piece, text: text.slice(first, end), clusters, width: (units * style.size) / UNITS_PER_EM };
	}

	/** A piece in parts that are each at most so wide in points, or one letter. */
	cut(piece: Piece, width: number): Piece[] {
		if (piece.width <= width || piece.isSpace) return [piece];
		const letters = piece.level % 2 === 1 ? [...piece.clusters].reverse() : piece.clusters;
		const most = (width * UNITS_PER_EM) / piece.style.size;
		const parts: Piece[] = [];
		let from = 0;
		for (let first = 0; first < letters.length;) {
			// as many letters as fit where they stand in the whole piece, but at least one
			let after = first;
			let to = from;
			let units = 0;
			for (let letter = letters[after]; letter !== undefined; letter = letters[after]) {
				units += letter.advance;
				if (after > first && units > most) break;
				to += letter.text.length;
				after += 1;
			}
			let part = this.#shape(piece, from, to);
			// a part is as wide as it is drawn: letters may change their shape at its ends
			while (after > first + 1 && part.width > width) {
				after -= 1;
				to -= letters[after]?.text.length ?? 0;
				part = this.#shape(piece, from, to);
			}
			parts.push(part);
			first = after;
			from = to;
		}
		return parts;
	}
}

/** An empty box for each letter that no face has, as they stand from left to right. */
function boxes(face: Face, text: string, isRtl: boolean): Cluster[] {
	const advance = face.advanceOf(BOX);
	const letters: string[] = text.match(LETTERS) ?? [];
	return (isRtl ? letters.reverse() : letters).map((letter) => ({
		text: letter,
		face,
		glyphs: [{ id: BOX, x: 0, y: 0 }],
		advance
	}));
}
