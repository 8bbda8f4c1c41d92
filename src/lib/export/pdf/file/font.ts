import { FontFile } from '#lib/export/pdf/file/font-file.ts';
import { binaryString, hex, number, utf16 } from '#lib/export/pdf/file/write.ts';
import type { Cluster, Face } from '#lib/export/pdf/text/face.ts';

/** One character code of the PDF: what it shows and what it says. */
interface Code {
	/** Glyph in the font file. */
	glyph: number;
	/** Distance to the next code in font units. */
	advance: number;
	text: string;
}

/** Everything of a font that goes into the file, as text and bytes of PDF. */
export interface FontParts {
	/** Name with the tag that marks a part of a font. */
	name: string;
	program: Uint8Array;
	/** Two bytes for each code: its glyph. */
	glyphs: Uint8Array;
	/** Gives the text back when it is searched or copied. */
	toUnicode: string;
	/** Advances of all codes in thousandths of the type size. */
	widths: string;
	box: string;
}

/**
 * A font of the PDF: each letter with its marks has one character code, whichever face it comes from and however many
 * glyphs it takes. So each code has its whole text, and searching and copying give back what was written.
 */
export class Font {
	/** Name by which pages call it. */
	readonly resource: string;
	readonly #name: string;
	readonly #file: FontFile;
	readonly #codes: Code[] = [{ glyph: 0, advance: 0, text: '\ufffd' }];
	readonly #known = new Map<Face, Map<string, number>>();

	constructor(resource: string, name: string, first: Face) {
		this.resource = resource;
		this.#name = name;
		this.#file = new FontFile(first);
	}

	/** Clusters as the operand of `TJ`: codes, and numbers where a distance is not the natural one. */
	show(clusters: readonly Cluster[]): string {
		let shown = '';
		let codes = '';
		const move = (units: number): void => {
			if (units === 0) return;
			if (codes !== '') shown += binaryString(codes);
			codes = '';
			shown += number(-units);
		};
		for (const cluster of clusters) {
			const { code, before } = this.#codeOf(cluster);
			move(before);
			codes += String.fromCharCode(code >> 8, code & 0xff);
			move(cluster.advance - before - (this.#codes[code]?.advance ?? 0));
		}
		return `[${shown}${codes === '' ? '' : binaryString(codes)}]`;
	}

	/** The finished font, once everything is drawn. */
	parts(): FontParts {
		const glyphs = new Uint8Array(2 * this.#codes.length);
		const view = new DataView(glyphs.buffer);
		for (const [code, { glyph }] of this.#codes.entries()) view.setUint16(2 * code, glyph);
		return {
			name: `${tagOf(this.#codes)}+${this.#name}`,
			program: this.#file.bytes(),
			glyphs,
			toUnicode: toUnicodeMap(this.#codes.map(({ text }) => text)),
			widths: this.#codes.map(({ advance }) => number(advance)).join(' '),
			box: this.#file.box.map((value) => number(value)).join(' ')
		};
	}

	/** The code of a cluster, and how far it is moved before it is drawn. */
	#codeOf(cluster: Cluster): { code: number; before: number } {
		const { face, text, glyphs } = cluster;
		const [only, ...others] = glyphs;
		// glyph 0 must not be shown: a copy of it stands for what is missing
		const isSingle = only !== undefined && others.length === 0 && only.y === 0 && only.id !== 0;
		const key = isSingle
			? `${only.id} ${text}`
			: `${glyphs.map(({ id, x, y }) => `${id},${x},${y}`).join(';')}|${cluster.advance} ${text}`;
		const known = this.#known.get(face) ?? new Map<string, number>();
		this.#known.set(face, known);
		let code = known.get(key);
		if (code === undefined) {
			const advance = isSingle ? face.advanceOf(only.id) : Math.max(0, cluster.advance);
			const glyph = isSingle
				? this.#file.glyph(face, only.id)
				: this.#file.composite({ ...cluster, advance });
			code = this.#codes.push({ glyph, advance, text: textToGiveBack(text) }) - 1;
			known.set(key, code);
		}
		return { code, before: isSingle ? only.x : 0 };
	}
}

/** Letters that are read from right to left, with marks. */
const POINTED = /^(?:[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]|\u200c|\u200d)+$/;
const MARK = /\p{M}|\u200c|\u200d/u;

/**
 * What a reader gives back for a code. Readers turn a line from right to left around character by character, also inside
 * of a code, unless it is a ligature of letters alone: so a letter from right to left with its marks is written the other
 * way round. Left out are characters that no reader gives back, and that a map of codes must not hold.
 */
function textToGiveBack(text: string): string {
	if (POINTED.test(text) && MARK.test(text)) return [...text].reverse().join('');
	return text.replace(/\p{Cc}|[\ufeff\ufffe\uffff]/gu, '\ufffd');
}

/** Six capital letters, the same for the same codes. */
function tagOf(codes: readonly Code[]): string {
	let seed = 0;
	for (const { glyph, text } of codes) seed = (Math.imul(seed, 31) + glyph + text.charCodeAt(0)) >>> 0;
	let tag = '';
	for (let k = 0; k < 6; k++) {
		tag += String.fromCharCode(65 + (seed % 26));
		seed = Math.floor(seed / 26) + 7919 * (k + 1);
	}
	return tag;
}

/** The text of each code (PDF 1.7, section 9.10.3). */
function toUnicodeMap(texts: readonly string[]): string {
	const BLOCK = 100;
	const lines = [
		'/CIDInit /ProcSet findresource begin',
		'12 dict begin',
		'begincmap',
		'/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def',
		'/CMapName /Adobe-Identity-UCS def',
		'/CMapType 2 def',
		'1 begincodespacerange',
		'<0000> <FFFF>',
		'endcodespacerange'
	];
	for (let from = 0; from < texts.length; from += BLOCK) {
		const block = texts.slice(from, from + BLOCK);
		lines.push(`${block.length} beginbfchar`);
		for (const [k, text] of block.entries()) lines.push(`<${hex(from + k, 4)}> <${utf16(text)}>`);
		lines.push('endbfchar');
	}
	return [...lines, 'endcmap', 'CMapName currentdict /CMap defineresource pop', 'end', 'end'].join('\n');
}
