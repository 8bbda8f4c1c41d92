import type { Progress } from '#lib/assessment/progress.ts';
import type { MarkName } from '#lib/ui/marks.ts';

/** The sign of how far something is answered, and its tone. */
export const PROGRESS_MARKS: Readonly<Record<Progress, { mark: MarkName; tone?: 'act' | 'good' }>> = {
	'not-started': { mark: 'box-empty' },
	'in-progress': { mark: 'box-half', tone: 'act' },
	completed: { mark: 'box-done', tone: 'good' }
};
