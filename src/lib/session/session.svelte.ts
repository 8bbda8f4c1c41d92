import { answerOf, isAfter, recordAnswer, type AnswerChange } from '#lib/assessment/answer.ts';
import { chapterTexts } from '#lib/assessment/chapters.ts';
import { keepNewer } from '#lib/assessment/late-change.ts';
import type { SaveState } from '#lib/assessment/save-state.ts';
import type { Assessment } from '#lib/assessment/schema.ts';
import { startAssessment } from '#lib/assessment/start.ts';
import type { Questionnaire } from '#lib/questionnaire/schema.ts';
import { Autosave, type Change } from '#lib/session/autosave.svelte.ts';
import { newId, now, today } from '#lib/session/clock.ts';
import type { CopyQuestions } from '#lib/session/copied-questions.ts';
import { deviceStorage } from '#lib/session/device.ts';
import { fillIn, type EarlyAnswers } from '#lib/session/early-answers.ts';
import { findKept } from '#lib/session/find-kept.ts';
import {
	loadQuestionnaire,
	OWN,
	ownQuestionnaireOf,
	type LoadedQuestionnaire
} from '#lib/session/questionnaires.ts';
import { recall, remember } from '#lib/storage/remember.ts';
import type { Storage } from '#lib/storage/port.ts';

/** The id of an assessment that nobody has begun: it becomes real with its first change. */
const NOT_BEGUN = '';

/** Something a person did that can be taken back, and the change that does so. */
interface Undo {
	of: 'answer' | 'plan' | 'snapshot';
	change: Change;
}

/** The open assessment: what is stored of it, and whether it is stored. What follows from it is in `standing`. */
class Session {
	/** False until the device has been asked what it keeps and all texts are there. */
	isOpen = $state(false);
	/** True when texts of the questionnaire could not be loaded; `open` tries again. */
	lacksTexts = $state(false);
	/** The answer a person wanted to change, and the page they go back to from there. */
	returnFrom = $state.raw<{ indicatorId: string; href: string }>();
	/** What a person can take back, until the next change. */
	undo = $state.raw<Undo>();
	/** How the questionnaire of the page is called in the addresses. */
	address = '';
	#loaded = $state.raw<LoadedQuestionnaire>();
	#assessment = $state.raw<Assessment>();
	#autosave = $state.raw<Autosave>();
	#storage: Storage | undefined;
	#opening: Promise<void> | undefined;
	/** The write that began last. */
	#saving: Promise<void> | undefined;
	#asking: Promise<void> | undefined;
	/** A person asked for a new assessment, and there is none yet. */
	#isNewWanted = false;
	/** Whether the device has said what it keeps: from then on a change is stored as it is made. */
	#hasDevice = false;
	/** What was answered on the page before that. */
	#early: EarlyAnswers = new Map();
	/** Early answers of pages that were left; they are stored before anything is looked up. */
	#left: Promise<void> | undefined;
	/** The assessment that this tab was to open when the page turned to what it shows. */
	#wanted: string | undefined;
	/** Adds to an assessment the questions that it answers, as soon as their texts are there. */
	#copyQuestions: CopyQuestions = same;
	/** Counts how often the page turned to another assessment: what was asked for before that is out of date. */
	#turn = 0;

	get questionnaire() {
		return this.#prepared.questionnaire;
	}

	get text() {
		return this.#prepared.text;
	}

	/** What the chapters are called. */
	get chapterTexts() {
		return chapterTexts(this.questionnaire, this.text);
	}

	get assessment(): Assessment {
		if (this.#assessment === undefined) throw new Error('The session has no questionnaire yet');
		return this.#assessment;
	}

	/** Whether the assessment on the page has been begun, and so can be found on the start page. */
	get isBegun(): boolean {
		return this.assessment.id !== NOT_BEGUN;
	}

	get saveState(): SaveState {
		return this.#autosave?.state ?? { kind: 'nothing-yet' };
	}

	/** The day the person is in. */
	get today() {
		return today();
	}

	get #prepared(): LoadedQuestionnaire {
		if (this.#loaded === undefined) throw new Error('The session has no questionnaire yet');
		return this.#loaded;
	}

	/**
	 * Gives the page a questionnaire to show before the device has been asked. Does nothing once it is there; another
	 * one, or another assessment chosen for this tab, takes its place, and what was open before stays on the device.
	 */
	prepare(loaded: LoadedQuestionnaire): void {
		const { id } = loaded.questionnaire;
		const isThere = this.address === id;
		const wanted = recall('tab', 'open-assessment');
		if (isThere && wanted === this.#wanted) return;
		this.#leave();
		this.#wanted = wanted;
		// of those from files each assessment may have another one
		if (!isThere || id === OWN) this.#loaded = loaded;
		this.address = id;
		this.#copyQuestions = same;
		this.#assessment = notBegun(loaded.questionnaire);
		this.#hasDevice = false;
		this.isOpen = false;
		this.lacksTexts = false;
		this.undo = undefined;
	}

	/** Ends what was under way for the assessment on the page. What was answered there is stored all the same. */
	#leave(): void {
		this.#turn += 1;
		if (this.#early.size > 0) {
			const leaving = this.#storeLeft(this.questionnaire, this.#early, this.#isNewWanted, this.#wanted);
			this.#left = Promise.all([this.#left, leaving]).then(() => undefined);
			this.#early = new Map();
			this.#assessment = notBegun(this.questionnaire);
		}
		this.#isNewWanted = false;
	}

	/** Stores early answers in the assessment that they were meant for, which is no longer on the page. */
	async #storeLeft(
		questionnaire: Questionnaire,
		early: EarlyAnswers,
		isNew: boolean,
		wanted: string | undefined
	): Promise<void> {
		await this.#left;
		const [storage, autosave] = await this.#device();
		const kept = isNew ? undefined : await findKept(storage, wanted, questionnaire.id);
		const base = kept ?? { ...notBegun(questionnaire), id: newId(), assessedOn: today() };
		if (fillIn(base, early) === base) return;
		const changedAt = now();
		const change: Change = (assessment) => ({ ...fillIn(assessment, early), changedAt });
		await autosave.save(change(base), change);
	}

	/**
	 * Opens the assessment of this tab, or the one changed last, of the questionnaire that the page is about.
	 * Without any, the empty one stays on the page.
	 * What was answered before the device replied is taken over where the question is still open.
	 * Asked twice at a time, it opens once.
	 */
	open(language: string): Promise<void> {
		return (this.#opening ??= this.#openFrom(language).finally(() => (this.#opening = undefined)));
	}

	async #openFrom(language: string): Promise<void> {
		await this.asked();
		// what a person chose goes to the device before anything more is asked of a slow line
		await this.#saving;
		const { address } = this;
		// the line is gone, or the page is being left: what is on the page works, and is stored
		const hasTexts = await this.#loadTexts(language).catch(() => false);
		// the page may be about another assessment by now
		if (!this.#hasDevice || address !== this.address) return this.#openFrom(language);
		this.lacksTexts = !hasTexts;
		if (!hasTexts) return;
		this.isOpen = true;
		// the answers are kept without it, and the next page that opens tries again
		await this.#beginToCopy().catch(() => undefined);
	}

	/** From now on what is stored carries the questions it answers. */
	async #beginToCopy(): Promise<void> {
		const turn = this.#turn;
		const { copierOf } = await import('#lib/session/copied-questions.ts');
		const copyQuestions = await copierOf(this.#prepared);
		if (turn !== this.#turn) return;
		this.#copyQuestions = copyQuestions;
		if (this.isBegun && copyQuestions(this.assessment) !== this.assessment) this.resave();
	}

	/** Resolves when the page shows what the device keeps; the texts may still be on their way. */
	asked(): Promise<void> {
		return (this.#asking ??= this.#ask().finally(() => (this.#asking = undefined)));
	}

	async #ask(): Promise<void> {
		const turn = this.#turn;
		const [storage, autosave] = await this.#device();
		await this.#left;
		const { address } = this;
		const wanted = recall('tab', 'open-assessment');
		const isHere = this.#hasDevice && wanted === this.assessment.id;
		const kept =
			isHere || this.#isNewWanted
				? undefined
				: autosave.newestOf(address, await findKept(storage, wanted, address), wanted);
		if (isHere) await this.refresh();
		// the page may be about another assessment by now
		if (turn !== this.#turn || wanted !== recall('tab', 'open-assessment')) return this.#ask();
		if (!isHere && !this.#isNewWanted) this.#show(kept);
		this.#hasDevice = true;
		this.#beginWanted();
		const early = this.#early;
		this.#early = new Map();
		if (fillIn(this.assessment, early) !== this.assessment) this.change((before) => fillIn(before, early));
	}

	async #device(): Promise<[Storage, Autosave]> {
		const storage = (this.#storage = await deviceStorage());
		return [storage, (this.#autosave ??= new Autosave(storage, () => new Date()))];
	}

	/** Puts what was found on the page in place of what stood there: a deleted assessment must not return. */
	#show(kept: Assessment | undefined): void {
		this.undo = undefined;
		this.#assessment = { ...notBegun(this.questionnaire), assessedOn: today() };
		if (kept === undefined) return;
		this.#take(kept);
		this.#autosave?.found(new Date(kept.changedAt));
		this.#openHere(kept.id);
	}

	/** Puts what is kept on the page; a questionnaire from a file comes with it. */
	#take(kept: Assessment): void {
		this.#assessment = kept;
		this.#loaded = ownQuestionnaireOf(kept) ?? this.#loaded;
	}

	#openHere(id: string): void {
		remember('tab', 'open-assessment', id);
		this.#wanted = recall('tab', 'open-assessment');
	}

	async #loadTexts(language: string): Promise<boolean> {
		const loaded = await loadQuestionnaire(this.address, language);
		if (loaded?.questionnaire.id === this.address) this.#loaded = loaded;
		return true;
	}

	/**
	 * Begins a new assessment of the page's questionnaire; the one open before stays on the device. It waits for the
	 * device alone: what a person answers meanwhile belongs to the new one.
	 */
	async begin(): Promise<void> {
		// without its file there is nothing to begin with
		if (this.address === OWN) return;
		this.#leave();
		this.#isNewWanted = true;
		if (!this.#hasDevice) await this.asked();
		this.#beginWanted();
	}

	#beginWanted(): void {
		if (!this.#isNewWanted) return;
		this.#isNewWanted = false;
		this.#assessment = notBegun(this.questionnaire);
		this.change((assessment) => assessment);
	}

	/** What a person did here and the device has not stored yet. */
	get hasUnsaved(): boolean {
		return this.#early.size > 0 || this.#autosave?.hasUnsaved === true;
	}

	/** Resolves when the write that began last has ended, well or not. */
	async stored(): Promise<void> {
		await this.#saving;
	}

	/**
	 * Looks again at what is kept, since another tab may have changed it.
	 * @param id only if this is the assessment on the page
	 */
	async refresh(id?: string): Promise<void> {
		const before = this.#assessment;
		if (before === undefined || !this.isBegun || this.#autosave?.hasUnsaved) return;
		if (id !== undefined && id !== before.id) return;
		const kept = await this.#storage?.read(before.id).catch(() => undefined);
		// what a person did meanwhile is newer, and where they are is for this tab to know
		if (kept && this.#assessment === before) this.#take({ ...kept, place: before.place });
	}

	/** Changes one answer, shows it and starts to store it. */
	answer(indicatorId: string, change: AnswerChange): void {
		const seen = answerOf(this.assessment, indicatorId);
		const made = { ...change, changedAt: now() };
		if (this.#hasDevice) {
			const isAnew = made.level !== undefined || seen === undefined;
			this.change(
				(assessment) => recordAnswer(assessment, indicatorId, made, seen),
				isAnew ? indicatorId : undefined
			);
			return;
		}
		this.#assessment = recordAnswer(this.assessment, indicatorId, made);
		const { evidence } = answerOf(this.#assessment, indicatorId) ?? {};
		const before = this.#early.get(indicatorId);
		this.#early = new Map(this.#early).set(indicatorId, {
			...before,
			...made,
			...(evidence && { evidence })
		});
	}

	/** Takes an answer's choice back; evidence, note and the mark for review stay. `undo` can restore it. */
	clear(indicatorId: string): void {
		const { level, reason } = answerOf(this.assessment, indicatorId) ?? {};
		this.answer(indicatorId, { level: undefined, reason: undefined });
		// what is not stored yet, nobody has to restore
		if (!this.#hasDevice) return;
		this.undo = {
			of: 'answer',
			change: (assessment) => recordAnswer(assessment, indicatorId, { level, reason, changedAt: now() })
		};
	}

	/** Remembers the question a person is at, so that they find it again. */
	visit(indicatorId: string): void {
		if (!this.isOpen || !this.isBegun || this.assessment.place === indicatorId) return;
		this.#save((assessment) => ({ ...assessment, place: indicatorId }));
	}

	/**
	 * Changes the assessment, shows it and starts to store it in the same call. Only once the device was asked.
	 * A change that is stored late leaves what somebody else stored since.
	 * @param answered the indicator that is answered anew, if one is: what is written beside a level belongs to the
	 *   question as it was asked then
	 */
	change(change: Change, answered?: string): void {
		if (!this.#hasDevice) throw new Error('A change before the device was asked');
		this.undo = undefined;
		if (!this.isBegun) {
			const id = newId();
			this.#assessment = { ...this.assessment, id, assessedOn: today() };
			this.#openHere(id);
		}
		const changedAt = now();
		const seen = this.assessment;
		this.#save((kept) => {
			const changed = { ...change(kept), changedAt };
			return isAfter(kept.changedAt, changedAt) ? keepNewer(kept, changed, seen) : changed;
		}, answered);
	}

	/** Takes the last change back that offers it. */
	takeBack(): void {
		if (this.undo) this.change(this.undo.change);
	}

	/**
	 * Gives up an assessment that a person deletes: neither what could not be stored of it nor what the page shows must
	 * bring it back.
	 * @returns whether the page showed it
	 */
	forget(id: string): boolean {
		this.#autosave?.forget(id);
		if (this.#assessment?.id !== id) return false;
		this.#close();
		return true;
	}

	/** Tries again to store what could not be stored; also called when the page is hidden. */
	retrySave(): void {
		void this.#autosave?.saveAgain();
	}

	/** Stores the open assessment as it is, for example after it moved to another storage. */
	resave(): void {
		if (this.#hasDevice && this.isBegun) this.#save((assessment) => assessment);
	}

	/** Knows nothing any more, as when the page had just been loaded. For when everything is erased. */
	reset(): void {
		this.#early = new Map();
		this.#leave();
		this.#autosave?.forget();
		// what was asked of a locked device never comes back
		this.#asking = this.#opening = undefined;
		this.#close();
	}

	/** Shows nothing of an assessment any more; the next page asks the device. */
	#close(): void {
		// pages that are about to go still show the questionnaire
		this.#assessment = this.#loaded && notBegun(this.#loaded.questionnaire);
		this.#wanted = undefined;
		this.#copyQuestions = same;
		this.#hasDevice = this.isOpen = false;
		this.undo = this.returnFrom = undefined;
	}

	#save(change: Change, answered?: string): void {
		const copyQuestions = this.#copyQuestions;
		const whole: Change = (assessment) => copyQuestions(change(assessment), answered);
		const changed = whole(this.assessment);
		this.#assessment = changed;
		this.#saving = this.#autosave?.save(changed, whole);
	}
}

/** Until the texts are there nothing is copied. */
const same: CopyQuestions = (assessment) => assessment;

/** What the page shows before an assessment is begun. */
function notBegun(questionnaire: Questionnaire): Assessment {
	return startAssessment(questionnaire, { id: NOT_BEGUN, now: '', today: '1970-01-01' });
}

/** The one open assessment of this page. */
export const session = new Session();
