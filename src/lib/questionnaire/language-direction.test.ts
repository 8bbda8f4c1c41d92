import { expect, it } from 'vitest';
import { directionOfLanguage, isolated } from '#lib/questionnaire/language-direction.ts';

it.each([
	['ar', 'rtl'],
	['ar-SD', 'rtl'],
	['fa', 'rtl'],
	['ur-PK', 'rtl'],
	['en', 'ltr'],
	['arn', 'ltr'],
	['ne', 'ltr'],
	['', 'ltr']
])('%s: %s', (language, direction) => {
	expect(directionOfLanguage(language)).toBe(direction);
});

it('isolates a text', () => {
	expect(isolated('نموذج')).toBe('\u2068نموذج\u2069');
});
