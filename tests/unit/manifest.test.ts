import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DEFAULT_QUESTIONNAIRE, QUESTIONNAIRES } from '#lib/session/questionnaires.ts';

interface Icon {
	src: string;
	sizes: string;
	type: string;
	purpose?: string;
}

const manifest: {
	start_url: string;
	scope: string;
	id?: string;
	theme_color: string;
	background_color: string;
	icons: Icon[];
	shortcuts: { url: string }[];
} = JSON.parse(readFileSync('static/manifest.webmanifest', 'utf8'));
const styles = readFileSync('src/app.css', 'utf8').split('@media')[0] ?? '';

/** Width and height of a PNG stand at the same place in every one. */
function sizesOf(file: string): string {
	const bytes = readFileSync(file);
	return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
}

it('leads to pages of the site, in whatever folder it lies', () => {
	for (const address of [
		manifest.start_url,
		manifest.scope,
		...manifest.shortcuts.map(({ url }) => url),
		...manifest.icons.map(({ src }) => src)
	])
		expect(address).toMatch(/^\.\//);
	// one to go on with each questionnaire of the site
	expect(manifest.shortcuts.map(({ url }) => url)).toEqual(
		QUESTIONNAIRES.map((id) => (id === DEFAULT_QUESTIONNAIRE ? './assess/' : `./${id}/assess/`))
	);
	// an id counts from the root of the host: two folders of one host would be one app
	expect(manifest.id).toBeUndefined();
});

it('names pictures that are there, in the sizes it says, and one that may be cut to a circle', () => {
	for (const { src, sizes, type } of manifest.icons) {
		if (type === 'image/png') expect(sizesOf(join('static', src))).toBe(sizes);
		else expect(readFileSync(join('static', src), 'utf8')).toMatch(/^<svg/);
	}
	const plain = manifest.icons.filter(({ purpose }) => purpose === undefined).map(({ sizes }) => sizes);
	expect(plain).toEqual(['192x192', '512x512', 'any']);
	expect(manifest.icons.filter(({ purpose }) => purpose === 'maskable').map(({ sizes }) => sizes)).toEqual([
		'512x512'
	]);
	expect(sizesOf('static/icons/apple-touch-icon.png')).toBe('180x180');
});

it('has the colours of the pages', () => {
	expect(styles).toContain(`--cover: ${manifest.theme_color};`);
	expect(styles).toContain(`--ground: ${manifest.background_color};`);
});
