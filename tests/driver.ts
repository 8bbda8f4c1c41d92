import { readFileSync } from 'node:fs';
import { expect, type BrowserContext, type Locator, type Page, type Request } from '@playwright/test';
import type { Questionnaire, QuestionnaireText } from '#lib/questionnaire/schema.ts';

// The one place that knows the screen. Journeys are written on it and read like a person's story: everything is
// found by role and name, as a person finds it.

/** An answer as a person gives it. */
export type GivenAnswer = string | { notApplicable: string };

/** What a person adds to an answer. */
export interface AnswerExtras {
	/** Evidence lines to tick, by their text, or a text for "which document, where is it kept". */
	evidence?: { tick?: readonly string[]; where?: string };
	note?: string;
}

export interface ShownScores {
	/** As shown, for example `71`; `–` or words where there is no score. */
	overall: string;
	range: string;
	coverage: string;
	evidenced: string;
	standards: { name: string; score: string; evidenced: string; rating: string }[];
}

export interface ShownAction {
	id: string;
	text: string;
	role: string;
	due: string;
	status: string;
}

/** A questionnaire as it lies in the project, to know what its texts are called on the screen. */
export function readQuestionnaire(id: string): { questionnaire: Questionnaire; text: QuestionnaireText } {
	const read = (file: string) => JSON.parse(readFileSync(`questionnaires/${id}/${file}.json`, 'utf8'));
	return { questionnaire: read('questionnaire'), text: read('en') };
}

/** Nobody can answer the browser's own question where a file goes: in these pages it becomes a download. */
export async function takeFilesAsDownloads(context: BrowserContext): Promise<void> {
	await context.addInitScript(() => Reflect.deleteProperty(globalThis, 'showSaveFilePicker'));
}

/**
 * What Firefox says when a page is left: of a script that was on its way, which no list of requests tells in time; and,
 * without a word, of a page that is no more.
 */
const CUT_SHORT =
	/^(Failed to load ‘\S+’\. A ServiceWorker intercepted the request|TypeError: error loading dynamically imported module|Error$)/;

/** Milliseconds in which the end of a request is told, if it is. */
const TOLD_WITHIN = 8000;

export class Driver {
	/** Console errors, refused requests, policy violations and requests to other hosts, since the page was made. */
	readonly complaints: string[] = [];
	/** What the page has asked for and not received yet. */
	readonly #underway = new Set<Request>();
	#isLeaving = false;
	#questionnaire = readQuestionnaire('icss');
	/** Whether that questionnaire came from a file. */
	#isOwn = false;
	/** Whether the stage is "before departure", at which some questions ask what is prepared. */
	#isBefore = false;

	constructor(readonly page: Page) {
		page.on('console', (message) => {
			if (message.type() === 'error' || /content.security|violat|hydration/i.test(message.text()))
				this.#complain(message.text());
		});
		page.on('pageerror', (error) => this.#complain(String(error)));
		page.on('request', (request) => {
			if (!/^(http:\/\/127\.0\.0\.1:|data:|blob:)/.test(request.url())) this.complaints.push(request.url());
			if (!request.isNavigationRequest()) this.#underway.add(request);
			else if (request.frame() === page.mainFrame()) this.#underway.clear();
		});
		// what the document before had asked for is never heard of again
		page.on('response', (response) => {
			const request = response.request();
			if (request.isNavigationRequest() && request.frame() === page.mainFrame()) this.#underway.clear();
		});
		page.on('requestfinished', (request) => this.#underway.delete(request));
		page.on('requestfailed', (request) => this.#underway.delete(request));
	}

	#complain(text: string): void {
		if (!(this.#isLeaving && CUT_SHORT.test(text))) this.complaints.push(text);
	}

	get text(): QuestionnaireText {
		return this.#questionnaire.text;
	}

	get questionnaire(): Questionnaire {
		return this.#questionnaire.questionnaire;
	}

	/** Ids of all indicators, in order. */
	get indicatorIds(): string[] {
		return this.questionnaire.standards.flatMap(({ indicators }) => indicators.map(({ id }) => id));
	}

	/** The address of a page of the questionnaire that the journey is about, for example `results`. */
	at(page: string): string {
		const folder = this.#isOwn ? 'own' : this.questionnaire.id;
		return folder === 'icss' ? `/${page}/` : `/${folder}/${page}/`;
	}

	/** Goes on with another questionnaire than the one begun last. */
	turnTo(questionnaire: string): void {
		this.#questionnaire = readQuestionnaire(questionnaire);
		this.#isOwn = false;
	}

	/**
	 * Opens an address as a new document, and waits until the page stands still. An address that differs in its
	 * fragment alone would not load again, and a browser driven from outside may lose track of it.
	 */
	async visit(path: string): Promise<void> {
		await this.go(path);
		await this.settled();
	}

	/** The same without waiting: what comes then is for the journey to wait for. */
	async go(path: string): Promise<void> {
		await this.leave(async () => {
			const [address = '', fragment] = path.split('#');
			if (fragment !== undefined && this.page.url().split('#')[0]?.endsWith(address))
				await this.page.goto('about:blank');
			await this.page.goto(path);
		});
	}

	/** Loads the page again and waits until it stands still. */
	async reload(): Promise<void> {
		await this.leave(() => this.page.reload());
		await this.settled();
	}

	/** Leaves the document for another one, once it has what it asked for. @param open ends when the other one is there */
	async leave<Result>(open: () => Promise<Result>): Promise<Result> {
		await this.arrived();
		this.#isLeaving = true;
		try {
			return await open();
		} finally {
			this.#isLeaving = false;
		}
	}

	/** Goes back one step in the history; what comes then is for the journey to wait for. */
	async back(): Promise<void> {
		await this.page.evaluate(() => history.back());
	}

	/**
	 * Waits until the page is alive and shows what the device keeps: it says "Opening …" no longer, and has what only
	 * then stands there. Before that its headings are those of every visitor, and nobody listens to its buttons.
	 */
	async settled(): Promise<void> {
		await expect(this.page.getByText(/^(Opening …|Looking for assessments on this device …)$/)).toHaveCount(
			0
		);
		await expect(this.page.locator('main:not([aria-busy=true])')).toBeVisible();
		// a page about a questionnaire from a file has nothing to show where there is none
		if ((await this.#isAt('/standards/')) && !(await this.#isAt('/own/standards/')))
			await expect(this.page.getByRole('heading', { level: 2, name: 'About this assessment' })).toBeVisible();
		await this.arrived();
	}

	/** Waits for what is on its way: to leave before would only test the browser's complaint about that. */
	async arrived(): Promise<void> {
		const begun = Date.now();
		await expect.poll(() => this.#stillUnderway(Date.now() - begun)).toEqual([]);
	}

	/**
	 * A busy Chromium does not always tell the end of a request: after a while the list of the page decides. Not sooner,
	 * because Firefox lists what a service worker has only begun to answer.
	 */
	async #stillUnderway(waited: number): Promise<string[]> {
		const asked = Array.from(this.#underway, (request) => request.url());
		if (asked.length === 0 || waited < TOLD_WITHIN) return asked;
		return this.page
			.evaluate((urls) => urls.filter((url) => performance.getEntriesByName(url).length === 0), asked)
			.catch(() => asked);
	}

	#isAt(path: string): Promise<boolean> {
		return this.page.evaluate((end) => location.pathname.endsWith(end), path);
	}

	/** Begins an assessment from the start page. `shortForm`: the only one, or one by its id. */
	async start(
		questionnaire = 'icss',
		options: { label?: string; shortForm?: boolean | string; partners?: 'Yes' | 'No' } = {}
	): Promise<void> {
		this.turnTo(questionnaire);
		this.#isBefore = false;
		await this.visit('/');
		await this.page.getByRole('link', { name: this.text.title }).click();
		await this.begun();
		if (options.label !== undefined) await this.page.getByLabel('Name').fill(options.label);
		if (options.shortForm) {
			const form = options.shortForm === true ? this.questionnaire.shortForms[0]?.id : options.shortForm;
			const name = this.text.shortForms[form ?? '']?.name ?? '';
			await this.page.getByRole('radio', { name: new RegExp(`^${name}`) }).check();
		}
		if (options.partners) await this.fact('partners', options.partners);
		await this.waitSaved();
	}

	/** Waits until the assessment that the start page was asked for has been begun and is stored. */
	async begun(): Promise<void> {
		await this.#seesTaskList();
		// the address asks for a new assessment until there is one
		await expect(this.page).toHaveURL(/\/standards\/$/);
		await this.waitSaved();
		await this.settled();
	}

	/** Opens an assessment that the start page lists, and waits until it is there. */
	async openListed(label: string): Promise<void> {
		await this.page.getByRole('link', { name: label, exact: true }).click();
		await this.#seesTaskList();
		await this.settled();
		await expect(this.page.getByLabel('Name', { exact: true })).toHaveValue(label);
	}

	async #seesTaskList(): Promise<void> {
		const name = this.questionnaire.arrangedBy === 'group' ? (this.text.groupsName ?? '') : 'Four standards';
		await expect(this.page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
	}

	/** Answers facts about the organisation, by profile question: labels as shown, or a day. From the task list and back. */
	async facts(answers: Readonly<Record<string, string | readonly string[]>>): Promise<void> {
		await this.visit(this.at('standards'));
		await this.page.getByRole('link', { name: /^About your (organisation|deployment)$/ }).click();
		for (const [id, answer] of Object.entries(answers)) await this.#fact(id, answer);
		await this.waitSaved();
		await this.visit(this.at('standards'));
	}

	async #fact(id: string, answer: string | readonly string[]): Promise<void> {
		const question = this.text.profile[id]?.question ?? id;
		if (this.questionnaire.profile.find((each) => each.id === id)?.kind === 'departure-date') {
			await this.page.getByLabel(question).fill(String(answer));
			return;
		}
		const group = this.page.getByRole('group', { name: question });
		if (typeof answer === 'string') await group.getByRole('radio', { name: answer, exact: true }).check();
		else
			for (const label of Object.values(this.text.profile[id]?.options ?? {}))
				await group.getByRole('checkbox', { name: label, exact: true }).setChecked(answer.includes(label));
		if (id === 'stage') this.#isBefore = answer === 'Before departure';
	}

	/** Answers one fact about the organisation. */
	async fact(id: string, answer: string | readonly string[]): Promise<void> {
		await this.facts({ [id]: answer });
	}

	/** What the readiness page says: how many gates are ready, and the short names of the blocked ones. */
	async readiness(): Promise<{ headline: string; blocked: string[] }> {
		await this.visit(this.at('readiness'));
		const headline = this.page.getByRole('heading', { level: 2, name: /^\d+ gates?: / });
		return {
			headline: (await headline.innerText()).trim(),
			blocked: await this.page
				.getByRole('region', { name: 'Blocked' })
				.getByRole('heading', { level: 3 })
				.allInnerTexts()
		};
	}

	/** How the answers read on one item of a framework, in the words of the page. */
	async readingOf(framework: string, item: string): Promise<string> {
		await this.visit(`${this.at('frameworks')}#${framework}`);
		const line = this.page
			.getByRole('listitem')
			.filter({ has: this.page.getByRole('heading', { level: 3, name: item, exact: true }) });
		return (await line.getByText(/^(No gap seen|Partial|Gap|Too few answers)$/).innerText()).trim();
	}

	/** Has a question asked that the facts leave out, by its short name. */
	async bringBack(name: string): Promise<void> {
		await this.visit(this.at('profile'));
		await this.#unfold();
		await this.page.getByRole('button', { name: `Ask it anyway: ${name}` }).click();
		await this.waitSaved();
	}

	/** Short names of the questions that hold the words, as the page for finding shows them. */
	async find(words: string): Promise<string[]> {
		await this.visit(this.at('find'));
		await this.page.getByLabel('Words to find').fill(words);
		const found = this.page.getByRole('region').getByRole('status');
		await expect(found).toHaveText(/^\d+ of \d+ questions$/);
		return this.page.getByRole('listitem').getByRole('heading', { level: 2 }).allInnerTexts();
	}

	/** Opens everything that is folded away. */
	async #unfold(): Promise<void> {
		await this.page
			.locator('details')
			.evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
	}

	/** Opens one question in the Step view. */
	async open(indicatorId: string): Promise<void> {
		if (await this.#isAt(this.at('assess'))) {
			// as when one edits the address: the same document shows another question
			await this.settled();
			await this.page.evaluate((place) => (location.hash = place), indicatorId);
		} else {
			await this.visit(`${this.at('assess')}#${indicatorId}`);
		}
		await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(this.questionOf(indicatorId));
	}

	/** Answers one question in the Step view, and waits until that is stored. */
	async answer(indicatorId: string, answer: GivenAnswer, extras: AnswerExtras = {}): Promise<void> {
		await this.open(indicatorId);
		const group = this.group(indicatorId);
		if (typeof answer === 'string') {
			await group.getByRole('radio', { name: this.labelOf(answer), exact: true }).check();
		} else {
			await group.getByRole('radio', { name: 'Not applicable', exact: true }).check();
			await this.page.getByLabel('Why does this not apply to you?').fill(answer.notApplicable);
		}
		for (const line of extras.evidence?.tick ?? []) await this.page.getByLabel(line, { exact: true }).check();
		if (extras.evidence?.where !== undefined)
			await this.page.getByLabel('Which document, where is it kept?').fill(extras.evidence.where);
		if (extras.note !== undefined) await this.page.getByLabel('Note', { exact: true }).fill(extras.note);
		await this.waitSaved();
	}

	/** Gives every question the same answer, but for those named. */
	async answerAll(usual: GivenAnswer, others: Readonly<Record<string, GivenAnswer>> = {}): Promise<void> {
		for (const id of this.indicatorIds) await this.answer(id, others[id] ?? usual);
	}

	/** What is chosen for a question, by its label; undefined: nothing. */
	async chosen(indicatorId: string): Promise<string | undefined> {
		await this.open(indicatorId);
		const checked = this.group(indicatorId).getByRole('radio', { checked: true });
		if ((await checked.count()) === 0) return undefined;
		return (
			await this.page.locator(`label[for="${await checked.getAttribute('id')}"]`).textContent()
		)?.trim();
	}

	/** Waits until the screen says that everything is stored. */
	async waitSaved(): Promise<void> {
		await expect(this.page.getByText(/^Saved on this device \d\d:\d\d$/)).toBeVisible();
	}

	/** The scores as the results page shows them. */
	async scores(): Promise<ShownScores> {
		await this.visit(this.at('results'));
		const overall = this.page.getByRole('region', { name: 'Overall' });
		await expect(overall).toBeVisible();
		const fact = (name: string) =>
			overall.getByText(name, { exact: true }).locator('xpath=following-sibling::dd').innerText();
		const table = this.page
			.getByRole('table', { name: /./ })
			.filter({ has: this.page.getByText('Rating') })
			.first();
		const standards = [];
		for (const { name } of Object.values(this.text.standards)) {
			const row = table
				.getByRole('row')
				.filter({ has: this.page.getByRole('rowheader', { name: new RegExp(`^${name}`) }) });
			const cells = await row.getByRole('cell').all();
			standards.push({
				name,
				score: await firstLine(cells[0]),
				evidenced: await firstLine(cells[1]),
				rating: await firstLine(cells[2])
			});
		}
		return {
			overall: (await overall.locator('.score b').innerText()).trim(),
			range: (await fact('Possible range')).trim(),
			coverage: (await fact('Answered')).trim(),
			evidenced: (await fact('With evidence')).trim(),
			standards
		};
	}

	/** Names of all gaps, in the order of the results page. */
	async gaps(): Promise<string[]> {
		await this.visit(this.at('results'));
		await this.#unfold();
		return this.page.getByRole('heading', { level: 3 }).getByRole('link').allInnerTexts();
	}

	/** The actions as the plan page shows them; the page remembers at once which it has shown. */
	async plan(): Promise<ShownAction[]> {
		await this.visit(this.at('plan'));
		await this.waitSaved();
		const rows = await this.page.locator('[data-action]').all();
		return Promise.all(
			rows.map(async (row) => {
				const [role, due, status] = await row.getByRole('cell').all();
				return {
					id: (await row.getAttribute('data-action')) ?? '',
					text: (await row.locator('.text').innerText()).trim(),
					role: (await role?.innerText())?.trim() ?? '',
					due: await firstLine(due),
					status: await firstLine(status)
				};
			})
		);
	}

	/** One line of the plan. */
	row(id: string): Locator {
		return this.page.locator(`[data-action="${id}"]`);
	}

	/** Changes fields of an action on the plan page. */
	async editAction(
		id: string,
		change: { text?: string; role?: string; due?: string; status?: string }
	): Promise<void> {
		await this.plan();
		await this.row(id)
			.getByRole('button', { name: /^Change/ })
			.click();
		if (change.text !== undefined) await this.page.getByLabel('What is to be done').fill(change.text);
		if (change.role !== undefined)
			await this.page.getByLabel('Responsible role', { exact: true }).fill(change.role);
		if (change.due !== undefined) await this.page.getByLabel('Due', { exact: true }).fill(change.due);
		if (change.status !== undefined)
			await this.page.getByLabel('Status').selectOption({ label: change.status });
		await this.waitSaved();
	}

	/** The PDF that the plan page makes. Only Chromium tells a test of downloads. */
	async pdf(
		options: { annex?: boolean; notes?: boolean; anyway?: boolean } = {}
	): Promise<{ name: string; bytes: Buffer }> {
		await this.visit(this.at('plan'));
		if (options.annex === false) await this.page.getByLabel('With all answers and their evidence').uncheck();
		if (options.notes) await this.page.getByLabel('With the notes as well').check();
		const download = this.page.waitForEvent('download');
		await this.page.getByRole('button', { name: 'Save as PDF' }).click();
		if (options.anyway) await this.page.getByRole('button', { name: 'Save it anyway' }).click();
		const file = await download;
		await expect(this.page.getByText('The PDF is in your downloads.')).toBeVisible();
		return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
	}

	/** The table that the plan page makes, as its file name and its text. Only Chromium tells a test of downloads. */
	async csv(options: { notes?: boolean } = {}): Promise<{ name: string; text: string }> {
		await this.visit(this.at('plan'));
		if (options.notes) await this.page.getByLabel('With the notes as well').check();
		const download = this.page.waitForEvent('download');
		await this.page.getByRole('button', { name: 'Save as CSV (for a spreadsheet)' }).click();
		const file = await download;
		await expect(this.page.getByText('The CSV file is in your downloads')).toBeVisible();
		return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
	}

	/** The file that keeps the open assessment. Only Chromium tells a test of downloads. */
	async saveFile(): Promise<{ name: string; bytes: Buffer }> {
		await this.visit(this.at('standards'));
		const download = this.page.waitForEvent('download');
		await this.page.getByRole('button', { name: 'Save a file' }).click();
		const file = await download;
		await expect(
			this.fileNotice.getByText(`Check your downloads: ${file.suggestedFilename()}`)
		).toBeVisible();
		return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
	}

	/** What a page says of the file that was asked for last; it is there, and empty, once the page listens to keys. */
	get fileNotice(): Locator {
		return this.page.locator('footer ~ [role=status], footer ~ [role=alert]');
	}

	/** Asks for a file by keys. */
	async pressSave(): Promise<void> {
		await expect(this.fileNotice).toBeAttached();
		await this.page.keyboard.press('Control+s');
	}

	/** Chooses a file on the start page, and waits until the page has read it. */
	async chooseFile(content: string | Uint8Array, name = 'chosen.safeguarding.json'): Promise<void> {
		await this.visit('/');
		await this.page
			.getByLabel('Open a saved file')
			.setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
		await expect(
			this.foundInFile.or(this.refusal).or(this.page.getByLabel('Passphrase of the file'))
		).toBeVisible();
	}

	/** What a chosen file turned out to be, and what can be done with it. */
	get foundInFile(): Locator {
		return this.page.getByRole('group', { name: /^In this file: / });
	}

	/** Why a chosen file is not opened. */
	get refusal(): Locator {
		return this.page.getByRole('alert').filter({ hasText: 'This file could not be opened.' });
	}

	/** Adds the assessment of a file to those on this device. */
	async openFile(content: string | Uint8Array): Promise<void> {
		await this.chooseFile(content);
		await this.foundInFile.getByRole('button', { name: 'Add as a new assessment' }).click();
		await expect(this.page.getByText(/^“.*” is added\.$/)).toBeVisible();
	}

	/** Begins an assessment with a questionnaire in a file. */
	async startFrom(file: { questionnaire: Questionnaire; text: QuestionnaireText }): Promise<void> {
		await this.chooseFile(JSON.stringify(file));
		this.#questionnaire = file;
		this.#isOwn = true;
		await this.foundInFile.getByRole('button', { name: 'Begin an assessment with it' }).click();
		await expect(this.page).toHaveURL(/\/own\/standards\/$/);
		await this.settled();
	}

	/** The dated copies of the open assessment, on the task list. */
	get copies(): Locator {
		return this.page.getByRole('region', { name: 'Kept as it was' });
	}

	/** Keeps a dated copy of the open assessment, for a reason as it is shown. */
	async snapshot(reason: string, note = ''): Promise<void> {
		await this.visit(this.at('standards'));
		// they come a moment after the page
		await expect(this.copies).toBeVisible();
		const before = await this.copies.getByRole('heading', { level: 3 }).count();
		await this.copies.getByText('Keep a copy of today').click();
		await this.copies.getByLabel('Why now?').selectOption({ label: reason });
		await this.copies.getByLabel('Note', { exact: true }).fill(note);
		await this.copies.getByRole('button', { name: 'Keep this copy' }).click();
		await expect(this.copies.getByRole('heading', { level: 3 })).toHaveCount(before + 1);
		await this.waitSaved();
	}

	/** Names of the assessments on this device, as the start page lists them. */
	async assessments(): Promise<string[]> {
		await this.visit('/');
		return this.page
			.getByRole('region', { name: 'On this device' })
			.getByRole('heading', { level: 3 })
			.allInnerTexts();
	}

	/** The row of one assessment on the start page, its tools open. */
	async tools(label: string): Promise<Locator> {
		await this.assessments();
		const row = this.page
			.getByRole('listitem')
			.filter({ has: this.page.getByRole('link', { name: label, exact: true }) });
		await row.getByText('Rename, copy, delete').click();
		return row;
	}

	/** Protects with a passphrase what this device keeps. */
	async setPassphrase(phrase: string): Promise<void> {
		await this.visit('/data/');
		await this.fillPassphrase(phrase);
		await expect(this.page.getByText('The passphrase is set.')).toBeVisible();
	}

	/** Fills in the form for a passphrase on the page about the answers on this device. */
	async fillPassphrase(phrase: string): Promise<void> {
		await this.page.getByText('Set a passphrase', { exact: true }).click();
		await this.page.getByLabel('New passphrase').fill(phrase);
		await this.page.getByLabel('The same again').fill(phrase);
		await this.page.getByLabel('I have understood that nobody can recover it.').check();
		await this.page.getByRole('button', { name: 'Set it now' }).click();
	}

	/** What asks for the passphrase. */
	get lockScreen(): Locator {
		return this.page.getByRole('dialog', { name: 'Locked' });
	}

	/** Locks all tabs by hand, from the page about the answers on this device: another document would be locked already. */
	async lock(): Promise<void> {
		await this.page.getByRole('button', { name: 'Lock now' }).click();
		await expect(this.lockScreen).toBeVisible();
	}

	/** Types a passphrase on the lock screen. What happens then is for the journey to see. */
	async tryPassphrase(phrase: string): Promise<void> {
		await this.lockScreen.getByLabel('Passphrase', { exact: true }).fill(phrase);
		await this.lockScreen.getByRole('button', { name: 'Open' }).click();
	}

	/** Opens what is locked, and waits until the page shows it. */
	async unlock(phrase: string): Promise<void> {
		await this.tryPassphrase(phrase);
		await expect(this.lockScreen).toBeHidden();
		await this.settled();
	}

	/** Hides the page and leaves it. */
	async exit(): Promise<void> {
		await this.leave(async () => {
			await this.page.getByRole('link', { name: 'Hide and leave' }).click();
			await expect(this.page).toHaveURL(/\/blank\.html$/);
		});
	}

	/** Shows a tab again that was hidden, or a page that nobody used. */
	async showAgain(): Promise<void> {
		await this.page.getByRole('button', { name: 'Show again' }).click();
		await this.settled();
	}

	/** Erases everything, and waits until the start page says so. */
	async erase(): Promise<void> {
		await this.visit('/data/');
		await this.eraseHere();
	}

	/** Erases everything from the page about the answers on this device. */
	async eraseHere(): Promise<void> {
		await this.page.getByRole('button', { name: 'Erase everything …' }).click();
		await this.confirmErasing();
	}

	/** Answers the question before everything is erased. */
	async confirmErasing(): Promise<void> {
		const question = this.page.getByRole('dialog', { name: 'Erase everything?' });
		await question.getByRole('button', { name: 'Erase everything now' }).click();
		await expect(question).toBeHidden();
		await expect(this.page.getByText('Everything is erased.')).toBeVisible();
		await this.settled();
	}

	/** The text of a question as it is asked now. */
	questionOf(indicatorId: string): string {
		const { prepared, question = indicatorId } = this.text.indicators[indicatorId] ?? {};
		return (this.#isBefore && prepared) || question;
	}

	/** The group of answers to a question. */
	group(indicatorId: string): Locator {
		return this.page.getByRole('group', { name: this.questionOf(indicatorId), exact: true });
	}

	/** The label of a level, or of `unknown`. */
	labelOf(level: string): string {
		return level === 'unknown' ? 'We don’t know' : (this.text.levels[level] ?? level);
	}
}

async function firstLine(cell: Locator | undefined): Promise<string> {
	return ((await cell?.innerText()) ?? '').trim().split('\n')[0]?.trim() ?? '';
}
