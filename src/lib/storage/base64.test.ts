import { expect, it } from 'vitest';
import { fromBase64, isBase64, toBase64 } from '#lib/storage/base64.ts';

it.each([0, 1, 2, 3, 0x8000 - 1, 0x8000, 0x8000 + 1, 1_500_000])(
	'carries %i bytes there and back',
	(size) => {
		const bytes = Uint8Array.from({ length: size }, (_, index) => (index * 7919) % 256);
		const text = toBase64(bytes);
		expect(text === Buffer.from(bytes).toString('base64')).toBe(true);
		expect(isBase64(text)).toBe(true);
		expect(Buffer.compare(fromBase64(text), bytes)).toBe(0);
	}
);

it.each([
	'A',
	'AA',
	'AAA',
	'AA=A',
	'A===',
	'====',
	'AAAA====',
	'AA A',
	'AAA\n',
	'\nAAAA',
	'AA-_',
	'ÄAAA',
	'AA==AAAA',
	'AA-_AAAA',
	' AAAAAAA',
	'ÄAAAAAAA',
	'AA=='
])('knows whether %j is base64 as it writes it', (text) => {
	expect(isBase64(text)).toBe(text === 'AA==');
});

it('knows only one text for the same bytes', () => {
	expect(['QQ==', 'QR==', 'QUI=', 'QUJ='].map(isBase64)).toEqual([true, false, true, false]);
});
