import { version } from '$app/environment';
import { loadPaperMessages, wordsFrom } from '#lib/i18n/catalogue.ts';
import type { Report } from '#lib/plan/report/model.ts';
import { composePaper, languageOfPaper } from '#lib/session/paper.ts';
import { planning } from '#lib/session/planning.svelte.ts';
import { session } from '#lib/session/session.svelte.ts';
import { standing } from '#lib/session/standing.svelte.ts';

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
	/**
	 * Makes the PDF and gives it to the person. Works in slices, so that the page can be used meanwhile.
	 * @param watch called after each slice with the share that is done, between 0 and 1
	 * @throws when it was cancelled: then nothing is saved
	 */
	save(signal: AbortSignal, watch: (share: number) => void): Promise<void>;
}

/** The open assessment as a report. Its code and words load only now. */
export async function composeOpenReport(options: ReportOptions): Promise<Report> {
	const { questionnaire, text, assessment, today } = session;
	const { score, gaps } = standing;
	const { plan } = planning;
	return composePaper({
		questionnaire,
		text,
		assessment,
		score,
		gaps,
		plan,
		today,
		options,
		toolVersion: version
	});
}

/** Gives the plan of the open assessment to the person as a table for a spreadsheet. */
export async function savePlanAsCsv({ notes }: { notes: boolean }): Promise<void> {
	const { text, today } = session;
	const [{ composePlanRows }, messages, { csvFrom }, { downloadFile }, { planFileName }] = await Promise.all([
		import('#lib/plan/report/plan-rows.ts'),
		loadPaperMessages(languageOfPaper(text)),
		import('#lib/export/csv.ts'),
		import('#lib/export/download.ts'),
		import('#lib/export/file-name.ts')
	]);
	const words = wordsFrom(messages, languageOfPaper(text));
	const csv = csvFrom(composePlanRows({ text, plan: planning.plan, words }, { notes }));
	downloadFile(planFileName(today), 'text/csv;charset=utf-8', new TextEncoder().encode(csv));
}

/**
 * Prepares the PDF of the open assessment on this device. Its code and fonts load only now.
 * @throws when a part cannot be loaded or does not run here; `whyNoPaper` says which
 */
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
		async save(signal, watch) {
			const stopIfCancelled = (): void => {
				if (signal.aborted) throw new Error('Cancelled');
			};
			stopIfCancelled();
			const bytes = await renderPdf(report, (share) => {
				stopIfCancelled();
				watch(share);
			});
			stopIfCancelled();
			downloadFile(reportFileName(report.madeOn), 'application/pdf', bytes);
		}
	};
}
