import * as z from 'zod/mini';
import { compareIds } from '#lib/questionnaire/compare-ids.ts';
import { parseWith } from '#lib/questionnaire/parse-with.ts';
import type { Problem, Result } from '#lib/questionnaire/result.ts';
import { languageCode, slug, text, type Questionnaire } from '#lib/questionnaire/schema.ts';

const term = z.strictObject({
	term: text(60, 'The word that is explained.'),
	also: z.array(text(60, 'Another form of the word, or what it is shortened to.')),
	meaning: text(300, 'What it means, in our own words.'),
	verified: z.boolean()
});

const glossarySchema = z.strictObject({ language: languageCode, terms: z.record(slug, term) });

export type Glossary = z.infer<typeof glossarySchema>;
export type GlossaryTerm = z.infer<typeof term>;

/**
 * Checks the glossary of one language.
 * @param raw content of a file such as `glossary.en.json`
 * @param english the checked English glossary, when another language is checked: both must explain the same words
 */
export function parseGlossary(raw: unknown, english?: Glossary): Result<Glossary> {
	return parseWith(raw, glossarySchema, (glossary) => [
		...findSharedForms(glossary),
		...(english
			? compareIds('word', Object.keys(english.terms), glossary.terms, 'terms', 'English glossary')
			: [])
	]);
}

/** One form that stands for two words would lead a reader to the wrong one. */
function findSharedForms({ terms }: Glossary): Problem[] {
	const owners = new Map<string, string>();
	return Object.entries(terms).flatMap(([id, { term: word, also }]) =>
		[word, ...also].flatMap((form) => {
			const key = form.toLowerCase();
			const owner = owners.get(key) ?? id;
			owners.set(key, owner);
			return owner === id
				? []
				: [
						{
							path: `terms.${id}`,
							message: `"${form}" already stands for "${owner}". Keep it in one place.`
						}
					];
		})
	);
}

/** Words that the questions of a questionnaire name and the glossary does not have. */
export function findUnexplainedTerms(questionnaire: Questionnaire, glossary: Glossary): Problem[] {
	const known = new Set(Object.keys(glossary.terms));
	return questionnaire.standards.flatMap(({ indicators }, s) =>
		indicators.flatMap(({ terms = [] }, i) =>
			terms.flatMap((id, t) =>
				known.has(id)
					? []
					: [
							{
								path: `standards.${s}.indicators.${i}.terms.${t}`,
								message: `The glossary does not explain "${id}". Add it there or correct the id.`
							}
						]
			)
		)
	);
}
