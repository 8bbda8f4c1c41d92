import type { Figure, FigureText } from '#lib/guide/briefing-schema.ts';
import { boundsOf, splitOf } from '#lib/guide/figures.ts';
import type { I18n } from '#lib/i18n/i18n.svelte.ts';
import { peopleWords, valueWords, yearWords } from '#lib/ui/figure-words.ts';

/** A part of a bar. value: known; range: up to where another source goes; open: not verified; other: the rest of a whole. */
export interface Segment {
	kind: 'value' | 'range' | 'open' | 'other';
	from: number;
	to: number;
}

/** One bar with its label, and its value in words. */
export interface BarRow {
	id: string;
	label: string;
	words: string;
	segments: readonly Segment[];
}

type Of<Kind extends Figure['kind']> = Extract<Figure, { kind: Kind }>;

/** The bars of a series: full up to the lowest value, an outline up to the highest, open where nothing is verified. */
export function seriesRows({ years, unit }: Of<'series'>, i18n: I18n): BarRow[] {
	return years.map((year) => {
		const { low, high } = boundsOf(year);
		const isOpen = year.status === 'not-verified';
		const words = yearWords(year, unit, i18n);
		return {
			id: String(year.year),
			label: String(year.year),
			words: isOpen ? i18n.t('briefing.openValue', { value: words }) : words,
			segments: [
				{ kind: isOpen ? 'open' : 'value', from: 0, to: low },
				...(high > low ? [{ kind: 'range', from: low, to: high } as const] : [])
			]
		};
	});
}

/** The bars of people: children first, then adults. */
export function peopleRows({ years }: Of<'victims'>, i18n: I18n): BarRow[] {
	return years.map((year) => {
		const { children, adults } = splitOf(year);
		return {
			id: String(year.year),
			label: String(year.year),
			words: peopleWords(year, i18n),
			segments: [
				{ kind: 'value', from: 0, to: children },
				{ kind: 'other', from: children, to: children + adults }
			]
		};
	});
}

/** The bars of a whole that is split into parts. */
export function partRows(
	{ parts, total }: Of<'split'>,
	text: FigureText | undefined,
	{ t, format }: I18n
): BarRow[] {
	return parts.map(({ id, value, computed }) => ({
		id,
		label: text?.parts?.[id] ?? id,
		words: computed
			? t('briefing.computed', { value: format.number(value) })
			: t('briefing.ofWhole', { value: format.number(value), whole: format.number(total) }),
		segments: [{ kind: 'value', from: 0, to: value }]
	}));
}

/** The bars of shares in percent. */
export function shareRows(
	shares: readonly Of<'number'>[],
	texts: Readonly<Record<string, FigureText>>,
	i18n: I18n
): BarRow[] {
	return shares.map((figure) => ({
		id: figure.id,
		label: texts[figure.id]?.title ?? figure.id,
		words: valueWords(figure, i18n),
		segments: [
			{ kind: 'value', from: 0, to: figure.value },
			{ kind: 'other', from: figure.value, to: 100 }
		]
	}));
}
