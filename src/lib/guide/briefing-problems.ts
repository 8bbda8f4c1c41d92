import type { Briefing, BriefingText, Figure, FigureStatus } from '#lib/guide/briefing-schema.ts';
import { compareIds } from '#lib/questionnaire/compare-ids.ts';
import { findRepeatedIds } from '#lib/questionnaire/repeated-ids.ts';
import type { Problem } from '#lib/questionnaire/result.ts';
import type { Source } from '#lib/questionnaire/schema.ts';

/** A claim: what is said to be known, by whom, and where that stands. */
interface Claim {
	path: string;
	status: FigureStatus;
	sources: readonly string[];
}

/** Finds figures that stand twice, lack their sources, claim more than these carry, or do not add up. */
export function findBriefingProblems({ figures, fiveSteps, changes }: Briefing, known: readonly Source[]) {
	const byId = new Map(known.map((source) => [source.id, source]));
	const rules = figures.flatMap((figure, f) =>
		figure.kind === 'series' && figure.countingRule !== undefined
			? [{ path: `figures.${f}.countingRule`, status: 'verified' as const, sources: [figure.countingRule] }]
			: []
	);
	const claims: Claim[] = [
		...figures.flatMap((figure, f) => claimsOf(figure, `figures.${f}`)),
		...rules,
		{ path: 'fiveSteps.source', status: 'reported', sources: [fiveSteps.source] },
		...changes.map(({ status, sources }, c) => ({ path: `changes.${c}`, status, sources }))
	];
	return [
		...findRepeatedIds(
			figures.map(({ id }) => id),
			(index) => `figures.${index}.id`
		),
		...findRepeatedIds(
			changes.map(({ id }) => id),
			(index) => `changes.${index}.id`
		),
		...claims.flatMap((claim) => findClaimProblems(claim, byId)),
		...figures.flatMap((figure, f) => findSumProblems(figure, `figures.${f}`)),
		...findPartProblems(figures)
	];
}

function claimsOf(figure: Figure, path: string): Claim[] {
	switch (figure.kind) {
		case 'series':
			return figure.years.flatMap(({ status, readings }, y) =>
				readings.map(({ sources }, r) => ({ path: `${path}.years.${y}.readings.${r}`, status, sources }))
			);
		case 'victims':
			return figure.years.flatMap(({ status, sources, later }, y) => [
				{ path: `${path}.years.${y}`, status, sources },
				...(later ? [{ path: `${path}.years.${y}.later`, status, sources: later.sources }] : [])
			]);
		default:
			return [{ path, status: figure.status, sources: figure.sources }];
	}
}

function findClaimProblems({ path, status, sources }: Claim, known: ReadonlyMap<string, Source>): Problem[] {
	if (sources.length === 0 && status !== 'not-verified')
		return [{ path, message: 'No source is named. Add one, or write the status "not-verified".' }];
	return sources.flatMap((id) => {
		const source = known.get(id);
		if (source === undefined)
			return [{ path, message: `There is no source "${id}". Add it to sources.json or correct the id.` }];
		return status === 'verified' && source.verified !== 'primary'
			? [
					{
						path,
						message: `sources.json says that "${id}" was not read itself. Write the status "reported", or correct the entry in sources.json.`
					}
				]
			: [];
	});
}

function findSumProblems(figure: Figure, path: string): Problem[] {
	const sums: { path: string; parts: readonly number[]; total: number }[] =
		figure.kind === 'split'
			? [{ path, parts: figure.parts.map(({ value }) => value), total: figure.total }]
			: figure.kind === 'victims'
				? figure.years.flatMap(({ adults, children, total, adultsPercent, childrenPercent }, y) => [
						...(adults !== undefined && children !== undefined
							? [{ path: `${path}.years.${y}`, parts: [adults, children], total }]
							: []),
						...(adultsPercent !== undefined && childrenPercent !== undefined
							? [{ path: `${path}.years.${y}`, parts: [adultsPercent, childrenPercent], total: 100 }]
							: [])
					])
				: [];
	return sums
		.map((each) => ({ ...each, sum: each.parts.reduce((sum, part) => sum + part, 0) }))
		.filter(({ sum, total }) => sum !== total)
		.map(({ path: place, sum, total }) => ({
			path: place,
			message: `The parts make ${sum}, but the whole is ${total}. Correct the numbers.`
		}));
}

function findPartProblems(figures: readonly Figure[]): Problem[] {
	return figures.flatMap((figure, f) =>
		figure.kind !== 'number' ||
		figure.partOf === undefined ||
		(figure.unit === 'percent' && figures.some(({ id }) => id === figure.partOf && id !== figure.id))
			? []
			: [
					{
						path: `figures.${f}.partOf`,
						message: `A share needs the unit "percent" and another figure "${figure.partOf}". Correct one of them.`
					}
				]
	);
}

/** Finds figures, steps and changes without texts, and texts that belong to none of them. */
export function findBriefingTextProblems(
	texts: BriefingText,
	{ figures, fiveSteps, changes }: Briefing
): Problem[] {
	const ids = (each: readonly { id: string }[]) => each.map(({ id }) => id);
	return [
		...compareIds('figure', ids(figures), texts.figures, 'figures', 'briefing'),
		...figures.flatMap((figure) =>
			compareIds(
				'part',
				figure.kind === 'split' ? ids(figure.parts) : [],
				texts.figures[figure.id]?.parts ?? {},
				`figures.${figure.id}.parts`,
				'briefing'
			)
		),
		...compareIds('step', fiveSteps.steps, texts.fiveSteps, 'fiveSteps', 'briefing'),
		...compareIds('change', ids(changes), texts.changes, 'changes', 'briefing')
	];
}
