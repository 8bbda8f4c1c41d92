import { tick } from 'svelte';
import { answerOf, NOT_APPLICABLE, UNKNOWN } from '#lib/assessment/answer.ts';
import { levelsOf } from '#lib/assessment/reading.ts';
import type { Indicator } from '#lib/questionnaire/schema.ts';
import { preferences } from '#lib/session/preferences.svelte.ts';
import { session } from '#lib/session/session.svelte.ts';
import { wishOf, type KeyWish } from '#lib/ui/single-key.ts';

/** What a key press asks for; undefined while keys are turned off, or the help or a cover lies over the page. */
export function askedFor(event: KeyboardEvent): KeyWish | undefined {
	return preferences.hasSingleKeys && !isPageCovered() ? wishOf(event) : undefined;
}

/** Whether something lies over the page, so that nobody sees what a key would do there. */
export function isPageCovered(): boolean {
	return document.querySelector('dialog[open]') !== null;
}

/** Answers a question as a key asks; a key that asks for something else, or for a level too many, does nothing. */
export async function answerByKey(indicator: Indicator, wish: KeyWish): Promise<void> {
	const { id } = indicator;
	if (wish.kind === 'review') {
		const isMarked = answerOf(session.assessment, id)?.review === true;
		session.answer(id, { review: isMarked ? undefined : true });
	} else if (wish.kind === 'unknown') {
		session.answer(id, { level: UNKNOWN });
	} else if (wish.kind === 'level') {
		const level = levelsOf(session.questionnaire, indicator)[wish.index];
		if (level) session.answer(id, { level: level.id });
	} else if (wish.kind === 'not-applicable') {
		session.answer(id, { level: NOT_APPLICABLE });
		// it needs a reason: one can write it at once
		await tick();
		document.getElementById(`${id}-reason`)?.focus();
	}
}
