import type { AssessmentFile } from '#lib/assessment/schema.ts';
import type { Problem } from '#lib/questionnaire/result.ts';
import { hasQuestionnaire, OWN } from '#lib/session/questionnaires.ts';

// Nothing from elsewhere goes under the name of a questionnaire of this site.

/** Says that a questionnaire from a file has an id under which the site has pages; undefined when it is free. */
export function findTakenId(id: string): Problem | undefined {
	if (id !== OWN && !hasQuestionnaire(id)) return undefined;
	return {
		path: 'questionnaire.id',
		message: `This site has a questionnaire "${id}" of its own. Give yours another id, also in the ids of its indicators.`
	};
}

/** The same of the questionnaire that an assessment brings, or that it names as its own. */
export function findTakenIdIn({
	questionnaire: { id },
	ownQuestionnaire
}: AssessmentFile): Problem | undefined {
	return id === OWN || ownQuestionnaire !== undefined ? findTakenId(id) : undefined;
}
