import { createHash } from 'node:crypto';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { HOSTILE_STRINGS } from '../hostile-strings.ts';
import { expect, test } from './journey.ts';

/** All text of a PDF without white space, which lines and cells break as they like. */
async function textOf(
	bytes: Buffer
): Promise<{ text: string; first: string; pages: number; title: string; language: string }> {
	const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
	let text = '';
	let first = '';
	for (let number = 1; number <= pdf.numPages; number++) {
		const content = await (await pdf.getPage(number)).getTextContent();
		text += content.items.map((item) => ('str' in item ? item.str : '')).join('');
		if (number === 1) first = text;
	}
	const { info } = await pdf.getMetadata();
	const { Title, Language } = info as { Title: string; Language: string };
	return { text: packed(text), first: packed(first), pages: pdf.numPages, title: Title, language: Language };
}

const packed = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, '');

test('the PDF says what the screen says: every action, role, date and score', async ({ driver }) => {
	test.slow();
	await driver.start('icss', { label: 'Région São Tomé – Şanlıurfa, Ng’ombe' });
	await driver.answerAll('partly-in-place', {
		'icss.policy.1': 'in-place',
		'icss.people.3': 'unknown',
		'icss.procedures.13': { notApplicable: 'Aucune activité à ce site.' }
	});
	const scores = await driver.scores();
	const gaps = await driver.gaps();
	const plan = await driver.plan();
	expect(plan).toHaveLength(34);
	const { name, bytes } = await driver.pdf();
	expect(name).toMatch(/^[a-z0-9-]{1,64}\.pdf$/);
	const pdf = await textOf(bytes);
	expect(pdf.title).not.toBe('');
	expect(pdf.language).toBe('en');
	const missing = [
		'Région São Tomé – Şanlıurfa, Ng’ombe',
		'Aucune activité à ce site.',
		...plan.flatMap(({ text, role, status }) => [text, role, status]),
		...gaps,
		scores.overall,
		...scores.standards.flatMap(({ name: standard, score, rating }) => [standard, score, rating]),
		`Page ${pdf.pages} of ${pdf.pages}`
	].filter((words) => !pdf.text.includes(packed(words)));
	expect(missing).toEqual([]);
	// the paper writes months short
	for (const { due } of plan) {
		const [day, month, year] = due.split(' ');
		expect(pdf.text).toContain(packed(`${day} ${month?.slice(0, 3)} ${year}`));
	}
	// same assessment, same day: same bytes
	const again = await driver.pdf();
	const digest = (file: Buffer) => createHash('sha256').update(file).digest('hex');
	expect(digest(again.bytes)).toBe(digest(bytes));
});

test('hostile texts stand literally in the PDF, and what it cannot show is said before', async ({
	driver,
	page
}) => {
	await driver.start('icss', { label: 'Unit (7) <b>' });
	await driver.answer('icss.policy.1', 'not-in-place', {
		note: HOSTILE_STRINGS.join('\n'),
		evidence: { where: 'Shelf \\ 3) (' }
	});
	const { bytes } = await driver.pdf({ notes: true });
	const pdf = await textOf(bytes);
	const missing = HOSTILE_STRINGS.filter(
		(text) => !pdf.text.includes(packed(text.replaceAll(/[\u200b\u00ad]/g, '')))
	);
	expect(missing).toEqual([]);
	expect(pdf.text).toContain(packed('Unit (7) <b>'));

	await driver.answer('icss.policy.1', 'not-in-place', { note: 'قسم التدريب' });
	await driver.visit('/plan/');
	await page.getByLabel('With the notes as well').check();
	await page.getByRole('button', { name: 'Save as PDF' }).click();
	await expect(page.getByText(/^The PDF cannot show \d+ characters\./)).toBeVisible();
	await page.getByRole('button', { name: 'Change the text first' }).click();
	await expect(page.getByText(/^The PDF cannot show/)).toBeHidden();
	await driver.pdf({ notes: true, anyway: true });
});

test('PDF code, fonts and words load only when the PDF is asked for', async ({ driver, page }) => {
	await driver.start();
	await driver.answer('icss.policy.1', 'not-in-place');
	const loaded: string[] = [];
	page.on('response', (response) => loaded.push(response.url()));
	await driver.visit('/results/');
	await driver.visit('/plan/');
	expect(loaded.filter((url) => url.includes('/immutable/data/'))).toEqual([]);
	const before = loaded.length;
	await driver.pdf();
	expect(loaded.slice(before).some((url) => url.includes('/immutable/data/'))).toBe(true);
});

test('while a gate is blocked the first page of the PDF says not to deploy, the next what is missing', async ({
	driver
}) => {
	await driver.start('deployment', { label: 'Team', shortForm: 'gates' });
	await driver.facts({ departure: '2099-05-20', partners: 'No' });
	const gates = (driver.questionnaire.shortForms[0]?.indicators ?? []).filter((id) => !id.includes('.par.'));
	const late = 'deployment.trn.1';
	for (const id of gates) await driver.answer(id, id === late ? 'started' : 'mostly-in-place');
	const blocked = await textOf((await driver.pdf()).bytes);
	expect(blocked.first).toContain(packed('Do not deploy before these are closed'));
	// which one, and the level at which one may go
	expect(blocked.text).toContain(packed(driver.text.indicators[late]?.name ?? ''));
	expect(blocked.text).toContain(packed(driver.text.indicators[late]?.anchors['mostly-in-place'] ?? ''));
	await driver.answer(late, 'mostly-in-place');
	const ready = await textOf((await driver.pdf()).bytes);
	expect(ready.text).not.toContain(packed('Do not deploy'));
	expect(ready.text).toContain(packed('All 18 gates are ready'));
});

test('the briefing prints as two pages', async ({ driver, page }) => {
	await driver.visit('/briefing/');
	const printed = await textOf(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
	expect(printed.pages).toBe(2);
});
