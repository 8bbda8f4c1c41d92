import { expect, it } from 'vitest';
import { folderOf } from './vite-chunk-folders.ts';

const LANGUAGES = ['fr', 'ar'];
const FONTS = '/project/node_modules/@fontsource';

it.each([
	[`${FONTS}/noto-sans/files/noto-sans-latin-400-normal.woff2?gz64`, 'data/latin'],
	[`${FONTS}/noto-sans/files/noto-sans-vietnamese-700-normal.woff2?gz64`, 'data/latin'],
	[`${FONTS}/noto-sans-math/files/noto-sans-math-latin-400-normal.woff2?only=2713&gz64`, 'data/latin'],
	[`${FONTS}/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff2?gz64`, 'data/arabic'],
	['/project/src/lib/i18n/messages/fr.json', 'language/fr'],
	['/project/src/lib/i18n/messages/ar.pages.json', 'language/ar'],
	['/project/questionnaires/icss/fr.json?opening', 'language/fr'],
	['/project/questionnaires/glossary.fr.json', 'language/fr'],
	['/project/src/lib/i18n/messages/en.json', undefined],
	['/project/questionnaires/icss/questionnaire.json', undefined],
	['/project/src/lib/export/pdf/faces.ts', undefined]
])('%s → %s', (id, folder) => {
	expect(folderOf([id], LANGUAGES)).toBe(folder);
});

it('leaves with the code what holds more than the texts of one language', () => {
	const texts = ['/project/questionnaires/icss/fr.json', '/project/questionnaires/glossary.fr.json'];
	expect(folderOf(texts, LANGUAGES)).toBe('language/fr');
	expect(folderOf([...texts, '/project/questionnaires/icss/ar.json'], LANGUAGES)).toBeUndefined();
	expect(folderOf([...texts, '/project/src/lib/i18n/format.ts'], LANGUAGES)).toBeUndefined();
	expect(folderOf([], LANGUAGES)).toBeUndefined();
});
