import { chaptersIn } from '#lib/assessment/chapters.ts';
import type { Assessment } from '#lib/assessment/schema.ts';
import { scopeOf, type Scoping } from '#lib/assessment/scope.ts';
import { chosenOptions, unmetConditions } from '#lib/questionnaire/conditions.ts';
import type { Indicator, Questionnaire } from '#lib/questionnaire/schema.ts';

/** An indicator whose conditions the profile does not meet. */
interface LeftOutIndicator {
	indicator: Indicator;
	/** Ids of the profile questions whose answers leave it out; never empty. */
	because: readonly string[];
	/** Whether a person wants to be asked all the same. */
	isBroughtBack: boolean;
}

/** What the answer to one profile question leaves out. */
export interface LeftOutGroup {
	/** Id of the profile question. */
	question: string;
	/** The options chosen there. */
	chosen: readonly string[];
	indicators: readonly LeftOutIndicator[];
}

/**
 * What the profile leaves out of the chosen form, by the profile question that does so, in the order of the profile;
 * the indicators in the order in which they are answered. One that several answers leave out stands under the first
 * of its conditions. Those brought back are listed too: without that they would be left out.
 */
export function findLeftOut(questionnaire: Questionnaire, scoping: Scoping): LeftOutGroup[] {
	const { profile } = scoping;
	const scope = scopeOf(questionnaire, scoping);
	const byQuestion = new Map<string, LeftOutIndicator[]>();
	for (const indicator of chaptersIn(questionnaire).flatMap((chapter) => chapter.indicators)) {
		const inForm = scope(indicator);
		const because = [
			...new Set(unmetConditions(indicator, questionnaire, profile).map(({ question }) => question))
		];
		const [first] = because;
		if (inForm === 'other-form' || first === undefined) continue;
		const leftOut = { indicator, because, isBroughtBack: inForm === 'in-scope' };
		byQuestion.set(first, [...(byQuestion.get(first) ?? []), leftOut]);
	}
	return questionnaire.profile.flatMap(({ id }) => {
		const indicators = byQuestion.get(id);
		return indicators ? [{ question: id, chosen: chosenOptions(profile, id), indicators }] : [];
	});
}

/** The assessment with an indicator asked although the profile leaves it out, or left out again. Keeps all answers. */
export function bringBack(assessment: Assessment, indicatorId: string, isAsked: boolean): Assessment {
	const others = (assessment.broughtBack ?? []).filter((id) => id !== indicatorId);
	const broughtBack = isAsked ? [...others, indicatorId] : others;
	const changed = { ...assessment, broughtBack };
	if (broughtBack.length === 0) delete (changed as Assessment).broughtBack;
	return changed;
}
