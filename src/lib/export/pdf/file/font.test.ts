import { describe, expect, test } from 'vitest';
import { Font, type FontParts } from '#lib/export/pdf/file/font.ts';
import type { Cluster, Face } from '#lib/export/pdf/text/face.ts';
import { loadFaces, pairFor } from '#lib/export/pdf/text/faces.ts';
import type { Script } from '#lib/export/pdf/text/scripts.ts';

const faces = await loadFaces(['ő क শ儿ظ']);
const [{ regular: latin }] = faces;

function faceOf(character: string): Face {
	const face = pairFor(faces, character)?.regular;
	if (face === undefined) throw new Error(`No face has ${character}`);
	return face;
}

function shaped(text: string, script: Script = 'Latn'): Cluster[] {
	return faceOf(text).shape(text, { direction: script === 'Arab' ? 'rtl' : 'ltr', script, language: 'en' });
}

const newFont = (): Font => new Font('F1', 'Test', latin);

/** A string of bytes, with what is escaped in it. */
const STRING = /\((?:\\[^]|[^\\()])*\)/g;

/** The codes of an operand of `TJ`, and the numbers between them. */
function read(operand: string): { codes: number[]; moves: number[] } {
	const moves = operand.replace(STRING, ' ');
	expect(moves).toMatch(/^\[( |-?\d+(\.\d+)?(?=[ \]]))*\]$/);
	const bytes = (operand.match(STRING) ?? [])
		.map((string) =>
			string.slice(1, -1).replace(/\\([^])/g, (_, escaped) => (escaped === 'r' ? '\r' : escaped))
		)
		.join('');
	return {
		codes: (bytes.match(/[^]{2}/g) ?? []).map((code) => code.charCodeAt(0) * 256 + code.charCodeAt(1)),
		moves: (moves.match(/-?\d+(\.\d+)?/g) ?? []).map(Number)
	};
}

/** The text of each code, as the map of the font has it. */
function textsOf({ toUnicode }: FontParts): Map<number, string> {
	const found = [...toUnicode.matchAll(/^<([\dA-F]{4})> <([\dA-F]*)>$/gm)].map(
		([, code = '', digits = '']) => {
			const units = (digits.match(/.{4}/g) ?? []).map((unit) => parseInt(unit, 16));
			return [parseInt(code, 16), String.fromCharCode(...units)] as const;
		}
	);
	return new Map(found);
}

const glyphOf = ({ glyphs }: FontParts, code: number): number =>
	((glyphs[2 * code] ?? 0) << 8) | (glyphs[2 * code + 1] ?? 0);

describe('codes', () => {
	test('are one for each letter, the same for the same', () => {
		const font = newFont();
		expect(read(font.show(shaped('abba'))).codes).toEqual([1, 2, 2, 1]);
		expect(read(font.show(shaped('b'))).codes).toEqual([2]);
	});

	test('are others where the same glyph has another text, or the same text another shape', () => {
		const font = newFont();
		const [a] = shaped('a');
		if (a === undefined) throw new Error('No cluster');
		const { codes } = read(font.show([a, { ...a, text: 'A' }, { ...a, glyphs: [...a.glyphs, ...a.glyphs] }]));
		expect(new Set(codes).size).toBe(3);
	});

	test('of letters of all faces stand in one font', () => {
		const font = newFont();
		const { codes } = read(
			font.show([...shaped('a'), ...shaped('儿', 'Hani'), ...shaped('ő'), ...shaped('क', 'Deva')])
		);
		expect(codes).toEqual([1, 2, 3, 4]);
		expect([...textsOf(font.parts()).values()]).toEqual(['\ufffd', 'a', '儿', 'ő', 'क']);
	});

	test('never draw glyph 0, not even the box', () => {
		const font = newFont();
		const box: Cluster = {
			text: '😀',
			face: latin,
			glyphs: [{ id: 0, x: 0, y: 0 }],
			advance: latin.advanceOf(0)
		};
		const { codes } = read(font.show([box, ...shaped('office')]));
		const parts = font.parts();
		for (const code of codes) expect(glyphOf(parts, code)).toBeGreaterThan(0);
		expect(textsOf(parts).get(codes[0] ?? -1)).toBe('😀');
	});

	test('of an empty line are none', () => {
		expect(newFont().show([])).toBe('[]');
	});
});

describe('moves', () => {
	test('make up for what a distance is more or less than the natural one', () => {
		const font = newFont();
		const [a, v] = shaped('AV');
		if (a === undefined || v === undefined) throw new Error('No clusters');
		const natural = latin.advanceOf(a.glyphs[0]?.id ?? 0);
		expect(a.advance).toBeLessThan(natural);
		expect(read(font.show([a, v])).moves).toEqual([natural - a.advance]);
		expect(font.show([{ ...a, advance: natural + 12.5 }, v])).toBe('[(\0\x01)-12.5(\0\x02)]');
	});

	test('take a glyph to its place, and back', () => {
		const font = newFont();
		const [a] = shaped('a');
		if (a === undefined) throw new Error('No cluster');
		const moved = { ...a, glyphs: a.glyphs.map((glyph) => ({ ...glyph, x: 30 })) };
		expect(font.show([moved, a])).toBe('[-30(\0\x01)30(\0\x01)]');
	});

	test('add up to the width of the line', () => {
		const font = newFont();
		const clusters = [...shaped('AVATAR'), ...shaped('موظفاً', 'Arab'), ...shaped('র্ক্ষি', 'Beng')];
		const { codes, moves } = read(font.show(clusters));
		const widths = font.parts().widths.split(' ').map(Number);
		const drawn = codes.reduce((sum, code) => sum + (widths[code] ?? NaN), 0);
		const wanted = clusters.reduce((sum, { advance }) => sum + advance, 0);
		expect(drawn - moves.reduce((sum, move) => sum + move, 0)).toBeCloseTo(wanted, 6);
	});

	test('leave no letter with a width below nothing', () => {
		const font = newFont();
		const [a] = shaped('a');
		if (a === undefined) throw new Error('No cluster');
		const back = { ...a, glyphs: [...a.glyphs, ...a.glyphs], advance: -40 };
		expect(font.show([back])).toBe('[(\0\x01)40]');
		expect(font.parts().widths.split(' ').map(Number)).toEqual([0, 0]);
	});
});

describe('what goes into the file', () => {
	test('has a glyph, a width and a text for each code', () => {
		const font = newFont();
		const long = Array.from({ length: 400 }, (_, k) => String.fromCharCode(0x4e00 + k)).filter((each) =>
			faceOf('儿').has(each)
		);
		font.show(long.flatMap((each) => shaped(each, 'Hani')));
		const parts = font.parts();
		const texts = textsOf(parts);
		expect(texts.size).toBe(long.length + 1);
		expect(long.length).toBeGreaterThan(100);
		expect(parts.glyphs).toHaveLength(2 * texts.size);
		expect(parts.widths.split(' ')).toHaveLength(texts.size);
		// no more than a hundred in a block, as the format has it
		const blocks = [...parts.toUnicode.matchAll(/(\d+) beginbfchar\n([^]*?)endbfchar/g)];
		for (const [, said, lines] of blocks) {
			expect(Number(said)).toBeLessThanOrEqual(100);
			expect(lines?.trim().split('\n')).toHaveLength(Number(said));
		}
	});

	test('has no text that a map must not hold', () => {
		const font = newFont();
		const [a] = shaped('a');
		if (a === undefined) throw new Error('No cluster');
		font.show(['\0', '\n', '\x7f', '\ufeff', '\ufffe', '\uffff', 'x\0y'].map((text) => ({ ...a, text })));
		const texts = [...textsOf(font.parts()).values()];
		expect(texts).toContain('x\ufffdy');
		for (const text of texts) expect(text).not.toMatch(/^$|\p{Control}|\p{Surrogate}|[\ufeff\ufffe\uffff]/u);
	});

	test('has the text of a letter whole, however many characters it takes', () => {
		const font = newFont();
		font.show(shaped('र्क्षि', 'Deva'));
		expect([...textsOf(font.parts()).values()]).toContain('र्क्षि');
	});

	test('is named after what it holds: the same for the same', () => {
		const name = (text: string): string => {
			const font = newFont();
			font.show(shaped(text));
			return font.parts().name;
		};
		expect(name('abc')).toMatch(/^[A-Z]{6}\+Test$/);
		expect(name('abc')).toBe(name('abc'));
		expect(name('abc')).not.toBe(name('abd'));
	});
});
