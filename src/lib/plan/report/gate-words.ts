import type { GateWork } from '#lib/plan/gate-work.ts';
import type { ReportSource } from '#lib/plan/report/source.ts';

/** One sentence on what a blocked gate asks for: the level, and what it looks like. */
export function describeNeed(
	{ words }: Pick<ReportSource, 'words'>,
	{ needed: { level, anchor } }: Pick<GateWork, 'needed'>
): string {
	return words('paper.needed', { level, anchor });
}

/** By when a blocked gate must be ready. While it is blocked, a day that has passed is overdue. */
export function gateDue(
	{ words, format, today }: Pick<ReportSource, 'words' | 'format' | 'today'>,
	{ dueDate }: Pick<GateWork, 'dueDate'>
): string {
	if (dueDate === '') return words('paper.plan.noDate');
	return words(dueDate < today ? 'paper.overdueSince' : 'paper.by', { date: format.shortDate(dueDate) });
}
