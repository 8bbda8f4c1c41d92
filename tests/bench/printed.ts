import { symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import type { Report } from '#lib/plan/report/model.ts';

const FAMILIES = ['sans', 'sans-arabic', 'sans-bengali', 'sans-devanagari', 'sans-ethiopic', 'sans-sc'];
const FONTS = 'fonts';
/** What the paper sets in bold, by the name of its field. */
const HEADINGS: ReadonlySet<string> = new Set(['heading', 'lead', 'name', 'title']);

/** Puts the fonts of the paper into a served folder, for pages to print. */
export function linkFonts(folder: string): void {
	symlinkSync(resolve('node_modules/@fontsource'), join(folder, FONTS), 'junction');
}

/**
 * Writes a report as a plain page for the browser's own printer: every text once, in the order of the report, with rows
 * as tables and in the fonts of the paper. No signs, no figures.
 * @returns name of the file
 */
export function writePrinted(folder: string, name: string, report: Report, direction: string): string {
	const styles = FAMILIES.flatMap((family) =>
		[400, 700].map((weight) => `<link rel="stylesheet" href="${FONTS}/noto-${family}/${weight}.css">`)
	);
	const fonts = FAMILIES.map((family) => `'${fontName(family)}'`).join(', ');
	const style = `@page { size: A4; margin: 15mm } body { font: 9pt ${fonts} } p { margin: 0 } td { vertical-align: top }`;
	const file = `${name}.html`;
	writeFileSync(
		join(folder, file),
		`<!doctype html><html lang="${report.language}" dir="${direction}"><head><meta charset="utf-8"><title>${escaped(report.title)}</title>${styles.join('')}<style>${style}</style></head><body>${contentOf(report)}</body></html>`
	);
	return file;
}

/** Prints the open page to a tagged PDF. The browser makes a part of it in a process that no throttle slows down. */
export async function print(cdp: CDPSession): Promise<{ time: number; bytes: number }> {
	const begin = performance.now();
	const { data } = await cdp.send('Page.printToPDF', { preferCSSPageSize: true, generateTaggedPDF: true });
	return { time: performance.now() - begin, bytes: Buffer.byteLength(data, 'base64') };
}

/** Opens a page and waits for its fonts. */
export async function openPrinted(page: Page, address: string): Promise<void> {
	await page.goto(address, { waitUntil: 'networkidle' });
	await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

function contentOf(value: unknown, isHeading = false): string {
	if (typeof value === 'string') return `<p>${isHeading ? `<b>${escaped(value)}</b>` : escaped(value)}</p>`;
	if (typeof value !== 'object' || value === null) return '';
	return Object.entries(value)
		.map(([key, inner]) =>
			key === 'rows' && Array.isArray(inner)
				? `<table>${inner.map((row) => `<tr>${cellsOf(row)}</tr>`).join('')}</table>`
				: contentOf(inner, HEADINGS.has(key))
		)
		.join('');
}

function cellsOf(row: unknown): string {
	return Object.entries(typeof row === 'object' && row !== null ? row : [row])
		.map(([key, cell]) => `<td>${contentOf(cell, HEADINGS.has(key))}</td>`)
		.join('');
}

/** Such as `Noto Sans SC` for `sans-sc`. */
function fontName(family: string): string {
	const words = family.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
	return ['Noto', ...words].join(' ').replace(/ Sc$/, ' SC');
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
