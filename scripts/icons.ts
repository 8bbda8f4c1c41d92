// Makes the pictures under which the site is installed as an app, from static/favicon.svg:
//   npm run icons        needs a Chromium; the pictures belong to the project, so run it when the drawing changes
import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { CHROMIUM_ARGS, ensureChromium } from './browser.ts';

/** The colours of the band on top of every page (src/app.css). */
const GROUND = '#123f38';
const LINES = '#f0b25a';

/**
 * How much of the picture the drawing takes up, and how round its corners are. A maskable picture may be cut to a
 * circle of eight tenths of its size; a phone from Apple rounds its corners itself.
 */
const PICTURES = [
	{ file: 'icon-192.png', size: 192, drawing: 0.66, corners: 0.2 },
	{ file: 'icon-512.png', size: 512, drawing: 0.66, corners: 0.2 },
	{ file: 'icon-maskable-512.png', size: 512, drawing: 0.52, corners: 0 },
	{ file: 'apple-touch-icon.png', size: 180, drawing: 0.6, corners: 0 }
];

const shapes = readFileSync('static/favicon.svg', 'utf8')
	.replace(/<style>[\s\S]*?<\/style>/, '')
	.replace(/^[\s\S]*?<svg[^>]*>|<\/svg>\s*$/g, '');

const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_ARGS });
const page = await browser.newPage();
for (const { file, size, drawing, corners } of PICTURES) {
	const margin = (32 - 32 * drawing) / 2;
	await page.setViewportSize({ width: size, height: size });
	await page.setContent(
		`<style>
			body { margin: 0 }
			svg { display: block }
			path, circle { fill: ${LINES} }
			.edge { fill: none; stroke: ${LINES}; stroke-width: 2.6; stroke-linejoin: round }
		</style>
		<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="${size}" height="${size}">
			<rect width="32" height="32" rx="${32 * corners}" fill="${GROUND}" />
			<g transform="translate(${margin} ${margin}) scale(${drawing})">${shapes}</g>
		</svg>`
	);
	await page.screenshot({ path: `static/icons/${file}`, omitBackground: true });
}
await browser.close();
