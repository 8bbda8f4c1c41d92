import { expect, it } from 'vitest';
import { findChosen } from './chosen.ts';

const EVERYONE = [
	'/',
	'/about/',
	'/own/assess/',
	'/_app/immutable/chunks/a.js',
	'/_app/immutable/data/latin/b.js',
	'/icons/icon-192.png'
];
const SOME = ['/fr/', '/fr/about/', '/_app/immutable/language/fr/c.js', '/_app/immutable/data/arabic/d.js'];

it('leaves other languages and the fonts of other scripts to those who choose them', () => {
	expect([...findChosen([...EVERYONE, ...SOME])]).toEqual(SOME);
});

it('takes no short name for a language', () => {
	expect([...findChosen(EVERYONE)]).toEqual([]);
});
