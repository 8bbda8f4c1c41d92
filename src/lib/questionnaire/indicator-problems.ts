import { ownValue } from '#lib/questionnaire/own-value.ts';
import { findRepeatedIds } from '#lib/questionnaire/repeated-ids.ts';
import type { Problem } from '#lib/questionnaire/result.ts';
import type { Condition, Indicator, Questionnaire } from '#lib/questionnaire/schema.ts';

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
				message: `The profile question "${question}" asks for a date. A condition needs a question with yes or no.`
			}
		];
	return [
		...findRepeatedIds(is, (index) => `${path}.is.${index}`),
		...is.flatMap((answer, index) =>
			YES_NO.includes(answer)
				? []
				: [
						{
							path: `${path}.is.${index}`,
							message: `"${answer}" is no answer to the profile question "${question}". Write yes or no.`
						}
					]
		)
	];
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
	const { id, scale, gate, due, appliesIf, references } = indicator;
	const problems: Problem[] = [];
	const say = (field: string, message: string) => problems.push({ path: `${path}.${field}`, message });

	const start = `${questionnaire.id}.${standardId}.`;
	if (!id.startsWith(start)) say('id', `The id "${id}" must start with "${start}". Correct it.`);

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

	if (appliesIf !== undefined)
		problems.push(...findConditionProblems(appliesIf, questionnaire, `${path}.appliesIf`));
	problems.push(
		...findRepeatedIds(indicator.evidence, (index) => `${path}.evidence.${index}`),
		...findRepeatedIds(indicator.responsibleRoles, (index) => `${path}.responsibleRoles.${index}`),
		...findRepeatedIds(
			references.map(({ source }) => source),
			(index) => `${path}.references.${index}.source`
		)
	);
	return problems;
}
