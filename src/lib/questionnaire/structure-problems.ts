import { findIndicatorProblems } from '#lib/questionnaire/indicator-problems.ts';
import { findRepeatedIds } from '#lib/questionnaire/repeated-ids.ts';
import type { Problem } from '#lib/questionnaire/result.ts';
import { findScaleProblems } from '#lib/questionnaire/scale-problems.ts';
import type { Questionnaire } from '#lib/questionnaire/schema.ts';

function findProfileProblems({ profile }: Questionnaire): Problem[] {
	const firstDate = profile.findIndex(({ kind }) => kind === 'departure-date');
	return [
		...findRepeatedIds(
			profile.map(({ id }) => id),
			(index) => `profile.${index}.id`
		),
		...profile.flatMap(({ kind }, index) =>
			kind === 'departure-date' && index !== firstDate
				? [
						{
							path: `profile.${index}.kind`,
							message: 'There is more than one departure date. Keep only one such profile question.'
						}
					]
				: []
		)
	];
}

function findShortFormProblems({ shortForms, standards }: Questionnaire): Problem[] {
	const known = new Set(standards.flatMap(({ indicators }) => indicators.map(({ id }) => id)));
	return [
		...findRepeatedIds(
			shortForms.map(({ id }) => id),
			(index) => `shortForms.${index}.id`
		),
		...shortForms.flatMap(({ id, indicators }, form) => [
			...(id === 'full'
				? [
						{
							path: `shortForms.${form}.id`,
							message: 'The id "full" means the whole questionnaire. Use another id for this short form.'
						}
					]
				: []),
			...findRepeatedIds(indicators, (index) => `shortForms.${form}.indicators.${index}`),
			...indicators.flatMap((indicator, index) =>
				known.has(indicator)
					? []
					: [
							{
								path: `shortForms.${form}.indicators.${index}`,
								message: `There is no indicator "${indicator}". Correct the id or remove it.`
							}
						]
			)
		])
	];
}

/** Finds what the shape alone cannot tell: ids used twice, names that lead nowhere, scales out of order. */
export function findStructureProblems(questionnaire: Questionnaire): Problem[] {
	const { scales, standards } = questionnaire;
	const placed = standards.flatMap(({ id, indicators }, s) =>
		indicators.map((indicator, i) => ({ indicator, standardId: id, path: `standards.${s}.indicators.${i}` }))
	);
	return [
		...Object.entries(scales).flatMap(([name, levels]) => findScaleProblems(levels, `scales.${name}`)),
		...findProfileProblems(questionnaire),
		...findShortFormProblems(questionnaire),
		...findRepeatedIds(
			standards.map(({ id }) => id),
			(index) => `standards.${index}.id`
		),
		...findRepeatedIds(
			placed.map(({ indicator }) => indicator.id),
			(index) => `${placed[index]?.path}.id`
		),
		...placed.flatMap(({ indicator, standardId, path }) =>
			findIndicatorProblems(indicator, standardId, questionnaire, path)
		)
	];
}
