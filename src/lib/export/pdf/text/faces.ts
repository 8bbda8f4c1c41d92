import { once } from '#lib/export/once.ts';
import { giveWay } from '#lib/export/pdf/slices.ts';
import { drawnText } from '#lib/export/pdf/text/characters.ts';
import { Face } from '#lib/export/pdf/text/face.ts';
import { startShaping } from '#lib/export/pdf/text/harfbuzz.ts';
import { unpack } from '#lib/export/unpack.ts';

/** The two weights of one set of characters. */
export interface FacePair {
	regular: Face;
	bold: Face;
}

/** The faces of the paper; the first pair that has a character shows it. */
export type Faces = readonly [FacePair, ...FacePair[]];

type Load = () => Promise<{ default: string }>;

/** Loads a pair once. Characters that come in one weight alone are in both. */
const pair = (regular: Load, bold?: Load): (() => Promise<FacePair>) =>
	once(async () => {
		const [regularBytes, boldBytes] = await Promise.all([
			loadBytes(regular),
			bold && loadBytes(bold),
			startShaping()
		]);
		const face = new Face(regularBytes);
		return { regular: face, bold: boldBytes ? new Face(boldBytes) : face };
	});

/** Basic Latin, digits and signs: behind every script. */
const latin = pair(
	() => import('@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?gz64'),
	() => import('@fontsource/noto-sans/files/noto-sans-latin-700-normal.woff2?gz64')
);

/**
 * Faces beside basic Latin, each with the ranges of characters that ask for it, in hexadecimal: accented letters; the
 * letters with marks below that Yoruba, Igbo and Vietnamese write; other scripts; arrows, signs of mathematics, boxes,
 * stars and a tick. Bengali stands before Devanagari, whose full stop it has too.
 */
const FURTHER: readonly { asks: string; load: () => Promise<FacePair> }[] = [
	{
		asks: '0100-02FF 0304 0308 0329 1D00-1DBF 1E00-1E9F 1EF2-1EFF 2020-20C0 2C60-2C7F A720-A7FF',
		load: pair(
			() => import('@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff2?gz64'),
			() => import('@fontsource/noto-sans/files/noto-sans-latin-ext-700-normal.woff2?gz64')
		)
	},
	{
		asks: '0300-0303 0309 0323 1EA0-1EF9',
		load: pair(
			() => import('@fontsource/noto-sans/files/noto-sans-vietnamese-400-normal.woff2?gz64'),
			() => import('@fontsource/noto-sans/files/noto-sans-vietnamese-700-normal.woff2?gz64')
		)
	},
	{
		asks: '0301 0400-045F 0490 0491 04B0 04B1 2116',
		load: pair(
			() => import('@fontsource/noto-sans/files/noto-sans-cyrillic-400-normal.woff2?gz64'),
			() => import('@fontsource/noto-sans/files/noto-sans-cyrillic-700-normal.woff2?gz64')
		)
	},
	{
		asks: '0460-052F 1C80-1C88 2DE0-2DFF A640-A69F',
		load: pair(
			() => import('@fontsource/noto-sans/files/noto-sans-cyrillic-ext-400-normal.woff2?gz64'),
			() => import('@fontsource/noto-sans/files/noto-sans-cyrillic-ext-700-normal.woff2?gz64')
		)
	},
	{
		asks: '0370-03FF',
		load: pair(
			() => import('@fontsource/noto-sans/files/noto-sans-greek-400-normal.woff2?gz64'),
			() => import('@fontsource/noto-sans/files/noto-sans-greek-700-normal.woff2?gz64')
		)
	},
	{
		asks: '0600-06FF 0750-077F 0870-08FF FB50-FDFF FE70-FEFC',
		load: pair(
			() => import('@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff2?gz64'),
			() => import('@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-700-normal.woff2?gz64')
		)
	},
	{
		asks: '0980-09FE',
		load: pair(
			() => import('@fontsource/noto-sans-bengali/files/noto-sans-bengali-bengali-400-normal.woff2?gz64'),
			() => import('@fontsource/noto-sans-bengali/files/noto-sans-bengali-bengali-700-normal.woff2?gz64')
		)
	},
	{
		asks: '0900-097F 1CD0-1CF9 A830-A839 A8E0-A8FF',
		load: pair(
			() =>
				import('@fontsource/noto-sans-devanagari/files/noto-sans-devanagari-devanagari-400-normal.woff2?gz64'),
			() =>
				import('@fontsource/noto-sans-devanagari/files/noto-sans-devanagari-devanagari-700-normal.woff2?gz64')
		)
	},
	{
		asks: '1200-139F 2D80-2DDE AB01-AB2E',
		load: pair(
			() => import('@fontsource/noto-sans-ethiopic/files/noto-sans-ethiopic-ethiopic-400-normal.woff2?gz64'),
			() => import('@fontsource/noto-sans-ethiopic/files/noto-sans-ethiopic-ethiopic-700-normal.woff2?gz64')
		)
	},
	{
		asks: '2190-22FF 25A0-25FF 2605 2606 2713',
		load: pair(
			() =>
				import('@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff2?only=0020_2190-22FF_25A0-25FF_2605-2606_2713&gz64')
		)
	},
	{
		asks: '2E80-9FFF FF00-FFEF',
		load: pair(
			() => import('@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff2?gz64'),
			() => import('@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-700-normal.woff2?gz64')
		)
	}
];

/** What HarfBuzz makes by itself where a font lacks it: joiners, and spaces of all widths. */
const NEEDS_NO_GLYPH = /^[\u200c\u200d\p{Zs}]$/u;

/**
 * Loads the faces that texts need: basic Latin always, the others only when a character asks for them.
 * @throws when HarfBuzz or a font cannot be loaded
 */
export async function loadFaces(texts: Iterable<string>): Promise<Faces> {
	const faces: [FacePair, ...FacePair[]] = [await latin()];
	const characters = [...new Set(drawnText([...texts].join('\n')))];
	for (const { asks, load } of FURTHER) {
		const isAsking = withinRanges(asks);
		if (characters.some((character) => isAsking(character) && pairFor(faces, character) === undefined))
			faces.push(await load());
	}
	return faces;
}

/** The first pair that has all characters of a letter with its marks; undefined if none has. */
export function pairFor(faces: Faces, letter: string): FacePair | undefined {
	const drawn = [...letter].filter((character) => !NEEDS_NO_GLYPH.test(character));
	return faces.find(({ regular }) => drawn.every((character) => regular.has(character)));
}

/** Whether a character is in ranges such as `0300-0303 0309`. */
function withinRanges(ranges: string): (character: string) => boolean {
	const limits = ranges.split(' ').map((range) => range.split('-').map((code) => parseInt(code, 16)));
	return (character) => {
		const code = character.codePointAt(0) ?? 0;
		return limits.some(([first = 0, last = first]) => first <= code && code <= last);
	};
}

async function loadBytes(load: Load): Promise<Uint8Array> {
	const { default: packed } = await load();
	// unpacking a font takes long enough to be a slice of its own
	await giveWay();
	return unpack(packed);
}
