import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseBriefing, parseBriefingText } from '#lib/guide/briefing.ts';
import type { Briefing } from '#lib/guide/briefing-schema.ts';
import { sourcesOf } from '#lib/guide/figures.ts';

const read = (name: string) => JSON.parse(readFileSync(`questionnaires/${name}`, 'utf8'));
const sources = read('sources.json');

function shipped(): Briefing {
	const result = parseBriefing(read('briefing.json'), sources);
	if (!result.ok) throw new Error(JSON.stringify(result.problems));
	return result.value;
}

/** What nobody may repeat: section 6 of the facts about peacekeeping says why. */
const FORBIDDEN: readonly (readonly [claim: string, pattern: RegExp, example: string])[] = [
	['allegations declined', /declin|has fallen|have fallen/i, 'Complaints declined significantly.'],
	['65 cases in a year', /\b65\b/, '65 cases involve women.'],
	['pregnant after rape', /pregnan|\brape/i, 'Women pregnant after alleged rape.'],
	['a French force as UN troops', /sangaris|\bfrench\b/i, 'Soldiers of Sangaris.'],
	['diplomatic immunity', /diplomatic immunity/i, 'They have diplomatic immunity.'],
	['a name and a founding', /malcorra|bolkovac/i, 'Headed by Susan Malcorra.'],
	['a study that found it first', /machel/i, 'Machel found this.'],
	['Haiti, one third', /one third|\bthird\b.*under 18/i, 'One third under 18.'],
	['an increase of 79', /increase of/i, 'An increase of 79.'],
	['95 other entities', /\b95\b(?! ?%)|other entit/i, '95 other-entity cases.'],
	['shares of perpetrators', /\b80 ?%|\b12 ?%|aid distribution/i, '80% aid distribution.'],
	['slow action, no numbers', /slow action/i, 'Slow action by some Member States.']
];

/** Every text of a value, at any depth. */
function textsOf(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

describe('the briefing as it ships', () => {
	const { figures, changes } = shipped();
	const text = read('briefing.en.json');

	it('is correct', () => {
		expect(parseBriefingText(text, shipped())).toMatchObject({ ok: true });
	});

	it('has at least twelve figures, each with a date, a source and a status', () => {
		expect(figures.length).toBeGreaterThanOrEqual(12);
		for (const figure of figures) {
			expect(figure.asAt).toMatch(/^20\d\d/);
			expect(sourcesOf(figure).length).toBeGreaterThan(0);
			expect(['verified', 'reported']).toContain(figure.status);
		}
	});

	const series = figures.find(({ id }) => id === 'allegations-per-year');
	const years = series?.kind === 'series' ? series.years : [];

	it('has every year from 2007 to 2024', () => {
		expect(years.map(({ year }) => year)).toEqual(Array.from({ length: 18 }, (_, index) => 2007 + index));
	});

	it('names for each value who gave it, and nobody for the one that nobody gave', () => {
		const given = Object.fromEntries(
			years.map(({ year, readings }) => [
				year,
				readings.map((reading) => [...reading.values, ...reading.sources])
			])
		);
		expect(given).toEqual({
			2007: [[127, 'peacewomen-allegations']],
			2008: [[83, 'peacewomen-allegations']],
			2009: [[112, 'peacewomen-allegations']],
			2010: [[85, 'peacewomen-allegations']],
			2011: [
				[74, 'masress-allegations'],
				[75, 'itv-allegations']
			],
			2012: [[60, 'masress-allegations', 'oios-ied-15-001']],
			2013: [[66, 'oios-ied-15-001']],
			2014: [
				[51, 'business-standard-allegations'],
				[52, 'itv-allegations', 'ap-allegations']
			],
			2015: [[69, 'itv-allegations', 'ap-allegations']],
			2016: [[104, 'asianage-allegations', 'business-standard-allegations']],
			2017: [[62, 63, 'asianage-allegations', 'code-blue-allegations']],
			2018: [
				[54, 'business-standard-allegations'],
				[56, 'ap-allegations', 'code-blue-allegations']
			],
			2019: [[80, 'ap-allegations', 'more-support-victims-2020']],
			2020: [[66, 'code-blue-allegations']],
			2021: [[75]],
			2022: [[79, 'securitywomen-allegations']],
			2023: [[100, 'securitywomen-allegations']],
			2024: [[102, 'ap-2025-peacekeeping-sea']]
		});
		expect(years.filter(({ status }) => status === 'not-verified').map(({ year }) => year)).toEqual([2021]);
	});

	it('begins its changes in 2015', () => {
		expect(Math.min(...changes.map(({ year }) => year))).toBe(2015);
	});

	it.each(FORBIDDEN)('does not repeat: %s', (_claim, pattern, example) => {
		expect(example).toMatch(pattern);
		expect(textsOf(text).filter((words) => pattern.test(words))).toEqual([]);
	});
});

describe('a briefing is refused', () => {
	const refused = (edit: (briefing: ReturnType<typeof read>) => void) => {
		const briefing = read('briefing.json');
		edit(briefing);
		return parseBriefing(briefing, sources);
	};
	const number = 3;

	it.each<[string, (briefing: ReturnType<typeof read>) => void, string]>([
		[
			'with a source that nobody knows',
			({ figures }) => (figures[0].years[0].readings[0].sources = ['gone']),
			'figures.0.years.0.readings.0'
		],
		[
			'with a value that has no source',
			({ figures }) => (figures[0].years[0].readings[0].sources = []),
			'figures.0.years.0.readings.0'
		],
		[
			'when it calls verified what was only reported',
			({ figures }) => (figures[number].status = 'verified'),
			`figures.${number}`
		],
		['when a change lacks its source', ({ changes }) => (changes[0].sources = []), 'changes.0'],
		['when parts do not add up', ({ figures }) => (figures[4].parts[0].value += 1), 'figures.4'],
		['when people do not add up', ({ figures }) => (figures[1].years[3].children += 1), 'figures.1.years.3'],
		[
			'when a share belongs to nothing',
			({ figures }) => (figures.find(({ partOf }: { partOf?: string }) => partOf).partOf = 'gone'),
			'figures.8.partOf'
		],
		[
			'with a date that is none',
			({ figures }) => (figures[number].asAt = 'last year'),
			`figures.${number}.asAt`
		]
	])('%s', (_what, edit, path) => {
		expect(refused(edit)).toMatchObject({ ok: false, problems: [{ path }] });
	});

	it('when texts and figures differ, either way', () => {
		const text = read('briefing.en.json');
		delete text.figures['paternity-claims'];
		delete text.fiveSteps['mapping'];
		text.changes['more'] = 'More.';
		text.figures['age-of-reports-2023'].parts['more'] = 'More';
		expect(parseBriefingText(text, shipped())).toMatchObject({
			ok: false,
			problems: [
				{ path: 'figures.paternity-claims' },
				{ path: 'figures.age-of-reports-2023.parts.more' },
				{ path: 'fiveSteps.mapping' },
				{ path: 'changes.more' }
			]
		});
	});
});
