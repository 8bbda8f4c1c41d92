import type { Rating } from '#lib/assessment/rating.ts';
import type { MarkName } from '#lib/ui/marks.ts';

/** The cup and the tone that stand beside a rating's word. */
export const RATING_MARKS: Readonly<Record<Rating, { mark: MarkName; tone?: 'good' | 'care' | 'alarm' }>> = {
	met: { mark: 'cup-full', tone: 'good' },
	'mostly-met': { mark: 'cup-most', tone: 'good' },
	'partly-met': { mark: 'cup-half', tone: 'care' },
	'not-met': { mark: 'cup-0', tone: 'alarm' },
	incomplete: { mark: 'cup-incomplete' },
	'not-assessed': { mark: 'cup-open' },
	'out-of-scope': { mark: 'cup-none' }
};
