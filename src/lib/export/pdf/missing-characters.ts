import { reportTexts } from '#lib/export/pdf/report-texts.ts';
import { drawnText, isSteering } from '#lib/export/pdf/text/characters.ts';
import { loadFaces, pairFor, type Faces } from '#lib/export/pdf/text/faces.ts';
import { LETTERS } from '#lib/export/pdf/text/shaper.ts';
import type { Report } from '#lib/plan/report/model.ts';

/** A character that the PDF would show as an empty box, or a letter and its marks that no font has together. */
export interface MissingCharacter {
	character: string;
	/** Its Unicode number, for one that cannot be seen, such as `U+202E`; of a letter with marks each once. */
	code: string;
	/** The texts it stands in, each once, in the order of the report. */
	texts: string[];
}

/**
 * The characters of a report that no font of the PDF has, so that the person hears of it before saving.
 * @throws when HarfBuzz is refused or a font cannot be loaded
 */
export async function missingCharacters(report: Report): Promise<MissingCharacter[]> {
	const texts = [...reportTexts(report)].map(({ text }) => text);
	const faces = await loadFaces(texts);
	const found = new Map<string, Set<string>>();
	const known = new Map<string, string[]>();
	for (const text of texts)
		for (const [letter] of drawnText(text).matchAll(LETTERS)) {
			const missing = known.get(letter) ?? missingIn(letter, faces);
			known.set(letter, missing);
			for (const each of missing) found.set(each, (found.get(each) ?? new Set()).add(text));
		}
	return [...found].map(([character, places]) => ({
		character,
		code: [...new Set(character)].map(codeOf).join(' '),
		texts: [...places]
	}));
}

/** What is missing of a letter with its marks: they are drawn together, from one face. */
function missingIn(letter: string, faces: Faces): string[] {
	const drawn = [...letter].filter((character) => character !== '\n' && !isSteering(character));
	const isMissing = (part: string): boolean => pairFor(faces, part) === undefined;
	if (drawn.length === 0 || !isMissing(drawn.join(''))) return [];
	const alone = drawn.filter(isMissing);
	return alone.length > 0 ? alone : [drawn.join('')];
}

function codeOf(character: string): string {
	return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
