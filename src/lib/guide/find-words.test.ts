import { expect, it } from 'vitest';
import { findWords, shownForms, sortWords } from '#lib/guide/find-words.ts';

const term = (word: string, also: string[], meaning = '') => ({
	term: word,
	also,
	meaning,
	verified: true
});
const words = sortWords({
	language: 'en',
	terms: {
		'off-limits': term('Off-limits', ['curfew'], 'A place that members may not enter.'),
		contingent: term('Contingent', ['contingents', 'national contingent'], 'A unit inside a mission.'),
		etat: term('État-major', [], 'The staff of a unit.')
	}
});
const ids = (typed: string) => findWords(words, typed).map(({ id }) => id);

it('puts words in the order of the alphabet', () => {
	expect(words.map(({ id }) => id)).toEqual(['contingent', 'etat', 'off-limits']);
});

it.each([
	['', ['contingent', 'etat', 'off-limits']],
	['  ', ['contingent', 'etat', 'off-limits']],
	['Off limits', ['off-limits']],
	['CURFEW', ['off-limits']],
	['etat', ['etat']],
	['unit', ['contingent', 'etat']],
	// found by name before found by meaning
	['st', ['etat']],
	['nothing like it', []]
])('finds for "%s"', (typed, found) => {
	expect(ids(typed)).toEqual(found);
});

it('finds by name before it finds by meaning', () => {
	const two = sortWords({
		language: 'en',
		terms: { a: term('Army', [], 'It has a gate.'), gate: term('Gate', []) }
	});
	expect(findWords(two, 'gate').map(({ id }) => id)).toEqual(['gate', 'a']);
});

it('does not show forms that only add an ending', () => {
	expect(
		shownForms(term('Contingent', ['contingents', 'national contingent', 'national contingents']))
	).toEqual(['national contingent']);
	expect(shownForms(term('Off-limits', ['off limits', 'curfew', 'curfews']))).toEqual([
		'off limits',
		'curfew'
	]);
});
