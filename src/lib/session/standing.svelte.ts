import { chaptersOf } from '#lib/assessment/scored-chapters.ts';
import { findGaps, findUnanswered } from '#lib/assessment/gaps.ts';
import { scoreAssessment } from '#lib/assessment/score.ts';
import { session } from '#lib/session/session.svelte.ts';

/**
 * What follows from the answers of the open assessment; nothing of it is stored. It lies apart from the session, so
 * that the page of one question does not load how it is worked out.
 */
class Standing {
	readonly score = $derived.by(() => scoreAssessment(session.questionnaire, session.assessment));
	readonly gaps = $derived.by(() => findGaps(session.questionnaire, this.score));
	readonly unanswered = $derived.by(() => findUnanswered(this.score));
	/** The questions as they are answered. */
	readonly chapters = $derived.by(() => chaptersOf(session.questionnaire, this.score));
}

export const standing = new Standing();
