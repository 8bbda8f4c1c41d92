import * as harfbuzz from 'harfbuzzjs';
import type { Direction } from '#lib/export/pdf/text/direction.ts';
import type { Script } from '#lib/export/pdf/text/scripts.ts';

/** All faces are drawn on a grid of so many units to the type size. */
export const UNITS_PER_EM = 1000;

/** A glyph with its place, in font units from where its cluster begins. */
export interface Glyph {
	id: number;
	x: number;
	y: number;
}

/** What people see as one letter: its text, and the glyphs that show it. */
export interface Cluster {
	text: string;
	face: Face;
	glyphs: Glyph[];
	/** Distance to the next cluster in font units. */
	advance: number;
}

/** How a text is to be shaped. */
export interface Shaping {
	direction: Direction;
	script: Script | undefined;
	/** Language of the document, for letters that look different in some. */
	language: string;
}

const JOINERS = /^[\u200c\u200d]+$/;
/** Fonts have an empty glyph for some control characters. */
const isShown = (character: number): boolean => character >= 0x20;

/** One TrueType font: what it can show, and how it shapes text. HarfBuzz must have been started. */
export class Face {
	readonly bytes: Uint8Array;
	readonly #font: harfbuzz.Font;
	readonly #characters: ReadonlySet<number>;
	readonly #buffer = new harfbuzz.Buffer();

	/** @throws when the font is not drawn on the common grid: the fonts come with the site, so that is a bug */
	constructor(bytes: Uint8Array) {
		const face = new harfbuzz.Face(new harfbuzz.Blob(bytes));
		if (face.upem !== UNITS_PER_EM) throw new Error(`A font has ${face.upem} units to the type size`);
		this.bytes = bytes;
		this.#font = new harfbuzz.Font(face);
		this.#characters = new Set([...face.collectUnicodes()].filter(isShown));
	}

	has(character: string): boolean {
		return this.#characters.has(character.codePointAt(0) ?? 0);
	}

	/** Distance from a glyph to the next in font units, where nothing moves it. */
	advanceOf(glyph: number): number {
		return this.#font.glyphHAdvance(glyph);
	}

	/**
	 * Shapes a part of a text. What stands before and after it is seen, so that Arabic letters join over the end of a
	 * line.
	 * @returns clusters as they stand from left to right
	 */
	shape(text: string, { direction, script, language }: Shaping, from = 0, to = text.length): Cluster[] {
		const buffer = this.#buffer;
		buffer.clearContents();
		buffer.addText(text, from, to - from);
		buffer.setDirection(direction === 'rtl' ? harfbuzz.Direction.RTL : harfbuzz.Direction.LTR);
		if (script !== undefined) buffer.setScript(script);
		buffer.setLanguage(language);
		buffer.guessSegmentProperties();
		harfbuzz.shape(this.#font, buffer);
		const positions = buffer.getGlyphPositions();
		const clusters: (Cluster & { start: number })[] = [];
		for (const [k, { codepoint: id, cluster: start }] of buffer.getGlyphInfos().entries()) {
			const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[k] ?? {};
			let cluster = clusters.at(-1);
			if (cluster?.start !== start) {
				cluster = { start, text: '', face: this, glyphs: [], advance: 0 };
				clusters.push(cluster);
			}
			cluster.glyphs.push({ id, x: cluster.advance + xOffset, y: yOffset });
			cluster.advance += xAdvance;
		}
		const isRtl = direction === 'rtl';
		const inReadingOrder = isRtl ? clusters.reverse() : clusters;
		const joined: Cluster[] = [];
		for (const [k, { start, ...cluster }] of inReadingOrder.entries()) {
			const own = text.slice(start, inReadingOrder[k + 1]?.start ?? to);
			const before = joined.at(-1);
			// nothing is drawn for a joiner: it is a part of the letter that it follows
			if (before !== undefined && JOINERS.test(own)) before.text += own;
			else joined.push({ ...cluster, text: own });
		}
		return isRtl ? joined.reverse() : joined;
	}
}
