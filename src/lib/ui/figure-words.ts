import type { Figure, PeopleYear, SeriesYear } from '#lib/guide/briefing-schema.ts';
import { boundsOf, splitOf } from '#lib/guide/figures.ts';
import type { I18n } from '#lib/i18n/i18n.svelte.ts';

type Unit = Extract<Figure, { kind: 'number' }>['unit'];

function inUnit(value: number, unit: Unit, { t, format }: I18n): string {
	return t(`briefing.unit.${unit}`, { value: format.number(value) });
}

/** The number of a figure in words, such as "over 70%"; of a series each year's. */
export function valueWords(figure: Figure, i18n: I18n): string {
	switch (figure.kind) {
		case 'number':
			return i18n.t(`briefing.bound.${figure.bound}`, {
				value: inUnit(figure.value, figure.unit, i18n)
			});
		case 'series':
			return figure.years
				.map((each) =>
					i18n.t('briefing.inYear', {
						value: yearWords(each, figure.unit, i18n),
						year: String(each.year)
					})
				)
				.join(', ');
		case 'split':
			return inUnit(figure.total, figure.unit, i18n);
		case 'victims':
			return '';
	}
}

/** The value of a year in words, such as "51 or 52" where sources differ. */
export function yearWords(year: SeriesYear, unit: Unit, i18n: I18n): string {
	const { low, high } = boundsOf(year);
	return low === high
		? inUnit(low, unit, i18n)
		: i18n.t('briefing.or', { low: inUnit(low, unit, i18n), high: inUnit(high, unit, i18n) });
}

/** The people counted in a year in words, saying which numbers the source does not have itself. */
export function peopleWords(year: PeopleYear, i18n: I18n): string {
	const { children, adults, workedOut } = splitOf(year);
	const key = {
		none: 'briefing.people',
		adults: 'briefing.peopleRest',
		both: 'briefing.peopleShares'
	} as const;
	return i18n.t(key[workedOut], { children, adults, total: year.total });
}
