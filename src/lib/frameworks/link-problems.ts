import { findItemProblem } from '#lib/frameworks/problems.ts';
import type { Framework, Frameworks } from '#lib/frameworks/schema.ts';
import type { Problem } from '#lib/questionnaire/result.ts';
import type { Questionnaire, Source } from '#lib/questionnaire/schema.ts';

/** Finds references of a questionnaire to framework items that do not exist. */
export function findItemReferenceProblems(
	{ standards }: Questionnaire,
	frameworks: readonly Framework[]
): Problem[] {
	return standards.flatMap(({ indicators }, s) =>
		indicators.flatMap(({ references }, i) =>
			references.flatMap(({ source, item }, r) => {
				const message = item === undefined ? undefined : findItemProblem(frameworks, source, item);
				return message === undefined
					? []
					: [{ path: `standards.${s}.indicators.${i}.references.${r}.item`, message }];
			})
		)
	);
}

/** Finds frameworks that no publication stands for: a reference names both by one id. */
export function findFrameworkSourceProblems(
	{ frameworks }: Frameworks,
	sources: readonly Source[]
): Problem[] {
	const known = new Set(sources.map(({ id }) => id));
	return frameworks.flatMap(({ id }, index) =>
		known.has(id)
			? []
			: [
					{
						path: `frameworks.${index}.id`,
						message: `There is no source "${id}". Add it to sources.json or correct the id.`
					}
				]
	);
}

/**
 * Finds indicators of themes that no questionnaire has.
 * @param questionnaires all questionnaires of the folder
 */
export function findThemeIndicatorProblems(
	{ themes }: Frameworks,
	questionnaires: readonly Questionnaire[]
): Problem[] {
	const known = new Set(
		questionnaires.flatMap(({ standards }) =>
			standards.flatMap(({ indicators }) => indicators.map(({ id }) => id))
		)
	);
	return themes.flatMap(({ indicators }, t) =>
		indicators.flatMap((id, index) =>
			known.has(id)
				? []
				: [
						{
							path: `themes.${t}.indicators.${index}`,
							message: `No questionnaire has an indicator "${id}". Correct the id or remove it.`
						}
					]
		)
	);
}
