import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, describe, expect, test } from 'vitest';
import { renderPdf } from '#lib/export/pdf/render-pdf.ts';
import { reportTexts } from '#lib/export/pdf/report-texts.ts';
import type { Report } from '#lib/plan/report/model.ts';
import { openPdf } from '../../../scripts/pdf-check/open-pdf.ts';
import { SAMPLES } from '../../fixtures/reports/index.ts';
import { sampleReport } from '../../fixtures/reports/sample-report.ts';
import { comparable } from './read-pdf.ts';

// Every word of a report comes out of the file, with each of three readers: the texts of the codes as they stand in the
// file, pdf.js and, where it is installed, pdftotext. Readers put spaces into Indic words and give the marks of an Arabic
// letter before or after it; so a word is found where as many letters in a row are the same letters in any order. One
// lost or doubled letter is noticed.

/** Ids that choose a shape or a colour, and what only the metadata hold. */
const ON_NO_PAGE = new Set(['language', 'madeOn', 'madeWith', 'pageNumber', 'digits']);
const ID =
	/^(gate|now|next|later|closed|open|to-do|in-progress|done|gap-closed|critical|blocked|ready|calm|met|mostly-met|partly-met|not-met|incomplete|not-assessed|out-of-scope)$/;

const folder = mkdtempSync(join(tmpdir(), 'words-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/**
 * Texts of the report that stand on its pages. Left out is what is drawn only where a part goes on over a page, and the
 * two ways to speak of other critical gaps, of which one is drawn. What the summary cuts stands whole in the plan.
 */
function drawnTexts(report: Report): string[] {
	const { summary, plan, annex } = report;
	const maybe = new Set([
		summary.otherCritical?.title,
		summary.otherCritical?.short,
		...plan.groups.map(({ continued }) => continued),
		...(annex?.standards.map(({ continued }) => continued) ?? [])
	]);
	const texts = [...reportTexts(report)]
		.filter(({ part, text }) => !ON_NO_PAGE.has(part) && !ID.test(text) && !maybe.has(text))
		.map(({ text }) => text);
	return [...new Set(texts)];
}

/** The characters of a text, marks apart from their letters, in no order. */
const letters = (text: string): string => [...text.normalize('NFD')].sort().join('');

/** Letter by letter: marks of two letters that stand side by side must not change places. */
const decomposed = (text: string): string => Array.from(text, (letter) => letter.normalize('NFD')).join('');

/** Whether as many characters in a row are those of the word. Both decomposed: a mark may stand with another letter. */
function holds(text: string, word: string): boolean {
	if (text.includes(word)) return true;
	const wanted = [...word];
	if (!wanted.every((letter) => text.includes(letter))) return false;
	const all = [...text];
	/** How many more of each letter the word has than the characters that are looked at. */
	const more = new Map<string, number>();
	let differing = 0;
	const count = (letter: string | undefined, by: number): void => {
		if (letter === undefined) return;
		const before = more.get(letter) ?? 0;
		more.set(letter, before + by);
		if (before === 0) differing++;
		if (before + by === 0) differing--;
	};
	for (const letter of wanted) count(letter, 1);
	return all.some((letter, at) => {
		count(letter, -1);
		if (at >= wanted.length) count(all[at - wanted.length], 1);
		return differing === 0;
	});
}

/** The words of a text without what readers leave out. */
const wordsOf = (text: string): string[] => text.split(/\s+/).map(comparable).filter(Boolean);

/** The words of texts that none of some pieces holds. */
function lostWords(texts: readonly string[], pieces: readonly string[]): string[] {
	const known = new Map<string, boolean>();
	const read = pieces.map(decomposed);
	return texts.flatMap((text) =>
		wordsOf(text).filter((word) => {
			const found = known.get(word) ?? read.some((piece) => holds(piece, decomposed(word)));
			known.set(word, found);
			return !found;
		})
	);
}

/** What an element says, by the texts of its codes and by pdf.js. */
interface Said {
	path: string;
	own: string;
	byPdfJs: string;
}

/** What each element with content says, and what stands outside of all elements. */
async function readElements(bytes: Uint8Array): Promise<{ elements: Said[]; artifacts: string }> {
	const opened = await openPdf(bytes);
	if (!opened.ok) throw new Error(opened.detail);
	const { pages, tree } = opened.value;
	const read = await readByPdfJs(bytes);
	const elements = (tree?.elements ?? [])
		.filter(({ marked }) => marked.length > 0)
		.map(({ path, marked }) => {
			const places = marked.map(({ page, mcid }) => ({
				index: pages.findIndex(({ dict }) => dict === page),
				mcid
			}));
			const own = places.map(({ index, mcid }) => pages[index]?.content.marked.get(mcid)?.text ?? '');
			const byPdfJs = places.map(({ index, mcid }) => read[index]?.get(mcid) ?? '');
			return { path, own: comparable(own.join('')), byPdfJs: comparable(byPdfJs.join('')) };
		});
	return { elements, artifacts: comparable(read.map((page) => page.get(undefined) ?? '').join('')) };
}

/** The text of each mark, page by page; that of artifacts under `undefined`. */
async function readByPdfJs(bytes: Uint8Array): Promise<Map<number | undefined, string>[]> {
	const loading = getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false });
	const document = await loading.promise;
	const pages: Map<number | undefined, string>[] = [];
	for (let number = 1; number <= document.numPages; number++) {
		const page = await document.getPage(number);
		const { items } = await page.getTextContent({ disableNormalization: true, includeMarkedContent: true });
		const texts = new Map<number | undefined, string>();
		const open: (number | undefined)[] = [];
		for (const item of items)
			if ('str' in item) texts.set(open.at(-1), (texts.get(open.at(-1)) ?? '') + item.str);
			else if (item.type === 'endMarkedContent') open.pop();
			else {
				const id = /_mc(\d+)$/.exec(item.id ?? '')?.[1];
				// a span in another language belongs to the element around it
				open.push(
					id !== undefined ? Number(id) : 'tag' in item && item.tag === 'Artifact' ? undefined : open.at(-1)
				);
			}
		pages.push(texts);
	}
	await loading.destroy();
	return pages;
}

/** What pdftotext gives, without the marks that it puts around runs. */
function readByPdfToText(bytes: Uint8Array): string {
	const file = join(folder, 'sample.pdf');
	writeFileSync(file, bytes);
	const { stdout } = spawnSync('pdftotext', [file, '-'], { encoding: 'utf8', maxBuffer: 2 ** 27 });
	return comparable(stdout.replace(/[\u202a-\u202c]/g, ''));
}

const HAS_PDFTOTEXT = spawnSync('pdftotext', ['-v']).error === undefined;

/**
 * Words whose letters pdf.js does not give in a row, though it gives each of them: it reads a line from right to left
 * again as if it were in another order, and so puts brackets around Latin words, and a mark at the end of a line, in
 * another place of the line. A word that is mended may go from here.
 */
const MISPLACED_BY_PDF_JS: Readonly<Record<string, readonly string[]>> = {
	ar: ['(MOU)', '(UNICEF', 'كلاً'],
	fa: ['(MOU)', '(UNICEF', 'درِ'],
	ur: ['(UNICEF،']
};

/** pdftotext takes the number from a letter that stands before it. */
const MISPLACED_BY_PDFTOTEXT = ['و٦١'];

describe.each(Object.entries(SAMPLES))('each word of a report in %s', async (language, words) => {
	const report = sampleReport(words, { actions: 24, annexRows: 30 });
	const bytes = await renderPdf(report);
	const texts = drawnTexts(report);
	const { elements, artifacts } = await readElements(bytes);

	test('stands in the texts of the codes of one element', () => {
		// the foot is no part of what is read aloud
		const tagged = texts.filter((text) => text !== report.foot);
		expect(tagged.length).toBeGreaterThan(250);
		expect(
			lostWords(
				tagged,
				elements.map(({ own }) => own)
			)
		).toEqual([]);
	});

	test('comes out of pdf.js, no letter lost or doubled in any element', () => {
		expect(elements.length).toBeGreaterThan(500);
		const differing = elements.filter(({ own, byPdfJs }) => letters(own) !== letters(byPdfJs));
		expect(differing).toEqual([]);
		const found = [...elements.map(({ byPdfJs }) => byPdfJs), artifacts];
		const misplaced = MISPLACED_BY_PDF_JS[language] ?? [];
		expect(lostWords(texts, found).filter((word) => !misplaced.includes(word))).toEqual([]);
	});

	if (HAS_PDFTOTEXT)
		test('comes out of pdftotext', () => {
			// it moves commas, full stops and brackets to other places of a line from right to left
			const plain = (text: string): string => text.replace(/[^\p{L}\p{M}\p{N}\s]/gu, '');
			const lost = lostWords(texts.map(plain), [plain(readByPdfToText(bytes))]);
			expect(lost.filter((word) => !MISPLACED_BY_PDFTOTEXT.includes(word))).toEqual([]);
		});
});
