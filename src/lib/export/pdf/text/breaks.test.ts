import { expect, test } from 'vitest';
import { breaksOf } from '#lib/export/pdf/text/breaks.ts';

/** The parts of a paragraph that are not broken, without the spaces at their ends. */
function parts(paragraph: string): string[] {
	let from = 0;
	return breaksOf(paragraph).map((to) => {
		const part = paragraph.slice(from, to).replace(/ +$/, '');
		from = to;
		return part;
	});
}

test.each<[string, string, string[]]>([
	['words', 'one two  three', ['one', 'two', 'three']],
	['hyphens', 'well-being', ['well-', 'being']],
	[
		'French signs after a space',
		'Qui le lit ? Ah : oui ; non !',
		['Qui', 'le', 'lit ?', 'Ah :', 'oui ;', 'non !']
	],
	['guillemets with spaces', 'dit « oui non » ici', ['dit', '« oui', 'non »', 'ici']],
	['an opening guillemet at the end', 'dit « ', ['dit', '«']],
	['a line that is all one part', 'dit\u00a0:\u00a0«\u00a0', ['dit\u00a0:\u00a0«\u00a0']],
	['guillemets with narrow spaces', 'dit «\u202foui\u202f» ici', ['dit', '«\u202foui\u202f»', 'ici']],
	['units and money', '60 % de 100 € et 20 °C', ['60 %', 'de', '100 €', 'et', '20 °C']],
	['numbers with spaces', 'les 12 000 000 enfants', ['les', '12 000 000', 'enfants']],
	['two numbers', 'en 2026 1234 cas', ['en', '2026', '1234', 'cas']],
	[
		'dates',
		'31/03/2027 2026-11-21 21.11.2026 ۳۱/۰۳/۱۴۰۵',
		['31/03/2027', '2026-11-21', '21.11.2026', '۳۱/۰۳/۱۴۰۵']
	],
	['times and fractions', 'at 10:30 in 3/4 of 21/50', ['at', '10:30', 'in', '3/4', 'of', '21/50']],
	[
		'addresses',
		'see https://example.org/a-b/c?d=1&e=2 or a-b@c-d.org',
		['see', 'https://example.org/a-b/c?d=1&e=2', 'or', 'a-b@c-d.org']
	],
	['telephone numbers', 'call +211 920-000 111 now', ['call', '+211 920-000 111', 'now']],
	['a list of numbers', '1, 2, 3, 10–12, 14', ['1,', '2,', '3,', '10–', '12,', '14']],
	['no-break spaces', '5\u00a0km\u202f!', ['5\u00a0km\u202f!']],
	['Amharic with its word sign', 'የሕፃናት፡ጥበቃ ፖሊሲ።', ['የሕፃናት፡', 'ጥበቃ', 'ፖሊሲ።']],
	[
		'Chinese: no sign begins a line, no bracket ends one',
		'保护（第３版），完成。',
		['保', '护', '（第', '３', '版），', '完', '成。']
	],
	['Hindi', 'क्षेत्र में पढ़ाई।', ['क्षेत्र', 'में', 'पढ़ाई।']],
	['Arabic', 'يوقّع كل موظف، ثم', ['يوقّع', 'كل', 'موظف،', 'ثم']],
	['an empty paragraph', '', []]
])('%s', (_, paragraph, whole) => {
	expect(parts(paragraph)).toEqual(whole);
});

test('a long list of numbers can be broken', () => {
	const list = Array.from({ length: 200 }, (_, k) => k).join(', ');
	expect(breaksOf(list)).toHaveLength(200);
	expect(breaksOf(list).at(-1)).toBe(list.length);
});

test('the last break is the end, and none is within a character of two halves', () => {
	const text = '👍🏽 👩‍👧 ok';
	expect(breaksOf(text).at(-1)).toBe(text.length);
	for (const at of breaksOf(text)) expect(text.slice(0, at).isWellFormed?.() ?? true).toBe(true);
});
