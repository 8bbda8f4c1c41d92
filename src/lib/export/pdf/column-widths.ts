import type { Canvas } from '#lib/export/pdf/canvas.ts';
import { TYPE } from '#lib/export/pdf/look.ts';
import { PADDING } from '#lib/export/pdf/table.ts';

/**
 * Width of a column that breaks no word of its texts, in points, with the room at its end. Head and cells are measured
 * as bold table text, which is the widest of them.
 * @param limits at least what suits most papers; at most what leaves room for the other columns, where a longer word
 * is broken
 */
export function fittingWidth(
	{ typesetter }: Canvas,
	texts: readonly string[],
	limits: { least: number; most: number }
): number {
	// most answers are the same few words
	const longest = Math.max(
		...[...new Set(texts)].map((text) => typesetter.longestWord(text, TYPE.tableBold))
	);
	return Math.min(limits.most, Math.max(limits.least, Math.ceil(longest) + PADDING.end));
}
