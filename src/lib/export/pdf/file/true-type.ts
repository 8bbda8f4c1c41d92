// TrueType files, as the OpenType specification describes their tables.

/** A rectangle in font units. */
export type Box = readonly [left: number, bottom: number, right: number, top: number];

/** The glyphs of a face as its file has them. */
export class Source {
	readonly head: Uint8Array;
	readonly hhea: Uint8Array;
	readonly maxp: Uint8Array;
	readonly #glyf: Uint8Array;
	readonly #loca: DataView;
	readonly #hmtx: DataView;
	readonly #hasLongOffsets: boolean;
	readonly #metricCount: number;

	constructor(font: Uint8Array) {
		const view = viewOf(font);
		const tables = new Map<string, Uint8Array>();
		for (let i = 0; i < view.getUint16(4); i++) {
			const entry = 12 + 16 * i;
			const tag = String.fromCharCode(...font.subarray(entry, entry + 4));
			const start = view.getUint32(entry + 8);
			tables.set(tag, font.subarray(start, start + view.getUint32(entry + 12)));
		}
		const table = (tag: string): Uint8Array => {
			const found = tables.get(tag);
			if (found === undefined) throw new Error(`A font has no ${tag} table`);
			return found;
		};
		this.head = table('head');
		this.hhea = table('hhea');
		this.maxp = table('maxp');
		this.#glyf = table('glyf');
		this.#loca = viewOf(table('loca'));
		this.#hmtx = viewOf(table('hmtx'));
		this.#hasLongOffsets = viewOf(this.head).getInt16(50) === 1;
		this.#metricCount = viewOf(this.hhea).getUint16(34);
	}

	/** A copy of a glyph's outline; empty for one without ink. */
	outline(glyph: number): Uint8Array {
		return this.#glyf.slice(this.#offset(glyph), this.#offset(glyph + 1));
	}

	box(glyph: number): Box | undefined {
		const outline = this.#glyf.subarray(this.#offset(glyph), this.#offset(glyph + 1));
		if (outline.length < 10) return undefined;
		const view = viewOf(outline);
		return [view.getInt16(2), view.getInt16(4), view.getInt16(6), view.getInt16(8)];
	}

	metrics(glyph: number): { advance: number; bearing: number } {
		// glyphs after the last metric all have its advance
		const last = this.#metricCount - 1;
		const bearingAt = glyph <= last ? 4 * glyph + 2 : 4 * this.#metricCount + 2 * (glyph - this.#metricCount);
		return {
			advance: this.#hmtx.getUint16(4 * Math.min(glyph, last)),
			bearing: this.#hmtx.getInt16(bearingAt)
		};
	}

	#offset(glyph: number): number {
		return this.#hasLongOffsets ? this.#loca.getUint32(4 * glyph) : 2 * this.#loca.getUint16(2 * glyph);
	}
}

/** Tables as a TrueType file, with their checksums. */
export function writeTables(tables: Readonly<Record<string, Uint8Array>>): Uint8Array {
	const entries = Object.entries(tables).sort(([a], [b]) => (a < b ? -1 : 1));
	const count = entries.length;
	let offset = 12 + 16 * count;
	const bytes = new Uint8Array(entries.reduce((sum, [, data]) => sum + padded(data.length), offset));
	const view = viewOf(bytes);
	const power = Math.floor(Math.log2(count));
	view.setUint32(0, 0x10000);
	view.setUint16(4, count);
	view.setUint16(6, 16 << power);
	view.setUint16(8, power);
	view.setUint16(10, 16 * count - (16 << power));
	const checksum = (start: number, length: number): number => {
		let sum = 0;
		for (let at = start; at < start + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
		return sum;
	};
	let head = 0;
	for (const [k, [tag, data]] of entries.entries()) {
		bytes.set(data, offset);
		const entry = 12 + 16 * k;
		for (let i = 0; i < 4; i++) bytes[entry + i] = tag.charCodeAt(i);
		view.setUint32(entry + 4, checksum(offset, padded(data.length)));
		view.setUint32(entry + 8, offset);
		view.setUint32(entry + 12, data.length);
		if (tag === 'head') head = offset;
		offset += padded(data.length);
	}
	view.setUint32(head + 8, (0xb1b0afba - checksum(0, bytes.length)) >>> 0);
	return bytes;
}

/** A length up to the next multiple of four bytes. */
export const padded = (length: number): number => Math.ceil(length / 4) * 4;
/** The numbers in some bytes. */
export const viewOf = (bytes: Uint8Array): DataView =>
	new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
