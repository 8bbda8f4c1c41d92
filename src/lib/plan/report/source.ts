import type { CalendarDate } from '#lib/assessment/calendar-date.ts';
import type { Gap } from '#lib/assessment/gaps.ts';
import type { Assessment } from '#lib/assessment/schema.ts';
import type { Score } from '#lib/assessment/score.ts';
import type { ActionPlan } from '#lib/plan/action.ts';
import type { Questionnaire, QuestionnaireText, Source } from '#lib/questionnaire/schema.ts';
import type { Words } from '#lib/questionnaire/words.ts';

/** All that a report is made from. Score, gaps and plan belong to the assessment given beside them. */
export interface ReportSource {
	questionnaire: Questionnaire;
	text: QuestionnaireText;
	assessment: Assessment;
	score: Score;
	gaps: readonly Gap[];
	plan: ActionPlan;
	/** The day the paper is made: stands on the cover and decides what is overdue. */
	today: CalendarDate;
	words: Words;
	format: {
		/** A whole number in the digits of the language. */
		number: (value: number) => string;
		/** A day in full, such as 21 November 2026. */
		date: (date: CalendarDate) => string;
		/** A day in short, for tables. */
		shortDate: (date: CalendarDate) => string;
	};
	options: {
		/** With all answers and their evidence. */
		annex: boolean;
		/** With the free notes beside the answers; they stand in the annex only. */
		notes: boolean;
	};
	toolVersion: string;
	/** The publications that the questions may name. */
	sources: readonly Source[];
}
