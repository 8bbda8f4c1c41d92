import { expect, test } from 'vitest';
import { searchWords } from '#lib/questionnaire/search-words.ts';

const wholes = (text: string) => searchWords(text).map(({ whole }) => whole);

test.each([
	['punctuation and case', 'Who? The (UN), then us.', ['who', 'the', 'un', 'then', 'us']],
	['accents', 'Évidence à l’École', ['evidence', 'a', 'lecole']],
	['composed and decomposed letters', 'e\u0301te \u00e9te', ['ete', 'ete']],
	['straight and curly apostrophes', "victims\u2019 victims' child’s", ['victims', 'victims', 'childs']],
	['both spellings', 'fraternization fraternisation', ['fraternisation', 'fraternisation']],
	['numbers', 'resolution 2272, A/61/19', ['resolution', '2272', 'a', '61', '19']],
	['other scripts', 'حماية الأطفال', ['حماية', 'الاطفال']],
	['hyphens that belong to no word', ' - off-limits – or -', ['offlimits', 'or']],
	['nothing', ' …', []]
])('reads words: %s', (_what, text, expected) => {
	expect(wholes(text)).toEqual(expected);
});

test('keeps the parts of a joined word, whatever hyphen joins it', () => {
	for (const hyphen of ['-', '\u2010', '\u2011', '\u00ad'])
		expect(searchWords(`non${hyphen}fraternisation`)).toEqual([
			{ whole: 'nonfraternisation', parts: ['non', 'fraternisation'] }
		]);
});
