import { version } from '$app/environment';
import { loadPaperMessages, wordsFrom } from '#lib/i18n/catalogue.ts';
import { formatFor } from '#lib/i18n/format.ts';
import type { Report } from '#lib/plan/report/model.ts';
import { planning } from '#lib/session/planning.svelte.ts';
import { session } from '#lib/session/session.svelte.ts';

/** What a person chooses to have in the report. */
export interface ReportOptions {
	/** With all answers and their evidence. */
	annex: boolean;
	/** With the free notes; they stand in the annex only. */
	notes: boolean;
}

/** A report as a file, ready to be saved. */
export interface ReportFile {
	/** Characters that would be shown as empty boxes, with the texts they stand in. */
	missing: readonly { character: string; code: string; texts: readonly string[] }[];
	/** Makes the PDF and gives it to the person. */
	save(): Promise<void>;
}

/** The open assessment as a report. Its code and words load only now. */
export async function composeOpenReport(options: ReportOptions): Promise<Report> {
	const { language } = session.text;
	const [{ composeReport }, messages] = await Promise.all([
		import('#lib/plan/report.ts'),
		loadPaperMessages(language)
	]);
	const { questionnaire, text, assessment, score, gaps, today } = session;
	return composeReport({
		questionnaire,
		text,
		assessment,
		score,
		gaps,
		plan: planning.plan,
		today,
		words: wordsFrom(messages, language),
		format: formatFor(language),
		options,
		toolVersion: version
	});
}

/** Prepares the PDF of the open assessment on this device. */
export async function prepareReportFile(options: ReportOptions): Promise<ReportFile> {
	const [report, { missingCharacters }, { renderPdf }, { downloadFile }, { reportFileName }] =
		await Promise.all([
			composeOpenReport(options),
			import('#lib/export/pdf/missing-characters.ts'),
			import('#lib/export/pdf/render-pdf.ts'),
			import('#lib/export/download.ts'),
			import('#lib/export/file-name.ts')
		]);
	return {
		missing: await missingCharacters(report),
		async save() {
			downloadFile(reportFileName(report.madeOn), 'application/pdf', await renderPdf(report));
		}
	};
}
