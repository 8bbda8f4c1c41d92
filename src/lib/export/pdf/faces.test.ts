import { describe, expect, it } from 'vitest';
import { drawnText } from '#lib/export/pdf/characters.ts';
import { faceFor, loadFaces } from '#lib/export/pdf/faces.ts';

describe('loadFaces', () => {
	it('takes basic Latin alone when that is enough', async () => {
		const { regular, bold } = await loadFaces(['Région, Wanjiku – “São Tomé”']);
		expect([regular.length, bold.length]).toEqual([1, 1]);
	});

	it.each([
		['Turkish, Polish, Kikuyu', 'Şanlıurfa, Łódź, Wanjikũ'],
		['Yoruba and Igbo, with marks below and above', 'Ọ̀yọ́, Ẹ̀kọ́, Ụmụahịa'],
		['Vietnamese', 'Đà Nẵng, Hải Phòng']
	])('shows every letter of %s', async (_what, text) => {
		const { regular, bold } = await loadFaces([text]);
		for (const faces of [regular, bold]) {
			const missing = [...drawnText(text)].filter((character) => faceFor(faces, character) === undefined);
			expect(missing).toEqual([]);
		}
	});

	it('finds no face for a script it does not have, and loads none in vain', async () => {
		const { regular } = await loadFaces(['قسم']);
		expect(regular).toHaveLength(1);
		expect(faceFor(regular, 'ق')).toBeUndefined();
	});
});
