import { expect, test } from 'vitest';
import { languageOfScript, leadingOf, scriptOf, scriptOfLanguage } from '#lib/export/pdf/text/scripts.ts';

test('the script of a letter', () => {
	expect([...'aéşقکकবЖአ儿α'].map(scriptOf)).toEqual([
		'Latn',
		'Latn',
		'Latn',
		'Arab',
		'Arab',
		'Deva',
		'Beng',
		'Cyrl',
		'Ethi',
		'Hani',
		'Grek'
	]);
});

test('what scripts share has none, nor what the fonts lack', () => {
	for (const character of ['1', ' ', '(', '–', '،', '\u0301', '\u200d', '。', '😀', 'Ꭰ', ''])
		expect(scriptOf(character), character).toBeUndefined();
});

test.each([
	['en', 'Latn'],
	['sw', 'Latn'],
	['ar-SD', 'Arab'],
	['ur', 'Arab'],
	['ne', 'Deva'],
	['bn', 'Beng'],
	['ru', 'Cyrl'],
	['sr-Latn', 'Latn'],
	['uz-Arab', 'Arab'],
	['am', 'Ethi'],
	['zh-CN', 'Hani'],
	['', 'Latn']
])('the script of the language “%s”', (language, script) => {
	expect(scriptOfLanguage(language)).toBe(script);
});

test('scripts with marks above and below need room; one of several languages names none of them', () => {
	expect(leadingOf('Latn')).toBe(0);
	expect(leadingOf('Arab')).toBeGreaterThan(1.4);
	expect(leadingOf('Deva')).toBeGreaterThan(1.4);
	expect(languageOfScript('Arab')).toBe('und-Arab');
	expect(languageOfScript('Beng')).toBe('bn');
});
