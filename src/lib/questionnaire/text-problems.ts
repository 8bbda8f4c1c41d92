import { compareIds } from '#lib/questionnaire/compare-ids.ts';
import { DEADLINE_MARK } from '#lib/questionnaire/deadlines.ts';
import { ownValue } from '#lib/questionnaire/own-value.ts';
import type { Problem } from '#lib/questionnaire/result.ts';
import { indicatorsOf } from '#lib/questionnaire/indicators-of.ts';
import type {
	Indicator,
	IndicatorText,
	ProfileQuestion,
	Questionnaire,
	QuestionnaireText
} from '#lib/questionnaire/schema.ts';

function findIndicatorTextProblems(
	indicator: Indicator,
	questionnaire: Questionnaire,
	text: QuestionnaireText
): Problem[] {
	const own = ownValue(text.indicators, indicator.id);
	if (own === undefined) return [];
	const path = `indicators.${indicator.id}`;
	const levels = ownValue(questionnaire.scales, indicator.scale) ?? [];
	const sources = indicator.references.map(({ source }) => source);
	return [
		...compareIds(
			'level',
			levels.map(({ id }) => id),
			own.anchors,
			`${path}.anchors`
		),
		...compareIds('evidence line', indicator.evidence, own.evidence, `${path}.evidence`),
		...Object.keys(own.places ?? {})
			.filter((source) => !sources.includes(source))
			.map((source) => ({
				path: `${path}.places.${source}`,
				message: `The indicator has no reference to the source "${source}". Correct the id or remove this text.`
			})),
		...findPreparedProblems(indicator, own, path),
		...findDeadlineMarkProblems(indicator, own, path)
	];
}

function findPreparedProblems(
	{ practiceFrom }: Indicator,
	{ prepared }: IndicatorText,
	path: string
): Problem[] {
	if (practiceFrom !== undefined && prepared === undefined)
		return [
			{
				path: `${path}.prepared`,
				message: `The indicator can only show practice from the stage "${practiceFrom}". Write what it asks before it.`
			}
		];
	return practiceFrom === undefined && prepared !== undefined
		? [
				{
					path: `${path}.prepared`,
					message: 'The indicator asks the same at every stage. Add "practiceFrom", or remove this text.'
				}
			]
		: [];
}

/** Time limits that a text names must be the ones the indicator lists. */
function findDeadlineMarkProblems(
	{ deadlines = [] }: Indicator,
	{ requirement, why, action, anchors }: IndicatorText,
	path: string
): Problem[] {
	const texts = { requirement, why, action, ...prefixed('anchors', anchors) };
	return Object.entries(texts).flatMap(([field, words]) =>
		[...words.matchAll(DEADLINE_MARK)]
			.filter(([, id]) => !deadlines.includes(id ?? ''))
			.map(([mark]) => ({
				path: `${path}.${field}`,
				message: `The text names ${mark}, but the indicator does not list this time limit. Add it under "deadlines" or correct the id.`
			}))
	);
}

function prefixed(name: string, texts: Readonly<Record<string, string>>): Record<string, string> {
	return Object.fromEntries(Object.entries(texts).map(([id, words]) => [`${name}.${id}`, words]));
}

function findProfileTextProblems({ id, options = [] }: ProfileQuestion, text: QuestionnaireText): Problem[] {
	const own = ownValue(text.profile, id);
	return own ? compareIds('option', options, own.options ?? {}, `profile.${id}.options`) : [];
}

/** Finds texts that are missing, texts that belong to nothing, and texts of another questionnaire. */
export function findTextProblems(text: QuestionnaireText, questionnaire: Questionnaire): Problem[] {
	const idsOf = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);
	const indicators = indicatorsOf(questionnaire.standards);
	const levels = Object.values(questionnaire.scales).flat();
	const roles = indicators.flatMap(({ responsibleRoles }) => responsibleRoles);
	const origins = indicators.map(({ provenance }) => provenance);
	const problems: Problem[] = [];
	if (text.questionnaire !== questionnaire.id)
		problems.push({
			path: 'questionnaire',
			message: `These texts name the questionnaire "${text.questionnaire}", but they stand beside "${questionnaire.id}". Correct the id.`
		});
	return [
		...problems,
		...compareIds('level', idsOf(levels), text.levels, 'levels'),
		...compareIds('standard', idsOf(questionnaire.standards), text.standards, 'standards'),
		...compareIds('profile question', idsOf(questionnaire.profile), text.profile, 'profile'),
		...questionnaire.profile.flatMap((question) => findProfileTextProblems(question, text)),
		...compareIds('group', idsOf(questionnaire.groups ?? []), text.groups ?? {}, 'groups'),
		...(questionnaire.groups !== undefined && text.groupsName === undefined
			? [{ path: 'groupsName', message: 'The name of the groups is missing. Add it.' }]
			: []),
		...compareIds('time limit', idsOf(questionnaire.deadlines ?? []), text.deadlines ?? {}, 'deadlines'),
		...compareIds('short form', idsOf(questionnaire.shortForms), text.shortForms, 'shortForms'),
		...compareIds('role', roles, text.roles, 'roles'),
		...compareIds('provenance', origins, text.provenance, 'provenance'),
		...compareIds('indicator', idsOf(indicators), text.indicators, 'indicators'),
		...indicators.flatMap((indicator) => findIndicatorTextProblems(indicator, questionnaire, text))
	];
}
