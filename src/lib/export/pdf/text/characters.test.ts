import { expect, test } from 'vitest';
import { drawnText, isSteering } from '#lib/export/pdf/text/characters.ts';

test.each([
	['accents are composed', 'e\u0301 \u0438\u0306', '\u00e9 \u0439'],
	['what has no letter of its own stays as it is', '\u1ecd\u0301 \u09dc', '\u1ecd\u0301 \u09a1\u09bc'],
	['line ends of all kinds are one', 'a\r\nb\rc\nd\u2028e\u2029f', 'a\nb\nc\nd\ne\nf'],
	['tabs are spaces', 'a\tb', 'a b'],
	['halves of characters are replaced', 'a\ud83db\ude00c', 'a\ufffdb\ufffdc'],
	['whole characters of two halves stay', 'a\u{1f600}b', 'a\u{1f600}b'],
	['what has no shape goes', 'a\u00adb\u200bc\u2060d\ufe0fe\ufefff\u{e0041}g', 'abcdefg'],
	[
		'joiners stay',
		'\u0645\u06cc\u200c\u0634 \u0915\u094d\u200d',
		'\u0645\u06cc\u200c\u0634 \u0915\u094d\u200d'
	],
	[
		'direction marks, isolates and overrides stay',
		'\u061c\u200e\u200f\u2066\u2067\u2068\u2069\u202a\u202e',
		'\u061c\u200e\u200f\u2066\u2067\u2068\u2069\u202a\u202e'
	]
])('%s', (_, text, drawn) => {
	expect(drawnText(text)).toBe(drawn);
	expect(drawnText(drawn)).toBe(drawn);
});

test('direction marks and isolates steer; overrides, joiners and letters do not', () => {
	expect([...'\u061c\u200e\u200f\u2066\u2067\u2068\u2069'].every(isSteering)).toBe(true);
	expect([...'\u202a\u202b\u202c\u202d\u202e\u200c\u200da '].some(isSteering)).toBe(false);
	expect(isSteering('')).toBe(false);
});

test('letters that were joined to look better come apart, so that people find them', () => {
	expect(drawnText('o\ufb03ce, pro\ufb01le')).toBe('office, profile');
});
