import { describe, expect, it } from 'vitest';
import { drawnText } from '#lib/export/pdf/text/characters.ts';
import { loadFaces, pairFor } from '#lib/export/pdf/text/faces.ts';

describe('loadFaces', () => {
	it('takes basic Latin alone when that is enough', async () => {
		expect(await loadFaces(['Région, Wanjiku – “São Tomé”, 3\u202f000\u00a0€'])).toHaveLength(1);
	});

	it.each([
		['Turkish, Polish, Kikuyu', 'Şanlıurfa, Łódź, Wanjikũ', 2],
		['Yoruba and Igbo, with marks below and above', 'Ọ̀yọ́, Ẹ̀kọ́, Ụmụahịa', 2],
		['Vietnamese', 'Đà Nẵng, Hải Phòng', 3],
		['Russian and Ukrainian', 'Ёлка, їжак, ґанок', 2],
		['Greek', 'Αθήνα', 2],
		['Arabic, Persian and Urdu', 'موظفاً، می‌شود، ٹیچر کے لیے', 2],
		['Hindi and Nepali', 'क्षेत्र, पढ़ाई। ज्ञान', 2],
		['Bengali with its full stop', 'হঠাৎ কর্ম।', 2],
		['Amharic', 'ሕፃናት፡ ጥበቃ።', 2],
		['Chinese', '儿童保护（开始）。', 2],
		['a note with signs', 'Ask → write ✓, ≥ 2 people ≠ ▪ □ ★', 2]
	])('shows every letter of %s, and loads no more than it needs', async (_what, text, count) => {
		const faces = await loadFaces([text]);
		expect([...drawnText(text)].filter((character) => pairFor(faces, character) === undefined)).toEqual([]);
		expect(faces).toHaveLength(count);
		// a space belongs to the word before it; without one of its own a face would show a box
		for (const { regular, bold } of faces)
			expect([regular, bold].map((face) => face.has(' '))).toEqual([true, true]);
	});

	it('finds no face for a script it does not have, and loads none in vain', async () => {
		const faces = await loadFaces(['ᎠᏂ']);
		expect(faces).toHaveLength(1);
		expect(pairFor(faces, 'Ꭰ')).toBeUndefined();
	});
});
