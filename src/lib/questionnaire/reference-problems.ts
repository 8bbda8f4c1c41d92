import type { Problem } from '#lib/questionnaire/result.ts';
import type { Questionnaire, Source } from '#lib/questionnaire/schema.ts';

/** Finds references and time limits that lead to no source, or claim more than the source list says. */
export function findReferenceProblems(questionnaire: Questionnaire, sources: readonly Source[]): Problem[] {
	const known = new Map(sources.map((source) => [source.id, source]));
	const cited = [
		...(questionnaire.deadlines ?? []).map((deadline, d) => ({ ...deadline, path: `deadlines.${d}` })),
		...questionnaire.standards.flatMap(({ indicators }, s) =>
			indicators.flatMap(({ references }, i) =>
				references.map((reference, r) => ({
					...reference,
					path: `standards.${s}.indicators.${i}.references.${r}`
				}))
			)
		)
	];
	return cited.flatMap(({ source: id, verified, path }) => {
		const source = known.get(id);
		if (source === undefined)
			return [
				{
					path: `${path}.source`,
					message: `There is no source "${id}". Add it to sources.json or correct the id.`
				}
			];
		if (verified && source.verified === 'not-verified')
			return [
				{
					path: `${path}.verified`,
					message: `sources.json says that nobody has read "${id}". Write false here, or correct the entry in sources.json.`
				}
			];
		return [];
	});
}
