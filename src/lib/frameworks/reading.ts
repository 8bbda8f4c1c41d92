import type { Framework, Frameworks } from '#lib/frameworks/schema.ts';
import { scoredById, type Score, type ScoredIndicator } from '#lib/assessment/score.ts';
import { indicatorsOf } from '#lib/questionnaire/indicators-of.ts';
import type { Indicator, Questionnaire } from '#lib/questionnaire/schema.ts';

/** What our own answers show on an item of a framework: a band, never a result that the other body would give. */
export type ItemReading = 'no-gap-seen' | 'partial' | 'gap' | 'too-few-answers';

/** The bands in the order in which they are shown and counted. */
export const ITEM_READINGS: readonly ItemReading[] = ['gap', 'partial', 'no-gap-seen', 'too-few-answers'];

/** One item of a framework and the questions of the questionnaire behind it. */
export interface ReadItem {
	id: string;
	/** Absent when the questionnaire has no question on the item: then nothing is said and nothing counted. */
	reading?: ItemReading;
	/** Whether the title of the item and every reference to it were confirmed. */
	isVerified: boolean;
	/** Questions in scope that the item rests on, and those that only touch it. */
	primary: ScoredIndicator[];
	supporting: ScoredIndicator[];
	/** Questions that the short form or the profile leaves out. */
	notAsked: Indicator[];
}

/** A framework read from one assessment. */
export interface ReadFramework {
	id: string;
	isVerified: boolean;
	/** False for a set that only single questions cite: it is not part of the comparison and gets no bands. */
	isCompared: boolean;
	items: ReadItem[];
	counts: Readonly<Record<ItemReading, number>>;
}

/** Level value from which an indicator counts as there: two thirds of its scale, less what sums of thirds lose. */
const THERE = 2 / 3 - 1e-9;

/** Share of an item's questions that must be answered before anything is said. */
const ENOUGH = { of: 5, answered: 4 };

/**
 * Reads one set of answers through every framework, item by item. Pure: equal input gives an equal reading.
 *
 * Behind an item stand the indicators that refer to it. Only those in scope count, and of these not the ones
 * answered "not applicable". Deciding are the primary ones among them, or all of them when none is primary.
 * - `too-few-answers`: none counts, fewer than 80 % are answered, or no deciding one is.
 * - `no-gap-seen`: every deciding one is at two thirds of its scale or above, and at least one has evidence.
 * - `gap`: no deciding one is at two thirds of its scale.
 * - `partial`: everything between, also when all is there but nothing can be shown.
 *
 * "We do not know" is an answer at 0. An open question is below two thirds. Raising a level or adding evidence
 * never makes a reading worse.
 * @param score the scored assessment: what is in scope and what each answer says
 */
export function readFrameworks(
	{ frameworks, themes }: Frameworks,
	questionnaire: Questionnaire,
	score: Score
): ReadFramework[] {
	const asked = scoredById(score);
	const all = indicatorsOf(questionnaire.standards);
	return frameworks.map((framework) => {
		const items = framework.items.map((item) => readItem(framework, item, all, asked));
		const count = (band: ItemReading) => items.filter(({ reading }) => reading === band).length;
		return {
			id: framework.id,
			isVerified: framework.verified,
			isCompared: themes.some((theme) => theme.items.some((each) => each.framework === framework.id)),
			items,
			counts: {
				'no-gap-seen': count('no-gap-seen'),
				partial: count('partial'),
				gap: count('gap'),
				'too-few-answers': count('too-few-answers')
			}
		};
	});
}

function readItem(
	framework: Framework,
	item: Framework['items'][number],
	all: readonly Indicator[],
	asked: ReadonlyMap<string, ScoredIndicator>
): ReadItem {
	const behind = all.flatMap((indicator) =>
		indicator.references
			.filter((each) => each.source === framework.id && each.item === item.id)
			.map((reference) => ({ indicator, reference }))
	);
	const inScope = (strength: 'primary' | 'supporting') =>
		behind
			.filter(({ reference }) => reference.strength === strength)
			.flatMap(({ indicator }) => asked.get(indicator.id) ?? []);
	const [primary, supporting] = [inScope('primary'), inScope('supporting')];
	return {
		id: item.id,
		...(behind.length > 0 && { reading: readingOf(primary, supporting) }),
		isVerified: item.verified && behind.every(({ reference }) => reference.verified),
		primary,
		supporting,
		notAsked: behind.map(({ indicator }) => indicator).filter(({ id }) => !asked.has(id))
	};
}

function readingOf(primary: readonly ScoredIndicator[], supporting: readonly ScoredIndicator[]): ItemReading {
	const counts = ({ reading }: ScoredIndicator): boolean => reading.kind !== 'not-applicable';
	const isAnswered = ({ reading }: ScoredIndicator): boolean => reading.kind === 'scored';
	const counted = [...primary, ...supporting].filter(counts);
	const decidingFirst = primary.filter(counts);
	const deciding = decidingFirst.length > 0 ? decidingFirst : counted;
	const answered = counted.filter(isAnswered).length;
	if (answered * ENOUGH.of < counted.length * ENOUGH.answered || !deciding.some(isAnswered))
		return 'too-few-answers';
	const there = deciding.filter(({ reading }) => reading.kind === 'scored' && reading.earned >= THERE);
	if (there.length === 0) return 'gap';
	const isShown = there.some(({ reading }) => reading.kind === 'scored' && reading.evidenced > 0);
	return there.length === deciding.length && isShown ? 'no-gap-seen' : 'partial';
}
