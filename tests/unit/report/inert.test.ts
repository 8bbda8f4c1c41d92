import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import { PdfDocument } from '#lib/export/pdf/file/document.ts';
import { renderPdf } from '#lib/export/pdf/render-pdf.ts';
import { asPart, runInSlices } from '#lib/export/pdf/slices.ts';
import { loadFaces } from '#lib/export/pdf/text/faces.ts';
import type { Assessment } from '#lib/assessment/schema.ts';
import { addAction, editAction } from '#lib/plan/edit.ts';
import type { Report } from '#lib/plan/report/model.ts';
import type { QuestionnaireText } from '#lib/questionnaire/schema.ts';
import { HOSTILE_STRINGS } from '../../hostile-strings.ts';
import { findActiveParts, SOURCES } from './active-parts.ts';
import { answeredAssessment, deployment, emptyAssessment, report } from './example.ts';
import { comparable, ordered, readPdf, readSaid } from './read-pdf.ts';

/** What another library finds in the file that could act. */
async function foundByReader(bytes: Uint8Array): Promise<unknown[]> {
	const loading = getDocument({ data: bytes.slice(), verbosity: 0 });
	const document = await loading.promise;
	const pages = Array.from({ length: document.numPages }, (_, index) => document.getPage(index + 1));
	const found = [
		await document.getJSActions(),
		await document.getAttachments(),
		await document.getFieldObjects(),
		await document.getCalculationOrderIds(),
		...(await Promise.all(pages.map(async (page) => (await page).getJSActions()))),
		...(await Promise.all(pages.map(async (page) => (await page).getAnnotations()))).flat().filter(isNoSource)
	];
	await loading.destroy();
	return found.filter((part) => part !== null);
}

/** Whether an annotation is anything but a link to a publication that questions may name. */
function isNoSource({ subtype, url, unsafeUrl }: Record<string, unknown>): boolean {
	return subtype !== 'Link' || typeof url !== 'string' || unsafeUrl !== url || !SOURCES.includes(url);
}

/** A text of this length may be broken by the end of a page; `hostile-texts.test.ts` sees that none of it is lost. */
const LONG = 500;

/** Of the field for it, and of the file format. */
const LONGEST_LABEL = 120;
const LABEL = 'Name:';

/** The text with signs around it, by which it is found again. */
const marked = (place: string, index: number, text: string): string => `{${place}${index}}${text}{/${place}}`;

/** Every hostile text in every field that a person fills in, but for the name and the reason. */
function hostileAssessment(): Assessment {
	let assessment = answeredAssessment(['not-in-place'], deployment.questionnaire);
	const ids = Object.keys(assessment.answers);
	for (const [index, text] of HOSTILE_STRINGS.entries()) {
		const id = ids[index] ?? '';
		const fields = (place: string) => ({
			text: marked(`${place}-text`, index, text),
			responsibleRole: marked(`${place}-role`, index, text),
			resources: marked(`${place}-resources`, index, text),
			proof: marked(`${place}-proof`, index, text),
			note: marked(`${place}-note`, index, text)
		});
		assessment.answers[id] = {
			level: 'not-in-place',
			evidence: { ticked: [], text: marked('evidence', index, text) },
			note: marked('note', index, text)
		};
		assessment = editAction(assessment, id, fields('edited'));
		assessment = addAction(assessment, {
			id: `own-${index}`,
			priority: 'now',
			dueDate: '',
			status: 'to-do',
			...fields('added')
		});
	}
	return assessment;
}

const TYPED = ['evidence', 'note'].concat(
	['edited', 'added'].flatMap((place) =>
		['text', 'role', 'resources', 'proof', 'note'].map((field) => `${place}-${field}`)
	)
);

/** A questionnaire's texts, each replaced by a hostile one. */
function hostileTexts(text: QuestionnaireText): QuestionnaireText {
	let index = 0;
	const withHostile = (value: unknown): unknown => {
		if (typeof value === 'string') {
			const at = index++ % HOSTILE_STRINGS.length;
			return marked('text', at, HOSTILE_STRINGS[at] ?? '');
		}
		if (Array.isArray(value)) return value.map(withHostile);
		if (typeof value === 'object' && value !== null)
			return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withHostile(inner)]));
		return value;
	};
	return {
		...(withHostile(text) as QuestionnaireText),
		questionnaire: text.questionnaire,
		language: text.language
	};
}

/** What the file of a report gives back, in which nothing acts. */
async function inertPdf(model: Report): Promise<string> {
	const bytes = await renderPdf(model);
	expect(findActiveParts(bytes)).toEqual([]);
	expect(await foundByReader(bytes)).toEqual([]);
	const read = await readPdf(bytes);
	expect(read.outside).toEqual([]);
	expect(read.info['Title']).toBe('Child safeguarding action plan');
	expect(read.info['Author']).toBeUndefined();
	return ordered(await readSaid(bytes));
}

/** What the file gives back of a text: all of it, but what has no shape and what no file can hold. */
function givenBack(text: string): string {
	const held = text.replace(/\p{Surrogate}/gu, '\ufffd').replace(/[\u2028\u2029]/g, ' ');
	return ordered(comparable(held).replace(/\p{Control}/gu, '\ufffd'));
}

/** Of the marked texts of some places those that the file does not give back. */
async function lost(model: Report, places: readonly string[]): Promise<string[]> {
	const said = await inertPdf(model);
	return places.flatMap((place) =>
		HOSTILE_STRINGS.map((text, index) => marked(place, index, text)).filter(
			(text) => text.length < LONG && !said.includes(givenBack(text))
		)
	);
}

/** The hostile texts as names of assessments, several in one as far as they fit; each begins in Latin letters. */
function hostileLabels(): string[] {
	const labels = [LABEL];
	for (const text of HOSTILE_STRINGS.filter(({ length }) => length < LONGEST_LABEL - LABEL.length)) {
		const longer = `${labels.at(-1)} ${text}`;
		if (longer.length <= LONGEST_LABEL) labels.splice(-1, 1, longer);
		else labels.push(`${LABEL} ${text}`);
	}
	return labels;
}

describe('sixty hostile texts make no PDF active and stand in it literally', () => {
	test('in every field of answers and plan', async () => {
		expect(HOSTILE_STRINGS).toHaveLength(60);
		expect(await lost(report(hostileAssessment(), deployment), TYPED)).toEqual([]);
	});

	test('as the reason why a question does not apply', async () => {
		const assessment = answeredAssessment(['not-applicable'], deployment.questionnaire);
		for (const [index, id] of Object.keys(assessment.answers).entries())
			assessment.answers[id] = {
				level: 'not-applicable',
				reason: marked('reason', index, HOSTILE_STRINGS[index] ?? 'No such work.')
			};
		expect(await lost(report(assessment, deployment), ['reason'])).toEqual([]);
	});

	test('as the name of the assessment', async () => {
		for (const label of hostileLabels()) {
			const model = report({ ...emptyAssessment(), label }, { annex: false });
			expect(await inertPdf(model)).toContain(givenBack(label));
		}
	});

	test('as every text of a questionnaire', async () => {
		const text = hostileTexts(deployment.text);
		const model = report(answeredAssessment(['not-in-place', 'mostly-in-place'], deployment.questionnaire), {
			questionnaire: deployment.questionnaire,
			text
		});
		expect(await lost(model, ['text'])).toEqual([]);
	});

	test('as language, title, name of the tool and entry of the outline, which stand on no page', async () => {
		const faces = await loadFaces(['']);
		for (const text of HOSTILE_STRINGS) {
			const source = { language: text, title: text, madeWith: text, madeOn: '2026-11-21' };
			const document = new PdfDocument(source, faces, 'ltr');
			document.addToOutline(text);
			expect(
				findActiveParts(await runInSlices(asPart(document.bytes(), { count: 1, from: 0, to: 1 }))),
				text
			).toEqual([]);
		}
	});
});
