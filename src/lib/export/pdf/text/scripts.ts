/** A script as ISO 15924 names it, such as `Arab`. */
export type Script = (typeof SCRIPTS)[number]['tag'];

/**
 * The scripts that the faces hold. `leading`: the least distance between baselines, in type sizes, at which marks above
 * and below do not touch the next line. `language`: what a reader aloud is told where the document is in another
 * script; where several languages share one, the script is only named, unless almost all who write it mean one.
 */
const SCRIPTS = [
	{ tag: 'Latn', pattern: /\p{Script=Latin}/u, leading: 0, language: 'und-Latn' },
	{ tag: 'Arab', pattern: /\p{Script=Arabic}/u, leading: 1.55, language: 'und-Arab' },
	{ tag: 'Deva', pattern: /\p{Script=Devanagari}/u, leading: 1.55, language: 'und-Deva' },
	{ tag: 'Beng', pattern: /\p{Script=Bengali}/u, leading: 1.55, language: 'bn' },
	{ tag: 'Cyrl', pattern: /\p{Script=Cyrillic}/u, leading: 0, language: 'und-Cyrl' },
	{ tag: 'Ethi', pattern: /\p{Script=Ethiopic}/u, leading: 1.45, language: 'und-Ethi' },
	{ tag: 'Hani', pattern: /\p{Script=Han}/u, leading: 1.5, language: 'zh' },
	{ tag: 'Grek', pattern: /\p{Script=Greek}/u, leading: 0, language: 'el' }
] as const;

/** Scripts of the languages that are not written in Latin letters. */
const SCRIPT_OF_LANGUAGE: Readonly<Record<string, Script>> = {
	ar: 'Arab',
	fa: 'Arab',
	prs: 'Arab',
	ps: 'Arab',
	ur: 'Arab',
	hi: 'Deva',
	mr: 'Deva',
	ne: 'Deva',
	as: 'Beng',
	bn: 'Beng',
	be: 'Cyrl',
	bg: 'Cyrl',
	mk: 'Cyrl',
	mn: 'Cyrl',
	ru: 'Cyrl',
	sr: 'Cyrl',
	uk: 'Cyrl',
	am: 'Ethi',
	ti: 'Ethi',
	zh: 'Hani',
	el: 'Grek'
};

/** The script of a character; undefined for digits, signs, spaces and marks, which all scripts share. */
export function scriptOf(character: string): Script | undefined {
	return SCRIPTS.find(({ pattern }) => pattern.test(character))?.tag;
}

/** The script that a language is written in. @param language such as `ne` or `sr-Latn` */
export function scriptOfLanguage(language: string): Script {
	const [code = '', script] = language.split('-');
	const named = SCRIPTS.find(({ tag }) => tag === script)?.tag;
	return named ?? SCRIPT_OF_LANGUAGE[code] ?? 'Latn';
}

/** The least distance between baselines that a script needs, in type sizes; 0 where any will do. */
export function leadingOf(script: Script): number {
	return SCRIPTS.find(({ tag }) => tag === script)?.leading ?? 0;
}

/** What a reader aloud is told about words in a script that is not the document's. */
export function languageOfScript(script: Script): string {
	return SCRIPTS.find(({ tag }) => tag === script)?.language ?? 'und';
}
