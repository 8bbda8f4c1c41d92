import LineBreaker from 'linebreak';
import { WHOLE_PARTS } from '#lib/export/pdf/text/whole-parts.ts';

/**
 * Places at which the Unicode rules would break and readers would not; each match ends there. Before French signs and
 * units, after an opening guillemet, inside numbers with spaces, in dates, times and fractions.
 */
const TOGETHER = [
	/[\u00a0\u202f ](?=[:;?!»%‰°€$£])/g,
	/«[\u00a0\u202f ]/g,
	/\d[\u00a0\u202f ](?=\d{3}(?!\d))/g,
	/\p{Nd}[/.:-](?=\p{Nd})/gu
];

/**
 * Where a paragraph may be broken into lines, in order, by UTF-16 unit; the last one is its end. Unicode Standard
 * Annex 14, but for what people read as one.
 */
export function breaksOf(paragraph: string): number[] {
	const whole = new Set<number>();
	for (const { index, 0: part } of paragraph.matchAll(WHOLE_PARTS))
		for (let inside = 1; inside < part.length; inside++) whole.add(index + inside);
	for (const pattern of TOGETHER)
		for (const { index, 0: found } of paragraph.matchAll(pattern)) whole.add(index + found.length);
	const breaker = new LineBreaker(paragraph);
	const breaks: number[] = [];
	for (let found = breaker.nextBreak(); found !== null; found = breaker.nextBreak())
		if (found.position === paragraph.length || !whole.has(found.position)) breaks.push(found.position);
	return breaks;
}
