import { drawAnnex } from '#lib/export/pdf/annex.ts';
import { drawCover } from '#lib/export/pdf/cover.ts';
import { drawDecision } from '#lib/export/pdf/decision.ts';
import { PdfDocument } from '#lib/export/pdf/file/document.ts';
import { drawMethod } from '#lib/export/pdf/method.ts';
import { drawPlan } from '#lib/export/pdf/plan-table.ts';
import { reportTexts } from '#lib/export/pdf/report-texts.ts';
import { drawScope } from '#lib/export/pdf/scope.ts';
import { Sheet } from '#lib/export/pdf/sheet.ts';
import { asPart, runInSlices } from '#lib/export/pdf/slices.ts';
import { drawSources } from '#lib/export/pdf/sources.ts';
import { drawStillToAnswer } from '#lib/export/pdf/still-to-answer.ts';
import { drawSummary } from '#lib/export/pdf/summary.ts';
import { loadFaces, type Faces } from '#lib/export/pdf/text/faces.ts';
import { Typesetter } from '#lib/export/pdf/text/typesetter.ts';
import type { Report } from '#lib/plan/report/model.ts';

/** Share of the work that drawing takes; the rest is writing the file. */
const DRAWING = 0.75;

/**
 * The report as a PDF file, made on the device. Equal reports give equal bytes, whatever the browser, clock or
 * zone. Works in slices of a few milliseconds. Characters that no font has become empty boxes; ask
 * `missingCharacters` first.
 * @param onSlice called after each slice with the share that is done, between 0 and 1; what it throws stops the work
 * @throws when HarfBuzz is refused or a font cannot be loaded
 */
export async function renderPdf(
	report: Report,
	onSlice?: (share: number) => void
): Promise<Uint8Array<ArrayBuffer>> {
	const faces = await loadFaces([...reportTexts(report)].map(({ text }) => text));
	return runInSlices(steps(report, faces), onSlice);
}

function* steps(report: Report, faces: Faces): Generator<number, Uint8Array<ArrayBuffer>> {
	const typesetter = new Typesetter(faces, report.language);
	const document = new PdfDocument(report, faces, typesetter.direction);
	yield 0;
	const sheet = new Sheet(document, typesetter, report.language);
	yield* asPart(layOut(sheet, report), { count: rowCount(report), from: 0, to: DRAWING });
	return yield* asPart(document.bytes(), { count: document.pageCount, from: DRAWING, to: 1 });
}

/** Rows of all long tables: almost all the drawing is done row by row. */
function rowCount({ plan, stillToAnswer, annex, scope }: Report): number {
	const tables = [...plan.groups, stillToAnswer, ...(annex?.standards ?? []), scope];
	return tables.reduce((sum, table) => sum + (table?.rows.length ?? 0), 0);
}

function* layOut(sheet: Sheet, report: Report): Generator<void> {
	sheet.enterPart(report.title);
	yield* drawCover(sheet, report);
	yield* drawSummary(sheet, report.summary);
	yield* drawPlan(sheet, report.plan);
	if (report.stillToAnswer !== undefined)
		yield* drawStillToAnswer(sheet, report.stillToAnswer, report.plan.groups.length === 0);
	yield* drawDecision(sheet, report);
	if (report.annex !== undefined) yield* drawAnnex(sheet, report.annex);
	if (report.scope !== undefined) yield* drawScope(sheet, report.scope);
	if (report.sources !== undefined) yield* drawSources(sheet, report.sources);
	drawMethod(sheet, report.method);
	yield;
	yield* sheet.drawFeet(report);
}
