import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { hashQuestionnaire } from './questionnaire-hash.ts';

const hash = hashQuestionnaire({ id: 'x', levels: [1, 0.5, null] }, { title: 'Straße', 'a.b': true });

it('is the SHA-256 of both as JSON with sorted names and no white space', () => {
	const written = '[{"id":"x","levels":[1,0.5,null]},{"a.b":true,"title":"Straße"}]';
	expect(hash).toBe(`sha256-${createHash('sha256').update(written).digest('hex')}`);
});

it('does not depend on the order of names', () => {
	expect(hashQuestionnaire({ levels: [1, 0.5, null], id: 'x' }, { 'a.b': true, title: 'Straße' })).toBe(hash);
});

it.each([
	['a level', { id: 'x', levels: [1, 0.4, null] }, { title: 'Straße', 'a.b': true }],
	['the order of levels', { id: 'x', levels: [0.5, 1, null] }, { title: 'Straße', 'a.b': true }],
	['a letter', { id: 'x', levels: [1, 0.5, null] }, { title: 'Strasse', 'a.b': true }],
	['what is in which file', { title: 'Straße', 'a.b': true }, { id: 'x', levels: [1, 0.5, null] }]
])('changes with %s', (_name, structure, text) => {
	expect(hashQuestionnaire(structure, text)).not.toBe(hash);
});
