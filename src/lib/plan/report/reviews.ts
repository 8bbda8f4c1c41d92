import { addDays } from '#lib/assessment/calendar-date.ts';
import type { Reviews } from '#lib/plan/report/model.ts';
import { departureOf } from '#lib/assessment/departure.ts';
import type { ReportSource } from '#lib/plan/report/source.ts';

/** Days after departure. */
const REVIEW_DAYS_DEPARTED = [30, 90] as const;
/** Days after the assessment: the days on which the drafted actions of a priority fall due. */
const REVIEW_DAYS = [30, 90, 180] as const;

/** When the plan is looked at again, and room for what came of it. */
export function composeReviews(source: ReportSource): Reviews {
	const { assessment, score, words, format } = source;
	const departure = departureOf(source.questionnaire, source.assessment);
	const planned = (name: string, from: string, days: number) => ({
		name,
		planned: format.shortDate(addDays(from, days))
	});
	const rows =
		departure === undefined
			? REVIEW_DAYS.map((days) =>
					planned(words('paper.reviews.day', { count: days }), assessment.assessedOn, days)
				)
			: [
					planned(words('paper.reviews.beforeDeparture'), departure, -1),
					...REVIEW_DAYS_DEPARTED.map((days) =>
						planned(words('paper.reviews.dayDeparted', { count: days }), departure, days)
					)
				];
	const hasGates = score.standards.some(({ indicators }) =>
		indicators.some(({ indicator }) => indicator.gate)
	);
	return {
		title: words('paper.reviews.title'),
		columns: {
			review: words('paper.reviews.review'),
			planned: words('paper.reviews.planned'),
			done: words('paper.reviews.done'),
			open: words(hasGates ? 'paper.reviews.gatesBlocked' : 'paper.reviews.criticalOpen')
		},
		rows: [...rows, { name: words('paper.reviews.everySixMonths'), planned: '' }],
		notes: words('paper.notes.title'),
		notesHint: words('paper.notes.hint')
	};
}
