import type { jsPDF } from 'jspdf';
import { drawAnnex } from '#lib/export/pdf/annex.ts';
import { drawCover } from '#lib/export/pdf/cover.ts';
import { drawDecision } from '#lib/export/pdf/decision.ts';
import { addFace, createDocument, documentBytes } from '#lib/export/pdf/document.ts';
import { loadFaces, type Faces } from '#lib/export/pdf/faces.ts';
import { drawMethod } from '#lib/export/pdf/method.ts';
import { drawPlan } from '#lib/export/pdf/plan-table.ts';
import { reportTexts } from '#lib/export/pdf/report-texts.ts';
import { Sheet } from '#lib/export/pdf/sheet.ts';
import { giveWay, runInSlices } from '#lib/export/pdf/slices.ts';
import { drawScope } from '#lib/export/pdf/scope.ts';
import { drawStillToAnswer } from '#lib/export/pdf/still-to-answer.ts';
import { drawSummary } from '#lib/export/pdf/summary.ts';
import type { Report } from '#lib/plan/report/model.ts';

/**
 * The report as a PDF file, made on the device. Equal reports give equal bytes, whatever the browser, clock or
 * zone. Works in slices of a few milliseconds. Characters that no font has become empty boxes; ask
 * `missingCharacters` first.
 * @throws when a font cannot be loaded
 */
export async function renderPdf(report: Report): Promise<Uint8Array<ArrayBuffer>> {
	const faces = await loadFaces([...reportTexts(report)].map(({ text }) => text));
	const doc = createDocument(report);
	await runInSlices(layOut(doc, faces, report));
	// writing the file is one block: let the page breathe before it
	await giveWay();
	return documentBytes(doc);
}

function* layOut(doc: jsPDF, faces: Faces, report: Report): Generator<void> {
	for (const face of [...faces.regular, ...faces.bold]) {
		addFace(doc, face);
		yield;
	}
	const sheet = new Sheet(doc, faces);
	sheet.addToOutline(report.title);
	drawCover(sheet, report);
	yield;
	drawSummary(sheet, report.summary);
	yield;
	yield* drawPlan(sheet, report.plan);
	if (report.stillToAnswer !== undefined)
		yield* drawStillToAnswer(sheet, report.stillToAnswer, report.plan.groups.length === 0);
	yield* drawDecision(sheet, report);
	if (report.annex !== undefined) yield* drawAnnex(sheet, report.annex);
	if (report.scope !== undefined) yield* drawScope(sheet, report.scope);
	drawMethod(sheet, report.method);
	yield;
	sheet.drawFeet(report.foot, report.pageNumber);
}
