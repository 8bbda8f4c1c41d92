import { version } from '$app/environment';
import { fileContentOf, writeJson } from '#lib/assessment/file-content.ts';
import type { Assessment } from '#lib/assessment/schema.ts';
import { downloadFile } from '#lib/export/download.ts';
import { assessmentFileName } from '#lib/export/file-name.ts';
import { saveFile } from '#lib/export/save-file.ts';
import { now, today } from '#lib/session/clock.ts';
import { copierOf } from '#lib/session/copied-questions.ts';
import { deviceStorage } from '#lib/session/device.ts';
import { lastFile } from '#lib/session/file-outcome.svelte.ts';
import { library } from '#lib/session/library.svelte.ts';
import { loadQuestionnaire, ownQuestionnaireOf } from '#lib/session/questionnaires.ts';
import { canOpen } from '#lib/session/read-file.ts';
import { session } from '#lib/session/session.svelte.ts';
import { recall } from '#lib/storage/remember.ts';
import type { SealingKey } from '#lib/storage/sealed.ts';

const APP = { name: 'child-safeguarding-self-assessment', version };
const TYPE = 'application/json';

/** Keeps the assessment that is open in this tab in a file, or says that there is none. */
export async function saveOpenAssessment(): Promise<void> {
	const open = await openAssessment();
	if (open === undefined) lastFile.outcome = { kind: 'nothing' };
	else await saveAssessmentFile(open);
}

/** The assessment on the page; on a page about none, the one this tab would open next. */
async function openAssessment(): Promise<Assessment | undefined> {
	const isOnPage = await session.asked().then(
		() => true,
		() => false
	);
	if (isOnPage) return session.isBegun ? session.assessment : undefined;
	const id = recall('tab', 'open-assessment');
	return id === undefined ? undefined : (await deviceStorage()).read(id);
}

/** Keeps an assessment of this device in a file, as it is now: another tab may have changed it since it was listed. */
export async function saveListedAssessment(listed: Assessment): Promise<void> {
	const isHere = session.hasUnsaved && session.assessment.id === listed.id;
	const kept = isHere ? session.assessment : await (await deviceStorage()).read(listed.id);
	await saveAssessmentFile(kept ?? listed);
}

/**
 * Keeps an assessment in a file of the documented format, on the device of the person, and says what became of it.
 * Where a passphrase is set the file is under it.
 */
export async function saveAssessmentFile(assessment: Assessment): Promise<void> {
	const name = assessmentFileName(today());
	const savedAt = now();
	const content = contentOf(assessment);
	const bytes = content.then((made) => made.bytes);
	const kept = async (isChecked: boolean): Promise<void> => {
		const { isOpenable } = await content;
		lastFile.outcome = { kind: isChecked ? 'checked' : 'downloaded', name, isOpenable };
		await noteFile(assessment.id, { savedAt, isChecked });
	};
	const download = async (): Promise<void> => {
		downloadFile(name, TYPE, await bytes);
		await kept(false);
	};
	try {
		const savedAs = await saveFile(name, TYPE, bytes);
		if (savedAs === 'failed') lastFile.outcome = { kind: 'failed', download: () => void download() };
		else if (savedAs !== 'cancelled') await kept(savedAs === 'checked');
	} catch {
		// there is no content: it could not be encrypted
		lastFile.outcome = { kind: 'failed' };
	}
}

/** The bytes of a file, and whether this tool would open it again: a person should know before they rely on it. */
async function contentOf(
	assessment: Assessment
): Promise<{ bytes: Uint8Array<ArrayBuffer>; isOpenable: boolean }> {
	const { locked, fileKey } = await deviceStorage();
	const content = fileContentOf(await withQuestions(assessment), APP);
	const clear = new TextEncoder().encode(writeJson(content));
	const isSealed = locked !== undefined || fileKey !== undefined;
	const bytes = isSealed
		? new TextEncoder().encode(await sealed(content, locked ? locked.key : fileKey))
		: clear;
	return { bytes, isOpenable: canOpen(bytes) && canOpen(clear) };
}

/** Once a passphrase is set, nothing is written in clear: without the key there is no file. */
async function sealed(content: object, key: SealingKey | undefined): Promise<string> {
	if (key === undefined) throw new Error('Locked');
	const { seal } = await import('#lib/storage/sealed.ts');
	return JSON.stringify(await seal(content, key));
}

/** The assessment with the questions that it answers, as far as their texts are here. */
async function withQuestions(assessment: Assessment): Promise<Assessment> {
	const loaded =
		ownQuestionnaireOf(assessment) ??
		(await loadQuestionnaire(assessment.questionnaire.id, document.documentElement.lang).catch(
			() => undefined
		));
	return loaded === undefined ? assessment : (await copierOf(loaded))(assessment);
}

/** Remembers when an assessment was last kept in a file. Its answers have not changed by that. */
async function noteFile(id: string, noted: NonNullable<Assessment['lastFile']>): Promise<void> {
	const storage = await deviceStorage();
	try {
		await storage.change(id, (kept) => {
			if (kept === undefined) throw new Error('A copy of another day, or deleted meanwhile');
			return { ...kept, lastFile: noted };
		});
	} catch {
		// the file is there all the same
		return;
	}
	await session.refresh(id);
	if (library.isRead) await library.read();
}
