import type { SourcesPart } from '#lib/plan/report/model.ts';
import type { ReportSource } from '#lib/plan/report/source.ts';
import { citeSources } from '#lib/questionnaire/cited-sources.ts';

/** A paper for a decision is not a bibliography: the site names all beside each question. */
const MOST = 12;

/**
 * The publications that most questions in scope name, each with what was read of it. Undefined when no question names
 * one.
 */
export function composeSources(source: ReportSource): SourcesPart | undefined {
	const { score, sources, words } = source;
	const asked = score.standards.flatMap(({ indicators }) => indicators.map(({ indicator }) => indicator));
	const counts = new Map<string, number>();
	for (const { references } of asked)
		for (const id of new Set(references.map((reference) => reference.source)))
			counts.set(id, (counts.get(id) ?? 0) + 1);
	if (counts.size === 0) return undefined;
	const references = [...counts]
		.sort(([, a], [, b]) => b - a)
		.slice(0, MOST)
		.map(([id]) => ({ source: id, strength: 'primary' as const, verified: false }));
	return {
		title: words('paper.sources.title'),
		intro: words('paper.sources.intro'),
		items: citeSources(references, { sources, itemTitles: {} }).map(({ source: { id, ...cited } }) => ({
			title: cited.title,
			address: cited.url,
			details: [
				...[cited.publisher, cited.edition ?? ''].filter((part) => part !== ''),
				words('paper.sources.questions', { count: counts.get(id) ?? 0 }),
				words(`paper.sources.${cited.verified}`)
			].join('; ')
		})),
		...(counts.size > MOST && { more: words('paper.sources.more', { count: counts.size - MOST }) })
	};
}
