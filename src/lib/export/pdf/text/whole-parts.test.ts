import { expect, test } from 'vitest';
import { WHOLE_PARTS } from '#lib/export/pdf/text/whole-parts.ts';

test.each([
	['see https://example.org/a-b?c=1&d=(2) now', ['https://example.org/a-b?c=1&d=(2)']],
	['www.unicef.org, http://example.org', ['www.unicef.org,', 'http://example.org']],
	['انظر https://example.org/faهنا', ['https://example.org/fa']],
	['write to first.last+x@mail.example.org', ['first.last+x@mail.example.org']],
	['call +211 920 000 111 or (0)20-7946.0958', ['+211 920 000 111', '(0)20-7946.0958']],
	['call 0920\u00a0000\u202f111', ['0920\u00a0000\u202f111']],
	['12 forms, 3 000 people, 2026-11-21, 21/50, 9 of 17', []],
	['wwwx, a@b, https:/', []]
])('%s', (text, parts) => {
	expect(text.match(WHOLE_PARTS) ?? []).toEqual(parts);
});
