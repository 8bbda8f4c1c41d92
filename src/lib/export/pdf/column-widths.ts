import type { Canvas } from '#lib/export/pdf/canvas.ts';
import { TYPE, type TextStyle } from '#lib/export/pdf/look.ts';
import { PADDING } from '#lib/export/pdf/table.ts';

/**
 * Width of a column that breaks no word of its texts, in points, with the room at its end.
 * @param limits at least what suits most papers; at most what leaves room for the other columns, where a longer word
 * is broken
 * @param style the widest of those in the column: in most tables that of bold cells
 */
export function fittingWidth(
	{ typesetter }: Canvas,
	texts: readonly string[],
	limits: { least: number; most: number },
	style: TextStyle = TYPE.tableBold
): number {
	// most answers are the same few words
	const longest = Math.max(...[...new Set(texts)].map((text) => typesetter.longestWord(text, style)));
	return Math.min(limits.most, Math.max(limits.least, Math.ceil(longest) + PADDING.end));
}
