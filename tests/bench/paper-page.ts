// What runs on the page that makes papers: the site's own pages take no ready-made report.
import { SAMPLES } from '../fixtures/reports/index.ts';
import { sampleReport } from '../fixtures/reports/sample-report.ts';

/** A paper to make: a plan in a language, and so many answers below it; none leaves the annex out. */
export interface PaperOrder {
	language: string;
	actions: number;
	annexRows: number;
}

/** What making a paper took. */
export interface MadePaper {
	/** Milliseconds from the order, the report being there, until the file is. */
	time: number;
	/** The longest time in which nothing else had its turn, in milliseconds. */
	stall: number;
	bytes: number;
	/** SHA-256 of the file, in hexadecimal. */
	digest: string;
}

declare global {
	interface Window {
		/** Makes a paper. The first one loads and starts all that it needs. */
		makePaper?: (order: PaperOrder) => Promise<MadePaper>;
	}
}

window.makePaper = async ({ language, actions, annexRows }) => {
	const words = SAMPLES[language];
	if (words === undefined) throw new Error(`There is no sample in ${language}`);
	const report = sampleReport(words, { actions, annex: annexRows > 0, annexRows });
	const endWatch = watchStalls();
	const begin = performance.now();
	const { renderPdf } = await import('#lib/export/pdf/render-pdf.ts');
	const file = await renderPdf(report);
	const time = performance.now() - begin;
	const stall = endWatch();
	const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', file));
	const digest = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
	return { time, stall, bytes: file.length, digest };
};

/**
 * Sends itself message after message: the longest time between two is what a tap would have waited.
 * @returns ends the watch and tells the longest stall
 */
function watchStalls(): () => number {
	const { port1, port2 } = new MessageChannel();
	let last = performance.now();
	let longest = 0;
	const beat = (): void => {
		const now = performance.now();
		longest = Math.max(longest, now - last);
		last = now;
	};
	port1.onmessage = () => {
		beat();
		port2.postMessage(null);
	};
	port2.postMessage(null);
	return () => {
		beat();
		port1.close();
		return longest;
	};
}
