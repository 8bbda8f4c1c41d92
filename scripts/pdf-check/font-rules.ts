import type { Font } from './font.ts';
import type { Pdf } from './open-pdf.ts';
import type { Fault, Rule } from './rule.ts';

/** Widths are thousandths of the em; a program may count in others. */
const WIDTH_ROUNDING = 1;
/** Nothing a reader or a search could use: no character, a byte order mark, half a pair, or private use. */
const NO_TEXT = /[\0\uFEFF\uFFFE\uFFFF]|\p{Surrogate}|\p{Private_Use}/u;

/** What fonts must bring, so that every viewer shows and reads out the same. */
export const FONT_RULES: readonly Rule[] = [
	{
		name: 'Each font has two-byte codes',
		find: (pdf) =>
			eachFont(pdf, (font) => (font.hasTwoByteCodes ? [] : ['It is no CIDFontType2 with Identity-H.']))
	},
	{
		name: 'Each font is embedded',
		find: (pdf) => eachFont(pdf, (font) => (font.isEmbedded ? [] : ['It has no font program.']))
	},
	{
		name: 'Each font program is whole',
		find: (pdf) =>
			eachFont(pdf, ({ program, isEmbedded }) => {
				if (program === undefined) return isEmbedded ? ['Its program is not TrueType.'] : [];
				return program.problems.map((problem) => `Its program ${problem}.`);
			})
	},
	{
		name: 'Each font says which glyph a code draws',
		find: (pdf) =>
			eachFont(pdf, (font) => (font.hasGlyphMap || !font.hasTwoByteCodes ? [] : ['It has no CIDToGIDMap.']))
	},
	{
		name: 'Each shown code has a glyph',
		find: (pdf) =>
			eachCode(pdf, ({ program, glyph }, code) => {
				if (program === undefined || program.problems.length > 0) return undefined;
				return glyph(code) > 0 && glyph(code) < program.glyphCount ? undefined : `draws glyph ${glyph(code)}`;
			})
	},
	{
		name: 'Each font has a ToUnicode map',
		find: (pdf) => eachFont(pdf, ({ texts }) => (texts === undefined ? ['It has no ToUnicode.'] : []))
	},
	{
		name: 'Each shown code has a text',
		find: (pdf) =>
			eachCode(pdf, ({ texts }, code) => (texts === undefined || texts.has(code) ? undefined : 'has no text'))
	},
	{
		name: 'Each text of a code is made of characters',
		find: (pdf) =>
			eachFont(pdf, ({ texts = new Map<number, string>() }) =>
				[...texts]
					.filter(([, text]) => text === '' || NO_TEXT.test(text))
					.map(
						([code, text]) =>
							`Code ${hex(code)} stands for ${[...text].map((c) => `U+${hex(c.codePointAt(0) ?? 0)}`).join(' ') || 'nothing'}.`
					)
			)
	},
	{
		name: 'Each shown code has a width',
		find: (pdf) =>
			eachCode(pdf, ({ width }, code) => (width(code) === undefined ? 'has no width' : undefined))
	},
	{
		name: 'Widths are those of the font program',
		find: (pdf) =>
			eachCode(pdf, ({ program, width, glyph }, code) => {
				const [said, drawn] = [width(code), program?.advance(glyph(code))];
				if (said === undefined || drawn === undefined || Math.abs(said - drawn) <= WIDTH_ROUNDING)
					return undefined;
				return `has the width ${said}, but its glyph ${drawn}`;
			})
	}
];

function eachFont({ fonts }: Pdf, say: (font: Font) => readonly string[]): Fault[] {
	return fonts.flatMap((font) => say(font).map((detail) => ({ place: font.place, detail })));
}

/** One fault for each shown code of which something is said; only two-byte codes are numbers of glyphs. */
function eachCode(pdf: Pdf, say: (font: Font, code: number) => string | undefined): Fault[] {
	return eachFont(pdf, (font) =>
		!font.hasTwoByteCodes
			? []
			: [...font.used].flatMap((code) => {
					const detail = say(font, code);
					return detail === undefined ? [] : [`Code ${hex(code)} ${detail}.`];
				})
	);
}

function hex(code: number): string {
	return code.toString(16).toUpperCase().padStart(4, '0');
}
