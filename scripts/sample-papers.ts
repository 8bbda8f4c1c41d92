import { renderPdf } from '#lib/export/pdf/render-pdf.ts';
import type { Report } from '#lib/plan/report/model.ts';
import { SAMPLES } from '../tests/fixtures/reports/index.ts';
import { MIXED_LINES } from '../tests/fixtures/reports/mixed.ts';
import { sampleReport } from '../tests/fixtures/reports/sample-report.ts';
import { en } from '../tests/fixtures/reports/words/en.ts';
import type { NamedPdf } from './pdf-check/check-files.ts';

// Makes a paper of each sample. Only Vite can load it: fonts are modules that its plugins make.

/** Every third action has a note. */
const ACTIONS_PER_NOTE = 3;

/**
 * A paper in each language of the samples, with annex; one whose notes mix scripts and directions, and one with notes
 * that go on over pages.
 */
export async function* samplePapers(): AsyncGenerator<NamedPdf> {
	for (const [language, words] of Object.entries(SAMPLES))
		yield { name: `sample in ${language}`, bytes: await renderPdf(sampleReport(words)) };
	const lines = MIXED_LINES.map(({ text }) => text);
	yield { name: 'sample of mixed lines', bytes: await renderPdf(withNotes(lines)) };
	yield {
		name: 'sample of long rows',
		bytes: await renderPdf(withNotes([lines.join(' '), lines.join('\n')]))
	};
}

function withNotes(notes: readonly string[]): Report {
	return sampleReport({ ...en, notes }, { actions: ACTIONS_PER_NOTE * notes.length });
}
