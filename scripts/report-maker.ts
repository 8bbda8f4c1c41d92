import { withoutFileFacts } from '#lib/assessment/file-content.ts';
import { findGaps } from '#lib/assessment/gaps.ts';
import type { Assessment } from '#lib/assessment/schema.ts';
import { scoreAssessment } from '#lib/assessment/score.ts';
import { completeAssessment } from '#lib/assessment/start.ts';
import { missingCharacters, type MissingCharacter } from '#lib/export/pdf/missing-characters.ts';
import { renderPdf } from '#lib/export/pdf/render-pdf.ts';
import { DEFAULT_LANGUAGE, LANGUAGES } from '#lib/i18n/languages.ts';
import { draftPlan } from '#lib/plan/draft.ts';
import type { ReportSource } from '#lib/plan/report/source.ts';
import type { Result } from '#lib/questionnaire/result.ts';
import { composePaper } from '#lib/session/paper.ts';
import {
	loadQuestionnaire,
	ownQuestionnaireOf,
	type LoadedQuestionnaire
} from '#lib/session/questionnaires.ts';
import { readFile } from '#lib/session/read-file.ts';
import { findTakenIdIn } from '#lib/session/taken-id.ts';

// Makes papers from files as the site does, from the same pieces. Only Vite can load it: fonts, words and questionnaires
// are modules that its plugins make.

/** How a paper is wanted. */
export interface PaperOrder extends Pick<ReportSource, 'today' | 'options' | 'toolVersion'> {
	/** Of the texts; without it the one in which the site opens the questionnaire. */
	language?: string | undefined;
}

/** A paper, and the characters in it that no font has. */
export interface Paper {
	bytes: Uint8Array;
	missing: readonly MissingCharacter[];
}

function refuse(message: string, path = ''): Result<never> {
	return { ok: false, problems: [{ path, message }] };
}

/** The paper of the assessment in a file, or what is wrong with the file. */
export async function makePaper(file: Blob, order: PaperOrder): Promise<Result<Paper>> {
	const read = await readFile(file);
	if (!read.ok) return read;
	if (read.value.kind === 'sealed')
		return refuse(
			'This file is encrypted. Open it with node scripts/decrypt.mjs, and name the file that comes of it.'
		);
	if (read.value.kind === 'questionnaire')
		return refuse('This is a questionnaire. Name an assessment, a file that ends in .safeguarding.json.');
	const { today, options, toolVersion } = order;
	const assessment = completeAssessment(withoutFileFacts(read.value.assessment), {
		id: 'file',
		now: '',
		today
	});
	const loaded = await loadQuestions(assessment, order.language);
	if (!loaded.ok) return loaded;
	const { questionnaire, text } = loaded.value;
	const score = scoreAssessment(questionnaire, assessment);
	const gaps = findGaps(questionnaire, score);
	const plan = draftPlan(questionnaire, text, assessment, score, gaps);
	const report = await composePaper({
		questionnaire,
		text,
		assessment,
		score,
		gaps,
		plan,
		today,
		options,
		toolVersion
	});
	return {
		ok: true,
		value: { missing: await missingCharacters(report), bytes: await renderPdf(report) }
	};
}

/** The questionnaire that an assessment answers: its own one, or the one of the site as it is asked today. */
async function loadQuestions(
	assessment: Assessment,
	wanted: string | undefined
): Promise<Result<LoadedQuestionnaire>> {
	const taken = findTakenIdIn(assessment);
	if (taken !== undefined) return { ok: false, problems: [taken] };
	const { id } = assessment.questionnaire;
	const own = ownQuestionnaireOf(assessment);
	const all = own === undefined ? await loadInEachLanguage(id) : [own];
	const language = wanted ?? own?.text.language ?? DEFAULT_LANGUAGE.code;
	const found = all.find(({ text }) => text.language === language);
	if (found !== undefined) return { ok: true, value: found };
	if (all.length === 0)
		return refuse(
			`This assessment answers the questionnaire "${id}", which is not here. Use a version of the site that has it.`,
			'questionnaire.id'
		);
	const there = all.map(({ text }) => text.language).join(', ');
	return refuse(
		`The questions of this assessment are not available in "${language}". Choose one of: ${there}.`
	);
}

/** A questionnaire of the site in all languages in which both its texts and the words of the paper are there. */
async function loadInEachLanguage(id: string): Promise<LoadedQuestionnaire[]> {
	const asked = LANGUAGES.map(async ({ code }) => {
		const loaded = await loadQuestionnaire(id, code);
		// where a language is missing the texts come in English
		return loaded?.text.language === code ? [loaded] : [];
	});
	return (await Promise.all(asked)).flat();
}
