import { padded, Source, viewOf, writeTables, type Box } from '#lib/export/pdf/file/true-type.ts';
import type { Face, Glyph } from '#lib/export/pdf/text/face.ts';

/** Several glyphs of a face that are drawn as one. */
export interface Composite {
	face: Face;
	glyphs: readonly Glyph[];
	/** Distance to the next one in font units. */
	advance: number;
}

/** What a new glyph looks like and how wide it is. */
interface Outline {
	bytes: Uint8Array;
	advance: number;
	/** Where its ink begins, in font units. */
	bearing: number;
}

const COMPONENT = { words: 0x1, xy: 0x2, scale: 0x8, more: 0x20, twoScales: 0x40, matrix: 0x80 } as const;
/** More than any letter of the faces has: points, contours, components, and composites within composites. */
const MOST = { points: 4000, contours: 400, components: 64, depth: 4 } as const;

/**
 * A small TrueType font with just the glyphs a document shows, from whichever face (the OpenType specification:
 * "glyf", "loca", "hmtx", "maxp"). Glyph 0 is the box for what is missing. A letter of several glyphs becomes one
 * glyph.
 */
export class FontFile {
	readonly #sources = new Map<Face, Source>();
	readonly #first: Source;
	readonly #outlines: Outline[] = [];
	readonly #ids = new Map<Face, Map<number, number>>();

	/** @param face the face whose measures the font has */
	constructor(face: Face) {
		this.#first = this.#source(face);
		this.glyph(face, 0);
	}

	/** The number of a face's glyph in this font. */
	glyph(face: Face, id: number): number {
		const ids = this.#ids.get(face) ?? new Map<number, number>();
		this.#ids.set(face, ids);
		const known = ids.get(id);
		if (known !== undefined) return known;
		const own = this.#reserve();
		ids.set(id, own);
		const source = this.#source(face);
		const bytes = source.outline(id);
		renumberComponents(bytes, (part) => this.glyph(face, part));
		this.#outlines[own] = { bytes, ...source.metrics(id) };
		return own;
	}

	/** The number of a new glyph that is made of several. */
	composite({ face, glyphs, advance }: Composite): number {
		const source = this.#source(face);
		const parts = glyphs.flatMap(({ id, x, y }) => {
			const box = source.box(id);
			return box === undefined ? [] : [{ own: this.glyph(face, id), x, y, box }];
		});
		const own = this.#reserve();
		if (parts.length === 0) {
			this.#outlines[own] = { bytes: new Uint8Array(0), advance, bearing: 0 };
			return own;
		}
		const box = [
			Math.min(...parts.map(({ x, box: [left] }) => x + left)),
			Math.min(...parts.map(({ y, box: [, bottom] }) => y + bottom)),
			Math.max(...parts.map(({ x, box: [, , right] }) => x + right)),
			Math.max(...parts.map(({ y, box: [, , , top] }) => y + top))
		] as const;
		const bytes = new Uint8Array(10 + 8 * parts.length);
		const view = new DataView(bytes.buffer);
		view.setInt16(0, -1);
		for (const [k, value] of box.entries()) view.setInt16(2 + 2 * k, value);
		for (const [k, part] of parts.entries()) {
			const at = 10 + 8 * k;
			const more = k < parts.length - 1 ? COMPONENT.more : 0;
			view.setUint16(at, COMPONENT.words | COMPONENT.xy | more);
			view.setUint16(at + 2, part.own);
			view.setInt16(at + 4, part.x);
			view.setInt16(at + 6, part.y);
		}
		this.#outlines[own] = { bytes, advance, bearing: box[0] };
		return own;
	}

	/** The box around all glyphs of the first face, in font units. */
	get box(): Box {
		const { head } = this.#first;
		const view = viewOf(head);
		return [view.getInt16(36), view.getInt16(38), view.getInt16(40), view.getInt16(42)];
	}

	/** The whole font. */
	bytes(): Uint8Array {
		const outlines = this.#outlines;
		const count = outlines.length;
		const offsets = [0];
		for (const { bytes } of outlines) offsets.push((offsets.at(-1) ?? 0) + padded(bytes.length));
		const glyf = new Uint8Array(offsets.at(-1) ?? 0);
		const loca = new Uint8Array(4 * (count + 1));
		const hmtx = new Uint8Array(4 * count);
		for (const [k, offset] of offsets.entries()) viewOf(loca).setUint32(4 * k, offset);
		for (const [k, { bytes, advance, bearing }] of outlines.entries()) {
			glyf.set(bytes, offsets[k] ?? 0);
			viewOf(hmtx).setUint16(4 * k, advance);
			viewOf(hmtx).setInt16(4 * k + 2, bearing);
		}
		const head = this.#first.head.slice();
		viewOf(head).setUint32(8, 0); // its checksum is that of the whole font, written last
		viewOf(head).setInt16(50, 1); // long offsets
		const hhea = this.#first.hhea.slice();
		viewOf(hhea).setUint16(34, count);
		const maxp = this.#first.maxp.slice();
		const limits = viewOf(maxp);
		limits.setUint16(4, count);
		limits.setUint16(10, MOST.points);
		limits.setUint16(12, MOST.contours);
		limits.setUint16(28, MOST.components);
		limits.setUint16(30, MOST.depth);
		return writeTables({ glyf, head, hhea, hmtx, loca, maxp });
	}

	#reserve(): number {
		this.#outlines.push({ bytes: new Uint8Array(0), advance: 0, bearing: 0 });
		return this.#outlines.length - 1;
	}

	#source(face: Face): Source {
		const source = this.#sources.get(face) ?? new Source(face.bytes);
		this.#sources.set(face, source);
		return source;
	}
}

/** Puts new numbers into an outline that is made of other glyphs. */
function renumberComponents(outline: Uint8Array, numberOf: (glyph: number) => number): void {
	if (outline.length < 10) return;
	const view = viewOf(outline);
	if (view.getInt16(0) >= 0) return;
	for (let at = 10, flags: number = COMPONENT.more; (flags & COMPONENT.more) !== 0;) {
		flags = view.getUint16(at);
		view.setUint16(at + 2, numberOf(view.getUint16(at + 2)));
		at += 4 + ((flags & COMPONENT.words) !== 0 ? 4 : 2);
		if ((flags & COMPONENT.scale) !== 0) at += 2;
		else if ((flags & COMPONENT.twoScales) !== 0) at += 4;
		else if ((flags & COMPONENT.matrix) !== 0) at += 8;
	}
}
