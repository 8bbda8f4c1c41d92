import { format } from 'prettier';
import { describe, expect, test } from 'vitest';
import { Face, type Cluster } from '#lib/export/pdf/text/face.ts';
import { loadFaces, pairFor } from '#lib/export/pdf/text/faces.ts';
import { directionOf } from '#lib/export/pdf/text/direction.ts';
import { scriptOf } from '#lib/export/pdf/text/scripts.ts';

/** A few words of each script, with what is hard in it. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
	ar: ['موظفاً', 'الأطفال', 'لا', 'مدوّنة', 'شيءٍ', 'نصّ', 'الله'],
	fa: ['می\u200cشود', 'نسخهٔ', 'پوشه', '۲۱'],
	ur: ['ٹیچر', 'ہئیت', 'کے', 'لیے'],
	hi: ['क्षेत्र', 'हिंदी', 'र्क्षि', 'पढ़ाई', 'द्वारा'],
	ne: ['उजुरी', 'श्रव्य', 'कार्यालय', '२४'],
	bn: ['সুরক্ষা', 'কর্ম', 'হঠাৎ', 'কো', 'প্রশ্ন'],
	am: ['ሕፃናት', 'ጥበቃ፡'],
	ru: ['Всё', 'їжак', 'е\u0301'],
	zh: ['儿童', '保护。'],
	fr: ['L’élève', 'œuvre', '«\u202foui\u202f»'],
	en: ['office', 'AVATAR', 'ũĩ', 'x\u0301']
};

const faces = await loadFaces(Object.values(WORDS).flat());

function shape(word: string, language: string, face = faceOf(word)): Cluster[] {
	const [script] = [...word].flatMap((character) => scriptOf(character) ?? []);
	return face.shape(word, { direction: directionOf(word, 'ltr'), script, language });
}

function faceOf(word: string): Face {
	const face = pairFor(faces, word)?.regular;
	if (face === undefined) throw new Error(`No face has ${word}`);
	return face;
}

// [glyphs with their places, text, advance] of each cluster from left to right. When a font or HarfBuzz is new, look at each word in a PDF,
// then renew the file: npx vitest run src/lib/export/pdf/text/face -u
test('words are shaped as they were when people looked at them', async () => {
	const runs = Object.entries(WORDS).map(([language, words]) => [
		language,
		words.map((word) => [
			word,
			shape(word, language).map(({ glyphs, text, advance }) => [
				glyphs.map(({ id, x, y }) => [id, x, y]),
				text,
				advance
			])
		])
	]);
	const json = JSON.stringify(
		Object.fromEntries(
			runs.map(([language, words]) => [language, Object.fromEntries(words as [string, unknown][])])
		)
	);
	await expect(await format(json, { parser: 'json', useTabs: true, printWidth: 110 })).toMatchFileSnapshot(
		'shaped-words.json'
	);
});

describe('a shaped word', () => {
	const all = Object.entries(WORDS).flatMap(([language, words]) => words.map((word) => ({ language, word })));

	test.each(all)('$word has all its letters once, and a glyph for each', ({ language, word }) => {
		const clusters = shape(word, language);
		const isRtl = directionOf(word, 'ltr') === 'rtl';
		const texts = clusters.map(({ text }) => text);
		expect((isRtl ? texts.reverse() : texts).join('')).toBe(word);
		for (const { text, glyphs } of clusters) {
			expect(text).not.toBe('');
			expect(glyphs.length).toBeGreaterThan(0);
			expect(glyphs.every(({ id }) => id > 0)).toBe(true);
		}
	});

	test.each(all)('$word is the same when it is a part of a text', ({ language, word }) => {
		const [script] = [...word].flatMap((character) => scriptOf(character) ?? []);
		const shaping = { direction: directionOf(word, 'ltr'), script, language };
		const part = faceOf(word).shape(`${word} ${word}`, shaping, word.length + 1);
		expect(part).toEqual(shape(word, language));
	});
});

test('an Arabic letter joins over the end of a part', () => {
	const shaping = { direction: 'rtl', script: 'Arab', language: 'ar' } as const;
	const face = faceOf('بب');
	const [alone] = face.shape('ب', shaping);
	const [joined] = face.shape('بب', shaping, 0, 1);
	expect(joined?.text).toBe('ب');
	expect(joined?.glyphs).not.toEqual(alone?.glyphs);
});

test('a face knows what it has; control characters are nothing it shows', () => {
	const [{ regular }] = faces;
	expect(regular.has('a')).toBe(true);
	expect(regular.has('ک')).toBe(false);
	expect([...'\0\t\n\r\x1b'].some((character) => regular.has(character))).toBe(false);
	expect(regular.advanceOf(shape('a', 'en')[0]?.glyphs[0]?.id ?? 0)).toBe(shape('a', 'en')[0]?.advance);
});

test('a font on another grid is refused', () => {
	const bytes = faces[0].regular.bytes.slice();
	const view = new DataView(bytes.buffer);
	for (let at = 12; at < 12 + 16 * view.getUint16(4); at += 16)
		if (view.getUint32(at) === 0x68656164) view.setUint16(view.getUint32(at + 8) + 18, 2048);
	expect(() => new Face(bytes)).toThrow('2048 units');
});
