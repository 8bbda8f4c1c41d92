import type { Level } from '#lib/questionnaire/schema.ts';
import type { MarkName } from '#lib/ui/marks.ts';

/** The cup of a level: empty at 0, full at 1, between them as far as the level is. */
export function markOfLevel({ value }: Level): MarkName {
	if (value <= 0) return 'cup-0';
	if (value >= 1) return 'cup-full';
	return value > 0.5 ? 'cup-most' : 'cup-half';
}
