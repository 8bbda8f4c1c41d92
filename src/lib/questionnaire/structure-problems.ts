import { findIndicatorProblems } from '#lib/questionnaire/indicator-problems.ts';
import { findRepeatedIds } from '#lib/questionnaire/repeated-ids.ts';
import type { Problem } from '#lib/questionnaire/result.ts';
import { findScaleProblems } from '#lib/questionnaire/scale-problems.ts';
import type { ProfileQuestion, Questionnaire } from '#lib/questionnaire/schema.ts';

/** Kinds of profile questions that a questionnaire may have only once. */
const ONLY_ONCE: Partial<Record<ProfileQuestion['kind'], string>> = {
	'departure-date': 'departure date',
	stage: 'stage'
};

function findProfileProblems({ profile }: Questionnaire): Problem[] {
	return [
		...findRepeatedIds(
			profile.map(({ id }) => id),
			(index) => `profile.${index}.id`
		),
		...profile.flatMap(({ kind, options }, index) => {
			const problems = findRepeatedIds(options ?? [], (option) => `profile.${index}.options.${option}`);
			const once = ONLY_ONCE[kind];
			if (once !== undefined && index !== profile.findIndex((each) => each.kind === kind))
				problems.push({
					path: `profile.${index}.kind`,
					message: `There is more than one ${once}. Keep only one such profile question.`
				});
			const needsOptions = kind === 'several' || kind === 'stage';
			if (needsOptions && options === undefined)
				problems.push({
					path: `profile.${index}.options`,
					message: `A profile question of the kind "${kind}" needs options to choose from. Add them.`
				});
			if (!needsOptions && options !== undefined)
				problems.push({
					path: `profile.${index}.options`,
					message: `A profile question of the kind "${kind}" has no options. Remove them.`
				});
			return problems;
		})
	];
}

function findGroupProblems({ groups = [], arrangedBy, standards }: Questionnaire): Problem[] {
	const problems = findRepeatedIds(
		groups.map(({ id }) => id),
		(index) => `groups.${index}.id`
	);
	groups.forEach(({ id }, index) => {
		if (standards.some((standard) => standard.id === id))
			problems.push({
				path: `groups.${index}.id`,
				message: `The id "${id}" is a standard. Use another id for this group.`
			});
	});
	if (arrangedBy === 'group' && groups.length === 0)
		problems.push({
			path: 'arrangedBy',
			message: 'There are no groups to arrange by. Add "groups" or write "standard".'
		});
	return problems;
}

function findOtherProblems({
	targetAtDeparture,
	scales,
	deadlines,
	merged,
	standards
}: Questionnaire): Problem[] {
	const known = new Set(standards.flatMap(({ indicators }) => indicators.map(({ id }) => id)));
	const problems = findRepeatedIds(
		(deadlines ?? []).map(({ id }) => id),
		(index) => `deadlines.${index}.id`
	);
	if (
		targetAtDeparture !== undefined &&
		!Object.values(scales).every((levels) => levels.some(({ id }) => id === targetAtDeparture))
	)
		problems.push({
			path: 'targetAtDeparture',
			message: `A scale has no level "${targetAtDeparture}". Write a level that every scale has.`
		});
	for (const [id, into] of Object.entries(merged ?? {})) {
		if (known.has(id))
			problems.push({
				path: `merged.${id}`,
				message: `The indicator "${id}" is still there. Remove it, or remove this line.`
			});
		if (!known.has(into))
			problems.push({ path: `merged.${id}`, message: `There is no indicator "${into}". Correct the id.` });
	}
	return problems;
}

/** So many are enough to know where to begin. */
const MOST_NAMED = 5;

function listOf(ids: readonly string[]): string {
	const more = ids.length - MOST_NAMED;
	return ids.slice(0, MOST_NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** A short form with only some of the gates could call an organisation ready that is not. */
function findGateProblems({ shortForms, standards }: Questionnaire): Problem[] {
	const gates = standards.flatMap(({ indicators }) =>
		indicators.filter(({ gate }) => gate !== undefined).map(({ id }) => id)
	);
	return shortForms.flatMap(({ indicators }, form) => {
		const asked = new Set(indicators);
		const missing = gates.filter((id) => !asked.has(id));
		return missing.length === 0 || missing.length === gates.length
			? []
			: [
					{
						path: `shortForms.${form}.indicators`,
						message: `This short form has some gates, but not ${listOf(missing)}. Add them, or take all gates out.`
					}
				];
	});
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
		...findGroupProblems(questionnaire),
		...findShortFormProblems(questionnaire),
		...findGateProblems(questionnaire),
		...findOtherProblems(questionnaire),
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
