import { expect, test } from 'vitest';
import { citeSources } from '#lib/questionnaire/cited-sources.ts';
import type { Reference, Source } from '#lib/questionnaire/schema.ts';

const source = (id: string): Source => ({
	id,
	title: `Title of ${id}`,
	publisher: 'Publisher',
	edition: null,
	url: null,
	kind: 'framework',
	verified: 'primary',
	note: ''
});
const SOURCES = [source('crc'), source('mou')];
const TITLES = {
	crc: { 'art-3': { title: 'Best interests' }, 'art-19': { title: 'Protection from violence' } }
};

const refer = (id: string, item?: string, verified = false): Reference => ({
	source: id,
	...(item === undefined ? {} : { item }),
	strength: 'supporting',
	verified
});
const cite = (...references: Reference[]) =>
	citeSources(references, { sources: SOURCES, itemTitles: TITLES }).map(
		({ source: { id }, verified, items }) => [id, verified, items]
	);

test('a source without items', () => {
	expect(cite(refer('mou', undefined, true))).toEqual([['mou', true, []]]);
});

test('several items of one framework stand together, where the first stood', () => {
	expect(cite(refer('crc', 'art-19'), refer('mou'), refer('crc', 'art-3'))).toEqual([
		['crc', false, ['Protection from violence', 'Best interests']],
		['mou', false, []]
	]);
});

test('items that were read stand apart from items that were not', () => {
	expect(cite(refer('crc', 'art-3', true), refer('crc', 'art-19'))).toEqual([
		['crc', true, ['Best interests']],
		['crc', false, ['Protection from violence']]
	]);
});

test('an item without a title keeps its id, also one that every object inherits', () => {
	expect(cite(refer('crc', 'art-99'), refer('mou', 'constructor'))).toEqual([
		['crc', false, ['art-99']],
		['mou', false, ['constructor']]
	]);
});

test('a source that the list does not describe stands by its id, without a link', () => {
	const [cited] = citeSources([refer('elsewhere')], { sources: SOURCES, itemTitles: TITLES });
	expect(cited).toMatchObject({ source: { title: 'elsewhere', url: null }, verified: false });
});
