import type { Briefing, Figure, PeopleYear, SeriesYear } from '#lib/guide/briefing-schema.ts';

/** The lowest and the highest value that sources give for a year. */
export function boundsOf({ readings }: SeriesYear): { low: number; high: number } {
	const values = readings.flatMap((reading) => reading.values);
	return { low: Math.min(...values), high: Math.max(...values) };
}

/** How many of the people counted in a year are children and adults. */
export interface Split {
	children: number;
	adults: number;
	/** Which numbers the source does not have: they come from shares, or from a subtraction. */
	workedOut: 'none' | 'adults' | 'both';
}

/** Splits the people of a year; a share in percent gives a rounded number. */
export function splitOf({ total, children, adults, childrenPercent = 0 }: PeopleYear): Split {
	if (children === undefined) {
		const rounded = Math.round((total * childrenPercent) / 100);
		return { children: rounded, adults: total - rounded, workedOut: 'both' };
	}
	return adults === undefined
		? { children, adults: total - children, workedOut: 'adults' }
		: { children, adults, workedOut: 'none' };
}

/** Ids of all sources of a figure, each once, in the order in which they are named. */
export function sourcesOf(figure: Figure): string[] {
	const named = (): string[] => {
		switch (figure.kind) {
			case 'series':
				return figure.years.flatMap(({ readings }) => readings.flatMap(({ sources }) => sources));
			case 'victims':
				return figure.years.flatMap(({ sources, later }) => [...sources, ...(later?.sources ?? [])]);
			default:
				return figure.sources;
		}
	};
	return [...new Set(named())];
}

/** Ids of all sources of the briefing, each once, in the order in which the paper names them. */
export function sourcesOfBriefing({ figures, fiveSteps, changes }: Briefing): string[] {
	return [
		...new Set([
			...figures.flatMap(sourcesOf),
			...figures.flatMap((figure) =>
				figure.kind === 'series' && figure.countingRule !== undefined ? [figure.countingRule] : []
			),
			fiveSteps.source,
			...changes.flatMap(({ sources }) => sources)
		])
	];
}
