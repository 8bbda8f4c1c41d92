import type { Reading } from '#lib/assessment/reading.ts';
import { levelName } from '#lib/plan/report/names.ts';
import type { ReportSource } from '#lib/plan/report/source.ts';
import { isolated } from '#lib/questionnaire/language-direction.ts';
import { ownValue } from '#lib/questionnaire/own-value.ts';
import type { Indicator } from '#lib/questionnaire/schema.ts';

/** An anchor of fewer words ("No", "None") says nothing by itself: the level's label takes its place. */
const FEWEST_ANCHOR_WORDS = 3;

/**
 * One sentence on what an indicator's answer says today.
 * @param reading undefined when the indicator is no longer asked
 */
export function describeToday(
	{ text, words }: Pick<ReportSource, 'text' | 'words'>,
	indicator: Indicator,
	reading: Reading | undefined
): string {
	if (reading === undefined) return words('paper.today.notAsked');
	if (reading.kind === 'unanswered') return words('paper.today.unanswered');
	if (reading.kind === 'not-applicable')
		return words('paper.today.notApplicable', { reason: isolated(reading.reason) });
	if (reading.level === undefined) return words('paper.today.unknown');
	const { id } = reading.level;
	const anchor = ownValue(ownValue(text.indicators, indicator.id)?.anchors ?? {}, id) ?? '';
	const says = anchor.trim().split(/\s+/).length < FEWEST_ANCHOR_WORDS ? levelName({ text }, id) : anchor;
	return words('paper.today.level', { today: says });
}
