import type { ItemReading } from '#lib/frameworks/reading.ts';
import type { MarkName } from '#lib/ui/marks.ts';

/** The cup and the tone beside the word of a band. Never the full cup with its tick: nothing here is complete. */
export const ITEM_READING_MARKS: Readonly<
	Record<ItemReading, { mark: MarkName; tone?: 'good' | 'care' | 'alarm' }>
> = {
	gap: { mark: 'cup-0', tone: 'alarm' },
	partial: { mark: 'cup-half', tone: 'care' },
	'no-gap-seen': { mark: 'cup-most', tone: 'good' },
	'too-few-answers': { mark: 'cup-incomplete' }
};
