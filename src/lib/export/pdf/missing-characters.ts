import { reportTexts } from '#lib/export/pdf/report-texts.ts';
import { drawnText, isSteering } from '#lib/export/pdf/text/characters.ts';
import { loadFaces, pairFor } from '#lib/export/pdf/text/faces.ts';
import type { Report } from '#lib/plan/report/model.ts';

/** A character that the PDF would show as an empty box. */
export interface MissingCharacter {
	character: string;
	/** Its Unicode number, for one that cannot be seen, such as `U+202E`. */
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
	for (const text of texts)
		for (const character of drawnText(text))
			if (character !== '\n' && !isSteering(character) && pairFor(faces, character) === undefined)
				found.set(character, (found.get(character) ?? new Set()).add(text));
	return [...found].map(([character, places]) => ({
		character,
		code: `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
		texts: [...places]
	}));
}
