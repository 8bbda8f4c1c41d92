import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderPdf } from '#lib/export/pdf/render-pdf.ts';
import { reportTexts } from '#lib/export/pdf/report-texts.ts';
import { TYPE } from '#lib/export/pdf/look.ts';
import { loadFaces } from '#lib/export/pdf/text/faces.ts';
import { Typesetter, type TextLine } from '#lib/export/pdf/text/typesetter.ts';
import type { PlanRow, Report } from '#lib/plan/report/model.ts';
import { checkPdf } from '../../../scripts/pdf-check/check-pdf.ts';
import { openPdf, type Pdf } from '../../../scripts/pdf-check/open-pdf.ts';
import { withDescendants, type StructureElement } from '../../../scripts/pdf-check/structure-tree.ts';
import { SAMPLES } from '../../fixtures/reports/index.ts';
import { sampleReport } from '../../fixtures/reports/sample-report.ts';
import { comparable } from './read-pdf.ts';
import { lineExtents, type Extent } from './text-places.ts';

// Papers of words in all scripts at once, as no person would write them: nothing is lost, doubled or laid over another.

const WORDS = Object.values(SAMPLES).map((words) => {
	const texts = [...reportTexts(sampleReport(words, { actions: 20, annexRows: 20 }))];
	return [...new Set(texts.flatMap(({ text }) => text.split(/\s+/)))].filter((word) => word !== '');
});
const SIGNS = [
	...['👍🏽', '👩‍👧‍👦', '🇸🇸', '1️⃣', '✅', 'Ꭰ', 'ހާ', '\u202e', '\u202d', '\u200f', '\u200e', '\u061c'],
	...[
		'https://example.org/a?b=1&c=2',
		'+211 920 000 111',
		'3/4',
		'31/03/2027',
		'10:30',
		'«',
		'»',
		'(',
		')',
		'[',
		'–'
	]
];

const word = fc.oneof(
	{ weight: 12, arbitrary: fc.oneof(...WORDS.map((words) => fc.constantFrom(...words))) },
	{ weight: 1, arbitrary: fc.constantFrom(...SIGNS) },
	{
		weight: 1,
		arbitrary: fc.constantFrom(...WORDS.flatMap((words) => words.slice(0, 5))).map((each) => each.repeat(12))
	}
);
const isolate = fc
	.tuple(
		fc.constantFrom('\u2066', '\u2067', '\u2068'),
		fc.array(word, { minLength: 1, maxLength: 3 }),
		fc.constantFrom('\u2069', '')
	)
	.map(([open, words, close]) => open + words.join(' ') + close);
const text = fc
	.array(fc.oneof({ weight: 9, arbitrary: word }, { weight: 1, arbitrary: isolate }), {
		minLength: 1,
		maxLength: 14
	})
	.map((words) => words.join(' '));

/** Each has eight times the three actions and four answers of a small one: 500 small ones would take much longer. */
const PAPERS = 63;
/** The part that the summary is. */
const SUMMARY = '> Sect 2 >';
/** Of them all rules are tried on so many, which takes longer. */
const CHECKED = 25;
const MADE_TWICE = 5;

/** A report whose free texts are all mixed. Each row says its own name first. */
const modelOf = (size: { actions: number; annexRows: number }): fc.Arbitrary<Report> =>
	fc
		.tuple(fc.constantFrom(...Object.keys(SAMPLES)), fc.array(text, { minLength: 240, maxLength: 240 }))
		.map(([language, texts]): Report => {
			const words = SAMPLES[language];
			if (words === undefined) throw new Error('No such sample');
			const report = structuredClone(sampleReport(words, size));
			let next = 0;
			const any = (): string => texts[next++ % texts.length] ?? '';
			report.cover.label = any();
			for (const [k, row] of plannedRows(report).entries()) {
				row.action = `zqplan${k}zq ${any()}`;
				row.role = any();
				row.name = any();
				row.today = any();
				row.details = row.details.map(({ lead }) => ({ lead, text: any() }));
			}
			for (const [k, row] of annexRows(report).entries()) {
				row.question = `zqannex${k}zq ${any()}`;
				row.evidence = row.evidence.map(any);
			}
			for (const row of report.scope?.rows ?? []) row.answer = any();
			for (const entry of report.cover.entries) entry.value = any();
			return report;
		});

const plannedRows = ({ plan }: Report): PlanRow[] => plan.groups.flatMap(({ rows }) => rows);
const annexRows = ({ annex }: Report) => annex?.standards.flatMap(({ rows }) => rows) ?? [];

/** The characters of a text, marks apart from their letters, in no order. */
const letters = (said: string): string => [...comparable(said).normalize('NFD')].sort().join('');

async function opened(report: Report): Promise<Pdf> {
	const file = await openPdf(await renderPdf(report));
	if (!file.ok) throw new Error(file.detail);
	return file.value;
}

/** What the rows of tables say. */
function saidByRows({ tree, pages }: Pdf): { row: StructureElement; said: string }[] {
	return (tree?.elements ?? [])
		.filter(({ role }) => role === 'TR')
		.map((row) => {
			const marks = withDescendants(row).flatMap(({ marked }) => marked);
			const texts = marks.map(
				({ page: dict, mcid }) =>
					pages.find((page) => page.dict === dict)?.content.marked.get(mcid)?.text ?? ''
			);
			return { row, said: comparable(texts.join('')) };
		});
}

/** Where a cell of a row reaches beyond the one before it, or a text beyond the margins. */
function overlaps(pdf: Pdf): string[] {
	const MARGINS = { left: 48, right: 547.28 };
	const HAIR = 0.05;
	const extents = pdf.pages.map((page) => lineExtents(pdf, page));
	const beyond = extents.flatMap((lines, k) =>
		lines
			.filter(({ left, right }) => left < MARGINS.left - HAIR || right > MARGINS.right + HAIR)
			.map(({ left, right }) => `page ${k + 1}: ${left} to ${right}`)
	);
	const over = (pdf.tree?.elements ?? [])
		.filter(({ role }) => role === 'TR')
		.flatMap(({ path, kids }) => {
			const cells = kids.map((cell) => {
				const marks = withDescendants(cell).flatMap(({ marked }) => marked);
				const lines = marks.flatMap(({ page: dict, mcid }) =>
					(extents[pdf.pages.findIndex((page) => page.dict === dict)] ?? []).filter(
						(line) => line.mcid === mcid
					)
				);
				return lines.length === 0 ? [] : [widest(lines)];
			});
			const sorted = cells.flat().sort((a, b) => a.left - b.left);
			return sorted.flatMap((cell, k) => {
				const over = (sorted[k - 1]?.right ?? 0) - cell.left;
				return over > HAIR
					? [`${path}: cell ${k + 1} lies ${over.toFixed(1)} points over the one before`]
					: [];
			});
		});
	return [...beyond, ...over];
}

const widest = (lines: readonly Extent[]): Extent => ({
	left: Math.min(...lines.map(({ left }) => left)),
	right: Math.max(...lines.map(({ right }) => right))
});

describe('a paper of a sample', () => {
	test.each(Object.entries(SAMPLES))('in %s lays no cell over another', async (_, words) => {
		expect(overlaps(await opened(sampleReport(words, { actions: 12, annexRows: 20 })))).toEqual([]);
	});
});

describe('a paper of mixed words', () => {
	test(
		'says each row once, with all its letters, and lays no cell over another',
		{ timeout: 600_000 },
		async () => {
			await fc.assert(
				fc.asyncProperty(modelOf({ actions: 24, annexRows: 32 }), async (report) => {
					const pdf = await opened(report);
					const rows = saidByRows(pdf);
					const about = (name: string): string[] =>
						rows.flatMap(({ said }) => (said.includes(name) ? [letters(said)] : []));
					for (const [k, row] of plannedRows(report).entries()) {
						const {
							number,
							standard,
							name,
							today,
							needed = '',
							action,
							details,
							role,
							due,
							overdue = '',
							statusWord
						} = row;
						const leads = details.flatMap(({ lead, text: words }) => [lead, words]);
						const all = [
							number,
							standard,
							name,
							today,
							needed,
							action,
							...leads,
							role,
							due,
							overdue,
							statusWord
						];
						expect(about(`zqplan${k}zq`)).toEqual([letters(all.join(''))]);
					}
					for (const [k, { item, question, flag, answer, evidence }] of annexRows(report).entries())
						expect(about(`zqannex${k}zq`)).toEqual([
							letters([item, question, flag, answer, ...evidence].join(''))
						]);
					// the table of the summary has no mixed words, and a test of its own above
					expect(overlaps(pdf).filter((over) => !over.includes(SUMMARY))).toEqual([]);
				}),
				{ numRuns: PAPERS, seed: 11, endOnFailure: true }
			);
		}
	);

	test('keeps all rules', { timeout: 600_000 }, async () => {
		await fc.assert(
			fc.asyncProperty(modelOf({ actions: 3, annexRows: 4 }), async (report) => {
				expect(await checkPdf(await renderPdf(report))).toEqual([]);
			}),
			{ numRuns: CHECKED, seed: 12, endOnFailure: true }
		);
	});

	test('has the same bytes when it is made twice', async () => {
		await fc.assert(
			fc.asyncProperty(modelOf({ actions: 3, annexRows: 4 }), async (report) => {
				const bytes = Buffer.from(await renderPdf(report));
				expect(bytes.equals(await renderPdf(structuredClone(report)))).toBe(true);
			}),
			{ numRuns: MADE_TWICE, seed: 13, endOnFailure: true }
		);
	});
});

describe('a paragraph of mixed words', async () => {
	const faces = await loadFaces(WORDS.flat());

	test.each(['en', 'ar', 'hi', 'zh'])('in a document in %s is in lines that fit', (language) => {
		const typesetter = new Typesetter(faces, language);
		const clustersOf = ({ runs }: TextLine): string[] =>
			runs.flatMap(({ clusters }) => clusters.map((each) => each.text));
		fc.assert(
			fc.property(text, fc.integer({ min: 24, max: 300 }), (words, width) => {
				const lines = typesetter.lines([{ text: words, style: TYPE.table }], width);
				const onOne = typesetter.lines([{ text: words, style: TYPE.table }], Infinity);
				for (const line of lines)
					// a single letter may be wider than a column: there is nothing to cut
					if (clustersOf(line).length > 1) expect(line.width).toBeLessThanOrEqual(width + 1e-6);
				expect(letters(lines.flatMap(clustersOf).join(''))).toBe(letters(words));
				expect(letters(onOne.flatMap(clustersOf).join(''))).toBe(letters(words));
			}),
			{ numRuns: 125, seed: 14, endOnFailure: true }
		);
	});
});
