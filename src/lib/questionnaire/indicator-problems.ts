import { ownValue } from '#lib/questionnaire/own-value.ts';
import { findRepeatedIds } from '#lib/questionnaire/repeated-ids.ts';
import type { Problem } from '#lib/questionnaire/result.ts';
import type { Condition, Indicator, Questionnaire, Reference } from '#lib/questionnaire/schema.ts';

const YES_NO: readonly string[] = ['yes', 'no'];

function findConditionProblems(
	{ question, is }: Condition,
	questionnaire: Questionnaire,
	path: string
): Problem[] {
	const asked = questionnaire.profile.find(({ id }) => id === question);
	if (asked === undefined)
		return [
			{
				path: `${path}.question`,
				message: `There is no profile question "${question}". Add it under "profile" or correct the id.`
			}
		];
	if (asked.kind === 'departure-date')
		return [
			{
				path: `${path}.question`,
				message: `The profile question "${question}" asks for a date. A condition needs a question with answers to choose.`
			}
		];
	const answers = asked.options ?? YES_NO;
	return [
		...findRepeatedIds(is, (index) => `${path}.is.${index}`),
		...is.flatMap((answer, index) =>
			answers.includes(answer)
				? []
				: [
						{
							path: `${path}.is.${index}`,
							message: `"${answer}" is no answer to the profile question "${question}". Write one of: ${answers.join(', ')}.`
						}
					]
		)
	];
}

function isPrimary({ strength }: Reference): boolean {
	return strength === 'primary';
}

/**
 * Finds what is wrong with one indicator in its questionnaire.
 * @param standardId standard that holds the indicator
 * @param path place of the indicator in the file
 */
export function findIndicatorProblems(
	indicator: Indicator,
	standardId: string,
	questionnaire: Questionnaire,
	path: string
): Problem[] {
	const { id, scale, gate, due, group, basis, practiceFrom, appliesIf = [], references } = indicator;
	const problems: Problem[] = [];
	const say = (field: string, message: string) => problems.push({ path: `${path}.${field}`, message });

	const starts = [standardId, ...(group === undefined ? [] : [group])].map(
		(part) => `${questionnaire.id}.${part}.`
	);
	if (!starts.some((start) => id.startsWith(start)))
		say(
			'id',
			`The id "${id}" must start with ${starts.map((start) => `"${start}"`).join(' or ')}. Correct it.`
		);

	const levels = ownValue(questionnaire.scales, scale);
	if (levels === undefined)
		say('scale', `There is no scale "${scale}". Add it under "scales" or correct the name.`);
	else if (gate !== undefined && !levels.some((level) => level.id === gate.minimum))
		say('gate.minimum', `The scale "${scale}" has no level "${gate.minimum}". Write one of its levels.`);

	if (due !== undefined && !questionnaire.profile.some(({ kind }) => kind === 'departure-date'))
		say('due', 'A due code needs a departure date. Add a profile question of the kind "departure-date".');
	if (indicator.weight === 'critical' && indicator.provenance !== 'proposal' && references.length === 0)
		say(
			'references',
			'A critical indicator needs a reference. Add one, or set the provenance to "proposal".'
		);

	const { groups } = questionnaire;
	if (groups !== undefined && group === undefined)
		say('group', 'The questionnaire has groups, but this indicator has none. Write one of them.');
	if (group !== undefined && !groups?.some((each) => each.id === group))
		say('group', `There is no group "${group}". Add it under "groups" or correct the id.`);
	if (basis !== undefined && basis !== 'good-practice' && !references.some(isPrimary))
		say(
			'basis',
			'A duty or a policy needs a reference with the strength "primary". Add one, or write "good-practice".'
		);
	const stage = questionnaire.profile.find(({ kind }) => kind === 'stage');
	if (practiceFrom !== undefined && !stage?.options?.includes(practiceFrom))
		say(
			'practiceFrom',
			`There is no stage "${practiceFrom}". Write an option of the profile question of the kind "stage".`
		);
	const deadlines = questionnaire.deadlines ?? [];
	(indicator.deadlines ?? []).forEach((deadline, index) => {
		if (!deadlines.some((each) => each.id === deadline))
			say(
				`deadlines.${index}`,
				`There is no time limit "${deadline}". Add it under "deadlines" or correct the id.`
			);
	});

	problems.push(
		...appliesIf.flatMap((condition, index) =>
			findConditionProblems(condition, questionnaire, `${path}.appliesIf.${index}`)
		),
		...findRepeatedIds(
			appliesIf.map(({ question }) => question),
			(index) => `${path}.appliesIf.${index}.question`
		),
		...findRepeatedIds(indicator.terms ?? [], (index) => `${path}.terms.${index}`),
		...findRepeatedIds(indicator.evidence, (index) => `${path}.evidence.${index}`),
		...findRepeatedIds(indicator.responsibleRoles, (index) => `${path}.responsibleRoles.${index}`),
		...findRepeatedIds(
			references.map(({ source, item }) => (item === undefined ? source : `${source} ${item}`)),
			(index) => `${path}.references.${index}.source`
		)
	);
	return problems;
}
