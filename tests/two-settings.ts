import type { Page } from '@playwright/test';
import type * as Pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import { directionOfLanguage } from '#lib/questionnaire/language-direction.ts';

// One line set twice with the same fonts: in a PDF by this project, drawn by pdf.js, and on a page by the browser.

/** Size of the type in the PDF in points, and in the pictures in pixels. */
export const POINTS = 10;
const PIXELS = 48;
/** The upper half of a picture is the browser's setting, the lower half the PDF's. */
const WIDTH = 2880;
const HEIGHT = 4 * PIXELS;
/** Ink that is apart by at most so many pixels is in the same place. */
const DISTANCE = 2;

const ORIGIN = 'https://setting.example';
/** Packages and their parts, in the order in which the paper asks them. */
const FACES = [
	['noto-sans', 'latin'],
	['noto-sans', 'latin-ext'],
	['noto-sans', 'cyrillic'],
	['noto-sans-arabic', 'arabic'],
	['noto-sans-bengali', 'bengali'],
	['noto-sans-devanagari', 'devanagari'],
	['noto-sans-ethiopic', 'ethiopic'],
	['noto-sans-sc', 'chinese-simplified']
] as const;
/** What shows the signs that no other face has. */
const SIGNS = 'signs';
const fontFace = (
	family: string,
	part: string,
	weight: number,
	name: string = part,
	range = 'U+0-10FFFF'
): string =>
	`@font-face { font-family: ${name}; font-weight: ${weight}; unicode-range: ${range};
		src: url(/@fontsource/${family}/files/${family}-${part}-${weight}-normal.woff2) }`;
/** Quotes, dashes and dots as Chinese writes them, for a line in Chinese. */
const chineseSigns = (weight: number): string =>
	fontFace('noto-sans-sc', 'chinese-simplified', weight, 'chinese-signs', 'U+2014, U+2018-201D, U+2026');
const HTML = `<!doctype html><title>Two settings</title>
	<style>
		${FACES.flatMap(([family, part]) => [400, 700].map((weight) => fontFace(family, part, weight))).join('\n')}
		${[400, 700].map(chineseSigns).join('\n')}
		${fontFace('noto-sans-math', 'latin', 400, SIGNS)}
		body { margin: 0; background: #fff }
		p { box-sizing: border-box; width: ${WIDTH}px; margin: 0; padding: 0 ${PIXELS}px; white-space: pre;
			font: ${PIXELS}px / ${HEIGHT}px ${[...FACES.map(([, part]) => part), SIGNS].join()};
			color: #16202a; text-rendering: geometricPrecision }
		canvas { display: block }
	</style>
	<p></p><canvas width="${WIDTH}" height="${HEIGHT}"></canvas>
	<script type="module">
		import * as pdfjs from '/pdfjs-dist/legacy/build/pdf.mjs';
		pdfjs.GlobalWorkerOptions.workerSrc = '/pdfjs-dist/legacy/build/pdf.worker.mjs';
		Object.assign(globalThis, { pdfjs, worker: new pdfjs.PDFWorker() });
	</script>`;

/** A line as the browser is to set it. */
export interface ShownLine {
	text: string;
	language: string;
	bold: boolean;
	/** Declarations beside these. */
	css: string;
}

/** Opens a page that has fonts and pdf.js from the installed packages, and none of the site's rules. */
export async function openTwoSettings(page: Page): Promise<void> {
	await page.setViewportSize({ width: WIDTH, height: 2 * HEIGHT });
	await page.route(`${ORIGIN}/**`, (route) => {
		const { pathname } = new URL(route.request().url());
		return pathname === '/'
			? route.fulfill({ contentType: 'text/html', body: HTML })
			: route.fulfill({ path: `node_modules${pathname}` });
	});
	await page.goto(ORIGIN);
	await page.evaluate(() => Promise.all(Array.from(document.fonts, (face) => face.load())));
}

/** A picture of both settings, one above the other. @param pdf with one line at its top */
export async function pictureOf(page: Page, pdf: Uint8Array, line: ShownLine): Promise<Buffer> {
	await page.locator('p').evaluate(
		(paragraph: HTMLElement, { text, language, direction, css }) => {
			paragraph.textContent = text;
			paragraph.lang = language;
			paragraph.dir = direction;
			paragraph.style.cssText = css;
		},
		{
			text: line.text,
			language: line.language,
			direction: directionOfLanguage(line.language),
			css: `font-weight: ${line.bold ? 700 : 400}; ${line.css}`
		}
	);
	await page.locator('canvas').evaluate(
		async (canvas: HTMLCanvasElement, { base64, scale }) => {
			const { pdfjs, worker } = globalThis as unknown as { pdfjs: typeof Pdfjs; worker: Pdfjs.PDFWorker };
			const data = Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
			const file = await pdfjs.getDocument({ data, worker, verbosity: 0 }).promise;
			const first = await file.getPage(1);
			await first.render({ canvas, viewport: first.getViewport({ scale }) }).promise;
			await file.cleanup();
		},
		{ base64: Buffer.from(pdf).toString('base64'), scale: PIXELS / POINTS }
	);
	return page.screenshot();
}

/** How the ink of the two settings differs; each is counted from the corner of its own ink. */
export interface Difference {
	/** The browser's, then the PDF's. */
	widths: [number, number];
	heights: [number, number];
	/** Pixels of ink of either that have none of the other near. */
	stray: number;
}

/** Compares the two halves of a picture. */
export function differenceIn(page: Page, picture: Buffer): Promise<Difference> {
	return page.evaluate(
		async ({ base64, width, height, distance }) => {
			const bytes = Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
			const context = new OffscreenCanvas(width, 2 * height).getContext('2d');
			if (context === null) throw new Error('The browser draws nothing');
			context.drawImage(await createImageBitmap(new Blob([bytes])), 0, 0);
			const inkFrom = (top: number) => {
				const { data } = context.getImageData(0, top, width, height);
				const points: { x: number; y: number }[] = [];
				for (let k = 0; k < width * height; k++)
					if ((data[4 * k] ?? 255) < 160) points.push({ x: k % width, y: Math.floor(k / width) });
				const [left, right, above, below] = points.reduce(
					([l, r, a, b], { x, y }) => [Math.min(l, x), Math.max(r, x), Math.min(a, y), Math.max(b, y)],
					[Infinity, -Infinity, Infinity, -Infinity]
				);
				return {
					width: right - left + 1,
					height: below - above + 1,
					points: points.map(({ x, y }) => ({ x: x - left, y: y - above }))
				};
			};
			type Ink = ReturnType<typeof inkFrom>;
			const strayIn = (own: Ink, other: Ink): number => {
				const row = width + 2 * distance;
				const near = new Uint8Array(row * (height + 2 * distance));
				for (const { x, y } of other.points)
					for (let down = 0; down <= 2 * distance; down++)
						near.fill(1, x + (y + down) * row, x + (y + down) * row + 2 * distance + 1);
				return own.points.filter(({ x, y }) => near[x + distance + (y + distance) * row] !== 1).length;
			};
			const [browser, pdf] = [inkFrom(0), inkFrom(height)];
			return {
				widths: [browser.width, pdf.width] satisfies [number, number],
				heights: [browser.height, pdf.height] satisfies [number, number],
				stray: strayIn(browser, pdf) + strayIn(pdf, browser)
			};
		},
		{ base64: picture.toString('base64'), width: WIDTH, height: HEIGHT, distance: DISTANCE }
	);
}
