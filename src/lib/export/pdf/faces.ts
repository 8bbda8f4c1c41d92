import { drawnText } from '#lib/export/pdf/characters.ts';
import { readFace, type Face } from '#lib/export/pdf/face.ts';
import { giveWay } from '#lib/export/pdf/slices.ts';
import { unpack } from '#lib/export/unpack.ts';

/** The faces of the paper, by weight; the first one that has a character shows it. */
export interface Faces {
	regular: readonly Face[];
	bold: readonly Face[];
}

interface Pair {
	regular: Face;
	bold: Face;
}

const latin = cached(async () => ({
	regular: await loadFace(
		'NotoSans-Regular',
		() => import('@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?gz64')
	),
	bold: await loadFace(
		'NotoSans-Bold',
		() => import('@fontsource/noto-sans/files/noto-sans-latin-700-normal.woff2?gz64')
	)
}));
const latinExtended = cached(async () => ({
	regular: await loadFace(
		'NotoSans-Regular-Extended',
		() => import('@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff2?gz64')
	),
	bold: await loadFace(
		'NotoSans-Bold-Extended',
		() => import('@fontsource/noto-sans/files/noto-sans-latin-ext-700-normal.woff2?gz64')
	)
}));
const latinDotted = cached(async () => ({
	regular: await loadFace(
		'NotoSans-Regular-Dotted',
		() => import('@fontsource/noto-sans/files/noto-sans-vietnamese-400-normal.woff2?gz64')
	),
	bold: await loadFace(
		'NotoSans-Bold-Dotted',
		() => import('@fontsource/noto-sans/files/noto-sans-vietnamese-700-normal.woff2?gz64')
	)
}));

/** First and last code point of a run of characters. */
type Range = readonly [first: number, last: number];

/**
 * Faces beside basic Latin, each with the characters that ask for it: accented letters, and the letters with marks
 * below that Yoruba, Igbo and Vietnamese write.
 */
const FURTHER: readonly { ranges: readonly Range[]; load: () => Promise<Pair> }[] = [
	{
		ranges: [
			[0x0100, 0x02ff],
			[0x0304, 0x0304],
			[0x0308, 0x0308],
			[0x0329, 0x0329],
			[0x1d00, 0x1dbf],
			[0x1e00, 0x1e9f],
			[0x1ef2, 0x1eff],
			[0x2020, 0x20c0],
			[0x2c60, 0x2c7f],
			[0xa720, 0xa7ff]
		],
		load: latinExtended
	},
	{
		ranges: [
			[0x0300, 0x0303],
			[0x0309, 0x0309],
			[0x0323, 0x0323],
			[0x1ea0, 0x1ef9]
		],
		load: latinDotted
	}
];

/** Loads the faces that texts need: basic Latin always, the others only when a character asks for them. */
export async function loadFaces(texts: Iterable<string>): Promise<Faces> {
	const pairs: Pair[] = [await latin()];
	const missing = [...new Set(drawnText([...texts].join('\n')))]
		.filter((character) => pairs.every(({ regular }) => !hasCharacter(regular, character)))
		.map((character) => character.codePointAt(0) ?? 0);
	for (const { ranges, load } of FURTHER)
		if (missing.some((code) => ranges.some(([first, last]) => first <= code && code <= last)))
			pairs.push(await load());
	return { regular: pairs.map(({ regular }) => regular), bold: pairs.map(({ bold }) => bold) };
}

/** The first face that has a character, or undefined. */
export function faceFor(faces: readonly Face[], character: string): Face | undefined {
	return faces.find((face) => hasCharacter(face, character));
}

function hasCharacter(face: Face, character: string): boolean {
	return character.length === 1 && face.widths.has(character.charCodeAt(0));
}

async function loadFace(name: string, load: () => Promise<{ default: string }>): Promise<Face> {
	const { default: packed } = await load();
	// unpacking a font takes long enough to be a slice of its own
	await giveWay();
	return readFace(name, unpack(packed));
}

/** Loads once; a failed load may be tried again. */
function cached<Value>(load: () => Promise<Value>): () => Promise<Value> {
	let loaded: Promise<Value> | undefined;
	return () => {
		loaded ??= load().catch((cause: unknown) => {
			loaded = undefined;
			throw cause;
		});
		return loaded;
	};
}
