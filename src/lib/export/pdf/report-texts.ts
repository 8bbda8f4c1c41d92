import type { Report } from '#lib/plan/report/model.ts';

/** A text of the report and the part it stands in. */
export interface ReportText {
	part: keyof Report;
	text: string;
}

/** Every text of a report, part by part. */
export function* reportTexts(report: Report): Generator<ReportText> {
	for (const part of Object.keys(report) as (keyof Report)[])
		for (const text of textsIn(report[part])) yield { part, text };
}

function* textsIn(value: unknown): Generator<string> {
	if (typeof value === 'string') yield value;
	else if (typeof value === 'object' && value !== null)
		for (const inner of Object.values(value)) yield* textsIn(inner);
}
