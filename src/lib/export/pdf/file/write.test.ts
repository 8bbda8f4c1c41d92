import { describe, expect, test } from 'vitest';
import {
	asciiString,
	binaryText,
	hex,
	number,
	rgb,
	textString,
	uriOf,
	utf16,
	xmlText
} from '#lib/export/pdf/file/write.ts';

test.each([
	[0, '0'],
	[-0, '0'],
	[-0.0001, '0'],
	[1e-7, '0'],
	[0.005, '0.01'],
	[12.34567, '12.35'],
	[-3, '-3'],
	[595.28, '595.28'],
	[1e6 / 3, '333333.33']
])('the number %d is written %s', (value, written) => {
	expect(number(value)).toBe(written);
});

test.each([
	['https://example.org/a(b)?c=d', 'https://example.org/a(b)?c=d'],
	['https://example.org/niñez.pdf', 'https://example.org/ni%C3%B1ez.pdf'],
	['https://bücher.example/', 'https://xn--bcher-kva.example/'],
	['https://ñ:a:b/', undefined]
])('the address %s leads to %s', (address, uri) => {
	expect(uriOf(address)).toBe(uri);
});

test('strings are UTF-16 in hexadecimal digits', () => {
	expect(hex(10, 4)).toBe('000A');
	expect(utf16('aß😀')).toBe('006100DFD83DDE00');
	expect(textString('é')).toBe('<FEFF00E9>');
	expect(textString('')).toBe('<FEFF>');
});

describe('asciiString', () => {
	test('escapes what would end it', () => {
		expect(asciiString('a(b)c\\d')).toBe('(a\\(b\\)c\\\\d)');
	});

	test.each(['é', '\n', '\0', '\x7f', '😀'])('refuses %j', (text) => {
		expect(() => asciiString(text)).toThrow('Not ASCII');
	});
});

test('a colour is three parts of one', () => {
	expect(rgb('#ffffff')).toBe('1 1 1');
	expect(rgb('#16202a')).toBe('0.086 0.125 0.165');
});

test('bytes are characters, also where they are many', () => {
	const bytes = Uint8Array.from({ length: 20_000 }, (_, k) => k % 256);
	expect(binaryText(bytes)).toHaveLength(20_000);
	expect(Buffer.from(binaryText(bytes), 'latin1').equals(bytes)).toBe(true);
});

test('XML holds no markup and no character it does not know', () => {
	expect(xmlText('<a> & b\t\n')).toBe('&lt;a&gt; &amp; b\t\n');
	expect(xmlText('a\0b\ud83dc\ufffed😀')).toBe('a\ufffdb\ufffdc\ufffdd😀');
});
