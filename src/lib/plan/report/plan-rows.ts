import { saidStatus } from '#lib/plan/action.ts';
import { indicatorName, standardName } from '#lib/plan/report/names.ts';
import { proofOf, signOf } from '#lib/plan/report/plan-part.ts';
import type { ReportSource } from '#lib/plan/report/source.ts';

/**
 * The plan as a table for a spreadsheet: a row of heads, then one row for each action in plan order, with its number
 * in the paper. A cell is empty where nobody wrote anything; due dates are ISO 8601. Pure.
 */
export function composePlanRows(
	source: Pick<ReportSource, 'text' | 'plan' | 'words'>,
	options: {
		/** With a column for the notes beside the actions. */
		notes: boolean;
	}
): (string | number)[][] {
	const { plan, words } = source;
	const heads = [
		words('paper.plan.number'),
		words('paper.rows.priority'),
		words('paper.summary.standard'),
		words('paper.rows.gap'),
		words('paper.rows.action'),
		words('paper.plan.role'),
		words('paper.plan.due'),
		words('paper.plan.status'),
		words('paper.rows.resources'),
		words('paper.rows.proof'),
		...(options.notes ? [words('paper.rows.note')] : [])
	];
	const rows = plan.actions.map((action, index) => [
		index + 1,
		words(`paper.sign.${signOf(action)}`),
		action.standardId === undefined ? words('paper.plan.added') : standardName(source, action.standardId),
		action.indicator === undefined ? '' : indicatorName(source, action.indicator),
		action.text.trim(),
		action.responsibleRole.trim(),
		action.dueDate,
		words(`paper.status.${saidStatus(action)}`),
		action.resources.trim(),
		proofOf(source, action),
		...(options.notes ? [action.note.trim()] : [])
	]);
	return [heads, ...rows];
}
