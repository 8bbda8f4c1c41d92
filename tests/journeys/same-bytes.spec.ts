import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { loadThroughVite } from '../../scripts/load-through-vite.ts';
import type { renderPdf } from '#lib/export/pdf/render-pdf.ts';
import { buildPaperPage } from '../bench/build-paper.ts';
import { serveFolder } from '../bench/targets.ts';
import { SAMPLES } from '../fixtures/reports/index.ts';
import { sampleReport } from '../fixtures/reports/sample-report.ts';
import { expect, test } from './journey.ts';

const SIZE = { actions: 4, annexRows: 6 };

test('a paper in each script has the same bytes in this browser as in Node', async ({ page }) => {
	test.slow();
	const inNode: Record<string, string> = {};
	await loadThroughVite<{ renderPdf: typeof renderPdf }>(
		'/src/lib/export/pdf/render-pdf.ts',
		async (module) => {
			for (const [language, words] of Object.entries(SAMPLES))
				inNode[language] = createHash('sha256')
					.update(await module.renderPdf(sampleReport(words, { ...SIZE, annex: true })))
					.digest('hex');
		}
	);
	const folder = await buildPaperPage();
	const served = await serveFolder(folder);
	await page.goto(served.address);
	await page.waitForFunction(() => window.makePaper !== undefined);
	const inBrowser: Record<string, string | undefined> = {};
	for (const language of Object.keys(SAMPLES)) {
		const made = await page.evaluate((order) => window.makePaper?.(order), { language, ...SIZE });
		inBrowser[language] = made?.digest;
	}
	await served.stop();
	rmSync(folder, { recursive: true });
	expect(inBrowser).toEqual(inNode);
	expect(new Set(Object.values(inNode)).size).toBe(Object.keys(SAMPLES).length);
});
