import type { PDFDict } from '@cantoo/pdf-lib';
import { asDict, asList, asNumber, dictAt, entry, listAt, nameAt, numberAt, streamBytes } from './objects.ts';
import { readOperations, type Operand } from './operations.ts';
import { readTrueType, type TrueType } from './true-type.ts';

/** A font of the file's resources. */
export interface Font {
	/** For a maintainer to find it: its name and its object. */
	place: string;
	/** Its codes are two bytes that are glyph numbers of a TrueType program: `Identity-H`. */
	hasTwoByteCodes: boolean;
	isEmbedded: boolean;
	hasGlyphMap: boolean;
	/** The TrueType program; undefined when none, or another kind, is embedded. */
	program: TrueType | undefined;
	/** The text of each code; undefined without a ToUnicode map. */
	texts: ReadonlyMap<number, string> | undefined;
	/** The codes that a page shows: filled while the pages are read. */
	used: Set<number>;
	/** Width of a code in thousandths of the em; undefined when the font does not say. */
	width(code: number): number | undefined;
	/** Number of the glyph that a code draws. */
	glyph(code: number): number;
}

export function readFont(dict: PDFDict, place: string): Font {
	const descendant = asDict(listAt(dict, 'DescendantFonts')[0]);
	const inner = descendant ?? dict;
	const descriptor = dictAt(inner, 'FontDescriptor');
	const program = streamBytes(entry(descriptor, 'FontFile2'));
	const toUnicode = streamBytes(entry(dict, 'ToUnicode'));
	const glyphMap = streamBytes(entry(inner, 'CIDToGIDMap'));
	const widths = readWidths(listAt(inner, 'W'));
	const defaultWidth = numberAt(inner, 'DW');
	return {
		place: `${place} (${nameAt(dict, 'BaseFont') ?? 'without a name'})`,
		hasTwoByteCodes: nameAt(inner, 'Subtype') === 'CIDFontType2' && nameAt(dict, 'Encoding') === 'Identity-H',
		isEmbedded: ['FontFile', 'FontFile2', 'FontFile3'].some((key) => entry(descriptor, key) !== undefined),
		hasGlyphMap: entry(inner, 'CIDToGIDMap') !== undefined,
		program: program && readTrueType(program),
		texts: toUnicode && readToUnicode(toUnicode),
		used: new Set(),
		width: (code) => widths.get(code) ?? defaultWidth,
		glyph(code) {
			if (glyphMap === undefined) return code;
			return ((glyphMap[code * 2] ?? 0) << 8) | (glyphMap[code * 2 + 1] ?? 0);
		}
	};
}

/** The codes of a shown string. */
export function readCodes(font: Font, shown: Uint8Array): number[] {
	if (!font.hasTwoByteCodes) return [...shown];
	return Array.from({ length: Math.ceil(shown.length / 2) }, (_, i) =>
		numberOf(shown.subarray(i * 2, i * 2 + 2))
	);
}

/** Widths by code, from `first [w w w]` and `first last w`. */
function readWidths(list: readonly Parameters<typeof asNumber>[0][]): Map<number, number> {
	const widths = new Map<number, number>();
	for (let i = 0; i + 1 < list.length;) {
		const first = asNumber(list[i]) ?? 0;
		const each = asList(list[i + 1]);
		const last = each === undefined ? (asNumber(list[i + 1]) ?? 0) : first + each.length - 1;
		for (let code = first; code <= last && code <= 0xffff; code++) {
			const width = asNumber(each === undefined ? list[i + 2] : each[code - first]);
			if (width !== undefined) widths.set(code, width);
		}
		i += each === undefined ? 3 : 2;
	}
	return widths;
}

function readToUnicode(bytes: Uint8Array): Map<number, string> {
	const texts = new Map<number, string>();
	for (const { operator, operands } of readOperations(bytes)) {
		if (operator === 'endbfchar') {
			for (let i = 0; i + 1 < operands.length; i += 2)
				texts.set(numberOf(operands[i]), utf16Text(operands[i + 1]));
		} else if (operator === 'endbfrange') {
			for (let i = 0; i + 2 < operands.length; i += 3) {
				const [first, last, target] = [numberOf(operands[i]), numberOf(operands[i + 1]), operands[i + 2]];
				for (let code = first; code <= last; code++) {
					const text = Array.isArray(target)
						? utf16Text(target[code - first])
						: later(utf16Text(target), code - first);
					texts.set(code, text);
				}
			}
		}
	}
	return texts;
}

/** In a range, each code goes one further in the last unit. */
function later(text: string, steps: number): string {
	return text && text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + steps);
}

function numberOf(operand: Operand | undefined): number {
	return operand instanceof Uint8Array ? operand.reduce((number, byte) => number * 256 + byte, 0) : 0;
}

/** UTF-16; of an odd number of bytes the last one is no text. */
function utf16Text(operand: Operand | undefined): string {
	if (!(operand instanceof Uint8Array)) return '';
	const units = Array.from({ length: operand.length >> 1 }, (_, i) =>
		numberOf(operand.subarray(i * 2, i * 2 + 2))
	);
	return String.fromCharCode(...units);
}
