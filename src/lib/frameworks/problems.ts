import type { Framework, Frameworks, FrameworksText } from '#lib/frameworks/schema.ts';
import { compareIds } from '#lib/questionnaire/compare-ids.ts';
import { ownValue } from '#lib/questionnaire/own-value.ts';
import { findRepeatedIds } from '#lib/questionnaire/repeated-ids.ts';
import type { Problem } from '#lib/questionnaire/result.ts';

const idsOf = (entries: readonly { id: string }[]): string[] => entries.map(({ id }) => id);

/** Says that a framework, or an item of it, does not exist; nothing when both do. */
export function findItemProblem(
	frameworks: readonly Framework[],
	id: string,
	item: string
): string | undefined {
	const framework = frameworks.find((each) => each.id === id);
	if (framework === undefined)
		return `There is no framework "${id}". Add it to frameworks.json or correct the id.`;
	if (framework.items.some((each) => each.id === item)) return undefined;
	return `The framework "${id}" has no item "${item}". Write one of: ${idsOf(framework.items).join(', ')}.`;
}

/** Finds ids that stand twice, and items of themes that lead nowhere. */
export function findFrameworksProblems({ frameworks, themes }: Frameworks): Problem[] {
	return [
		...findRepeatedIds(idsOf(frameworks), (index) => `frameworks.${index}.id`),
		...frameworks.flatMap(({ items }, f) =>
			findRepeatedIds(idsOf(items), (index) => `frameworks.${f}.items.${index}.id`)
		),
		...findRepeatedIds(idsOf(themes), (index) => `themes.${index}.id`),
		...themes.flatMap(({ indicators, items }, t) => [
			...findRepeatedIds(indicators, (index) => `themes.${t}.indicators.${index}`),
			...findRepeatedIds(
				items.map(({ framework, item }) => `${framework} ${item}`),
				(index) => `themes.${t}.items.${index}`
			),
			...items.flatMap(({ framework, item }, index) => {
				const message = findItemProblem(frameworks, framework, item);
				return message === undefined ? [] : [{ path: `themes.${t}.items.${index}`, message }];
			})
		])
	];
}

/** Finds texts that are missing and texts that belong to nothing. */
export function findFrameworksTextProblems(
	text: FrameworksText,
	{ frameworks, themes }: Frameworks
): Problem[] {
	const holder = 'list of frameworks';
	return [
		...compareIds('framework', idsOf(frameworks), text.frameworks, 'frameworks', holder),
		...compareIds('framework', idsOf(frameworks), text.items, 'items', holder),
		...frameworks.flatMap(({ id, items }) => {
			const own = ownValue(text.items, id);
			return own ? compareIds('item', idsOf(items), own, `items.${id}`, `framework "${id}"`) : [];
		}),
		...compareIds('theme', idsOf(themes), text.themes, 'themes', holder)
	];
}
