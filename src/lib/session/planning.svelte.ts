import { draftPlan } from '#lib/plan/draft.ts';
import { session } from '#lib/session/session.svelte.ts';
import { standing } from '#lib/session/standing.svelte.ts';

/** The plan of the open assessment. Apart from the session, so that answering does not wait for its code. */
class Planning {
	readonly plan = $derived.by(() =>
		draftPlan(session.questionnaire, session.text, session.assessment, standing.score, standing.gaps)
	);
}

export const planning = new Planning();
