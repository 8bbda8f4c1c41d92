import { ownValue } from '#lib/questionnaire/own-value.ts';
import type { Deadline, Reference, Source } from '#lib/questionnaire/schema.ts';

/** Titles of the items of frameworks, by framework and item. */
export type ItemTitles = Readonly<Record<string, Readonly<Record<string, { title: string }>>>>;

/** What the questions of a questionnaire rest on; loaded when somebody asks for it. */
export interface Origins {
	sources: readonly Source[];
	itemTitles: ItemTitles;
	/** Time limits that somebody else set. */
	deadlines: readonly Deadline[];
}

/** A publication that an indicator refers to, with the items of it that are meant. */
export interface CitedSource {
	source: Source;
	/** Whether the cited points were read in the source or a copy of it. */
	verified: boolean;
	/** Titles of items, when the source is a framework. */
	items: string[];
}

/**
 * References by publication, in their order. One that is referred to for several of its items stands once, unless
 * only some of them were read. A source that the list does not describe, as a questionnaire from a file may name it,
 * stands there by its id, without a link.
 */
export function citeSources(
	references: readonly Reference[],
	{ sources, itemTitles }: Pick<Origins, 'sources' | 'itemTitles'>
): CitedSource[] {
	const cited: CitedSource[] = [];
	for (const { source: id, item, verified } of references) {
		let entry = cited.find((each) => each.source.id === id && each.verified === verified);
		if (entry === undefined) {
			const source = sources.find((each) => each.id === id) ?? namedOnly(id);
			cited.push((entry = { source, verified, items: [] }));
		}
		if (item !== undefined) entry.items.push(ownValue(ownValue(itemTitles, id) ?? {}, item)?.title ?? item);
	}
	return cited;
}

function namedOnly(id: string): Source {
	return {
		id,
		title: id,
		publisher: '',
		edition: null,
		url: null,
		kind: 'unknown',
		verified: 'not-verified',
		note: ''
	};
}
