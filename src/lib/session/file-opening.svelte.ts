import { countAnswersSince } from '#lib/assessment/answers-since.ts';
import { withoutFileFacts } from '#lib/assessment/file-content.ts';
import type { AnsweredQuestionnaire, AssessmentFacts, FileStep } from '#lib/assessment/file-step.ts';
import type { Assessment, AssessmentFile } from '#lib/assessment/schema.ts';
import { completeAssessment, startAssessment } from '#lib/assessment/start.ts';
import { indicatorsOf } from '#lib/questionnaire/indicators-of.ts';
import type { QuestionnaireFile } from '#lib/questionnaire/questionnaire-file.ts';
import type { Problem, Result } from '#lib/questionnaire/result.ts';
import { newId, now, today } from '#lib/session/clock.ts';
import { deviceStorage } from '#lib/session/device.ts';
import { library } from '#lib/session/library.svelte.ts';
import { openSealed, readFile, type FileContent } from '#lib/session/read-file.ts';
import { session } from '#lib/session/session.svelte.ts';
import { loadVersions } from '#lib/session/site-facts.ts';
import { findTakenId, findTakenIdIn } from '#lib/session/taken-id.ts';
import type { Sealed } from '#lib/storage/sealed.ts';

/** Ids as this tool makes them. Any other one from a file could stand for something else on the device. */
const OWN_ID = /^[0-9a-f]{24}$/;

/** Opens one file at a time: shows what it would do, does what a person chooses, and takes it back. */
class FileOpening {
	step = $state.raw<FileStep>();
	#sealed: Sealed | undefined;
	#file: AssessmentFile | undefined;
	#questionnaire: QuestionnaireFile | undefined;
	#language = '';
	/** Takes back what was done last. */
	#undo: (() => Promise<void>) | undefined;

	/** Reads a file and shows what is in it. */
	async choose(file: Blob, language: string): Promise<void> {
		this.close();
		this.#language = language;
		this.step = { kind: 'reading' };
		await this.#show(await readFile(file));
	}

	/** Forgets the file; nothing was done. */
	close(): void {
		this.step = this.#sealed = this.#file = this.#questionnaire = this.#undo = undefined;
	}

	/** Tries a passphrase on an encrypted file. */
	async unlock(phrase: string): Promise<void> {
		const sealed = this.#sealed;
		if (sealed === undefined) return;
		this.step = { kind: 'sealed', isWrong: false, isTrying: true };
		const opened = await openSealed(sealed, phrase);
		// another file may have been chosen meanwhile
		if (sealed !== this.#sealed) return;
		if (opened === undefined) this.step = { kind: 'sealed', isWrong: true, isTrying: false };
		else await this.#show(opened);
	}

	/** Adds the assessment of the file beside those that are here. */
	add(): Promise<void> {
		return this.#try(async (file) => {
			const { assessments, unreadable } = await (await deviceStorage()).list();
			const taken = [...assessments.map(({ id }) => id), ...unreadable.map(({ key }) => key)];
			const isFree = file.id !== undefined && OWN_ID.test(file.id) && !taken.includes(file.id);
			const added = await this.#put(isFree && file.id !== undefined ? file.id : newId(), file);
			this.#undo = () => library.remove(added);
			this.step = { kind: 'added', label: added.label };
		});
	}

	/**
	 * Puts the assessment of the file in place of the same one here, of which a copy stays.
	 * @param nameOf what the copy of the one with this name is called
	 */
	replace(nameOf: (label: string) => string): Promise<void> {
		return this.#try(async (file) => {
			const storage = await deviceStorage();
			const before = await storage.read(file.id ?? '');
			if (before === undefined) throw new Error('The assessment is gone');
			const copy = { ...before, id: newId(), label: nameOf(before.label) };
			await storage.change(copy.id, () => copy);
			const put = await this.#put(before.id, file, before);
			this.#undo = async () => {
				await storage.change(before.id, (kept) => sameOr(kept, put, before));
				if (isSame(await storage.read(copy.id), copy)) await storage.remove(copy.id);
			};
			this.step = { kind: 'replaced', label: before.label, copy: copy.label };
		});
	}

	/** Begins an assessment with the questionnaire of the file, and makes it the one that this tab opens next. */
	async begin(): Promise<boolean> {
		const file = this.#questionnaire;
		if (file === undefined) return false;
		const { language, questionnaire, text, sources } = file;
		const openedAt = now();
		const begun: Assessment = {
			...startAssessment(questionnaire, { id: newId(), now: openedAt, today: today() }),
			ownQuestionnaire: {
				openedAt,
				language,
				questionnaire,
				text,
				sources: [...sources]
			}
		};
		try {
			await (await deviceStorage()).change(begun.id, () => begun);
			library.choose(begun.id);
			this.close();
			return true;
		} catch {
			this.step = { kind: 'failed' };
			return false;
		}
	}

	/** Takes back what was done last with the file. */
	async undo(): Promise<void> {
		try {
			await this.#undo?.();
			this.close();
		} catch {
			this.step = { kind: 'failed' };
		}
		await this.#afterwards();
	}

	async #show(read: Result<FileContent>): Promise<void> {
		if (!read.ok) {
			this.step = { kind: 'refused', problems: read.problems };
			return;
		}
		const content = read.value;
		if (content.kind === 'sealed') await this.#showSealed(content.sealed);
		else if (content.kind === 'questionnaire') this.#showQuestionnaire(content.file);
		else await this.#showAssessment(content.assessment);
	}

	/** What was encrypted on this device needs no passphrase while the device is open. */
	async #showSealed(sealed: Sealed): Promise<void> {
		this.#sealed = sealed;
		const key = (await deviceStorage()).locked?.key;
		const isSame = key?.kdf.salt === sealed.kdf.salt && key.kdf.iterations === sealed.kdf.iterations;
		const opened = key && isSame ? await openSealed(sealed, key) : undefined;
		if (opened === undefined) this.step = { kind: 'sealed', isWrong: false, isTrying: false };
		else await this.#show(opened);
	}

	#showQuestionnaire(file: QuestionnaireFile): void {
		const { id, standards } = file.questionnaire;
		const taken = findTakenId(id);
		if (taken !== undefined) return this.#refuse(taken);
		this.#questionnaire = file;
		this.step = { kind: 'questionnaire', file, questions: indicatorsOf(standards).length };
	}

	#refuse(problem: Problem): void {
		this.step = { kind: 'refused', problems: [problem] };
	}

	async #showAssessment(file: AssessmentFile): Promise<void> {
		const taken = findTakenIdIn(file);
		if (taken !== undefined) return this.#refuse(taken);
		const device = await deviceStorage();
		const { assessments } = await device.list().catch(() => ({ assessments: [] }));
		const here = assessments.find(({ id }) => id === file.id);
		this.#file = file;
		this.step = {
			kind: 'assessment',
			found: factsOf(file),
			questionnaire: await this.#questionnaireOf(file),
			here: here && factsOf(here),
			losesPassphrase: this.#sealed !== undefined && device.keeping === 'device' && !device.locked
		};
	}

	async #questionnaireOf({
		questionnaire: { id, version },
		ownQuestionnaire: own
	}: AssessmentFile): Promise<AnsweredQuestionnaire> {
		if (own) return { version, title: own.text.title, kind: 'own' };
		const ofSite = (await loadVersions(this.#language)).find((each) => each.id === id);
		if (ofSite === undefined) return { version, title: id, kind: 'unknown' };
		const { title, version: versionHere } = ofSite;
		return { version, title, versionHere, kind: version === versionHere ? 'here' : 'other-version' };
	}

	/**
	 * Stores the assessment of a file under an id. It is in a file, as was just seen.
	 * @param before what it takes the place of; rejects when another tab has changed that meanwhile
	 */
	async #put(id: string, file: AssessmentFile, before?: Assessment): Promise<Assessment> {
		const moment = now();
		const whole = completeAssessment(withoutFileFacts(file), { id, now: moment, today: today() });
		const put = { ...withOwnSources(whole), id, lastFile: { savedAt: moment, isChecked: true } };
		await (await deviceStorage()).change(id, (kept) => sameOr(kept, before, put));
		return put;
	}

	async #try(act: (file: AssessmentFile) => Promise<void>): Promise<void> {
		if (this.#file === undefined) return;
		try {
			await act(this.#file);
		} catch {
			this.step = { kind: 'failed' };
		}
		await this.#afterwards();
	}

	async #afterwards(): Promise<void> {
		await library.read();
		await session.refresh();
	}
}

/** A questionnaire from a file has no source but those it brings. */
function withOwnSources(assessment: Assessment): Assessment {
	const { ownQuestionnaire: own } = assessment;
	return own === undefined
		? assessment
		: { ...assessment, ownQuestionnaire: { ...own, sources: own.sources ?? [] } };
}

function factsOf(file: AssessmentFile): AssessmentFacts {
	return {
		label: file.label ?? '',
		changedAt: file.changedAt ?? '',
		answers: countAnswersSince(file, undefined),
		snapshots: file.snapshots?.length ?? 0
	};
}

export const opening = new FileOpening();

/** What takes the place of an assessment; throws when that is no longer as it was expected. */
function sameOr(
	kept: Assessment | undefined,
	expected: Assessment | undefined,
	next: Assessment
): Assessment {
	if (!isSame(kept, expected)) throw new Error('Another tab has changed the assessment');
	return next;
}

function isSame(one: Assessment | undefined, other: Assessment | undefined): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
