import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { loadThroughVite } from '../../scripts/load-through-vite.ts';
import { SAMPLES } from '../fixtures/reports/index.ts';
import { differenceIn, openTwoSettings, pictureOf, POINTS, type Difference } from '../two-settings.ts';
import { CHROMIUM_ONLY, expect, test } from './journey.ts';

/**
 * So many pixels of ink may have none of the other setting near. Measured at 48 pixels to the type size: none in any of
 * the lines below, 18 for the smallest mark that can be lost, thousands for letters that do not join or stand in another
 * order.
 */
const MOST_STRAY = 5;
const MOST_WIDER = 0.01;
const MOST_HIGHER = 2;

interface Line {
	what: string;
	language: string;
	text: string;
	bold?: boolean;
	/** What the browser is given, where that is not the same text. */
	shown?: string;
	/** How the browser is to set it. */
	css?: string;
}

/** What the browser does and the paper does not; in these lines it only changes the room between letters. */
const PLAIN: Readonly<Record<string, string>> = {
	// the browser takes out room between two signs such as 》。
	zh: 'text-spacing-trim: space-all; font-family: chinese-signs, latin, chinese-simplified'
};

/** Quotation marks, and in the last one what a script has that is hard to set. */
const note = (language: string, place: 2 | 3): string => SAMPLES[language]?.notes[place] ?? '';
const MIXED = 'اتصلوا بـ UNICEF على +211 920 000 111 (نسخة 2.1) قبل ٢٠٢٧.';
const POINTED = 'أُعِدَّتْ هٰذِهِ الخُطَّةُ لِحِمَايَةِ الأَطْفَالِ وَصَوْنِهِمْ.';
const SIGNS = 'Report → record → refer ≥ 2 adults, 40 % ≠ all ▪ signed ✓';
const ARABIC_SIGNS = 'الإبلاغ → التسجيل ≤ 3 أيام ✓';
const URDU_DIGITS = 'فون: ۴۶۷';

const LINES: readonly Line[] = [
	...['ar', 'ur', 'fa', 'ne', 'hi', 'bn', 'am', 'ru', 'fr', 'zh'].flatMap((language): Line[] => [
		{ what: language, language, text: note(language, 2), css: PLAIN[language] ?? '' },
		{ what: `${language} bold`, language, text: note(language, 3), bold: true, css: PLAIN[language] ?? '' }
	]),
	// a telephone number keeps its order
	{ what: 'mixed', language: 'ar', text: MIXED, shown: MIXED.replace(/\+[\d ]*\d/, '\u2066$&\u2069') },
	{ what: 'pointed', language: 'ar', text: POINTED },
	{ what: 'digits of Urdu', language: 'ur', text: URDU_DIGITS },
	{ what: 'signs', language: 'en', text: SIGNS },
	{ what: 'signs between Arabic', language: 'ar', text: ARABIC_SIGNS }
];

const unjoined = (text: string, letter: RegExp): string => text.replace(letter, '$&\u200c');
const wrong = (what: string, language: string, text: string, shown: string, css = ''): Line => ({
	what,
	language,
	text,
	shown,
	css
});
/** What the browser sets here is wrong on purpose, in a way that a text can be set wrong. */
const WRONG: readonly Line[] = [
	wrong('no conjuncts, Nepali', 'ne', note('ne', 3), unjoined(note('ne', 3), /\u094d/g)),
	wrong('one conjunct lost', 'ne', note('ne', 2), unjoined(note('ne', 2), /\u094d/)),
	wrong('no conjuncts, Bengali', 'bn', note('bn', 2), unjoined(note('bn', 2), /\u09cd/g)),
	wrong('letters not joined', 'ar', note('ar', 2), unjoined(note('ar', 2), /\p{L}(?=\p{L})/gu)),
	wrong('from left to right', 'ar', note('ar', 2), `\u202d${note('ar', 2)}`),
	wrong('a telephone number turned around', 'ar', MIXED, MIXED),
	wrong('a small alef lost', 'ar', POINTED, POINTED.replace('\u0670', '')),
	wrong('another vowel', 'ar', POINTED, POINTED.replace('\u064e', '\u064f')),
	wrong('marks all at one height', 'ar', POINTED, POINTED, 'font-feature-settings: "mark" 0, "mkmk" 0'),
	wrong('a nukta lost', 'hi', note('hi', 3), note('hi', 3).normalize('NFD').replace('\u093c', '')),
	wrong('an anusvara lost', 'hi', note('hi', 2), note('hi', 2).replace('\u0902', '')),
	wrong('an accent lost', 'fr', note('fr', 2), note('fr', 2).replace('é', 'e')),
	wrong('no kerning', 'fr', note('fr', 2), note('fr', 2), 'font-kerning: none'),
	wrong('an arrow turned round', 'en', SIGNS, SIGNS.replace('→', '←')),
	wrong('digits of Arabic in Urdu', 'ur', URDU_DIGITS, URDU_DIGITS, '-webkit-locale: "ar"')
];

// one worker starts Vite once
test.describe.configure({ mode: 'default' });
const papers = new Map<Line, Uint8Array>();
test.beforeAll(() =>
	loadThroughVite<typeof import('../set-line.ts')>('/tests/set-line.ts', async ({ setLine }) => {
		for (const line of [...LINES, ...WRONG])
			papers.set(line, await setLine({ bold: false, ...line, size: POINTS }));
	})
);

/** Names of the lines whose two settings are not as they should be, with what was measured; their pictures are kept. */
async function failing(
	page: Page,
	lines: readonly Line[],
	isGood: (difference: Difference) => boolean
): Promise<string[]> {
	await openTwoSettings(page);
	const failed: string[] = [];
	for (const line of lines) {
		const { what, language, text, bold = false, shown = text, css = '' } = line;
		const paper = papers.get(line) ?? new Uint8Array();
		const picture = await pictureOf(page, paper, { text: shown, language, bold, css });
		const difference = await differenceIn(page, picture);
		if (isGood(difference)) continue;
		failed.push(`${what}: ${JSON.stringify(difference)}`);
		writeFileSync(test.info().outputPath(`${what}.png`), picture);
	}
	return failed;
}

test('the PDF sets each script as the browser does', { tag: CHROMIUM_ONLY }, async ({ page }) => {
	const failed = await failing(page, LINES, ({ widths: [width, own], heights: [height, high], stray }) => {
		const isAsWide = Math.abs(own - width) <= MOST_WIDER * width;
		return isAsWide && Math.abs(high - height) <= MOST_HIGHER && stray <= MOST_STRAY;
	});
	expect(failed).toEqual([]);
});

test('a line that is set wrong is told apart', { tag: CHROMIUM_ONLY }, async ({ page }) => {
	expect(await failing(page, WRONG, ({ stray }) => stray > 2 * MOST_STRAY)).toEqual([]);
});
