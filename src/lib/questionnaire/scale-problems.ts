import { findRepeatedIds } from '#lib/questionnaire/repeated-ids.ts';
import type { Problem } from '#lib/questionnaire/result.ts';
import type { Level } from '#lib/questionnaire/schema.ts';

/** Answers that every indicator has beside its levels. */
const OTHER_ANSWERS: readonly string[] = ['unknown', 'not-applicable'];

/** Finds what is wrong with one level scale: first 0, last 1, strictly increasing (scoring specification, "Inputs"). */
export function findScaleProblems(levels: readonly Level[], path: string): Problem[] {
	const last = levels.length - 1;
	const problems = findRepeatedIds(
		levels.map(({ id }) => id),
		(index) => `${path}.${index}.id`
	);
	levels.forEach(({ id, value }, index) => {
		const say = (message: string) => problems.push({ path: `${path}.${index}.value`, message });
		if (index === 0 && value !== 0) say(`The first level must have the value 0. Change ${value} to 0.`);
		if (index === last && value !== 1) say(`The last level must have the value 1. Change ${value} to 1.`);
		if (index > 0 && value <= (levels[index - 1]?.value ?? 0))
			say('This value is not higher than the one before. Order the levels from lowest to highest.');
		if (OTHER_ANSWERS.includes(id))
			problems.push({
				path: `${path}.${index}.id`,
				message: `The id "${id}" has a fixed meaning as an answer. Use another id for this level.`
			});
	});
	return problems;
}
