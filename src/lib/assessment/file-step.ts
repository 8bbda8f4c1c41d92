import type { QuestionnaireFile } from '#lib/questionnaire/questionnaire-file.ts';
import type { Problem } from '#lib/questionnaire/result.ts';

/** What a person compares of two assessments. */
export interface AssessmentFacts {
	label: string;
	/** ISO 8601 in UTC; empty when the file does not say. */
	changedAt: string;
	answers: number;
	/** Dated copies kept with it. */
	snapshots: number;
}

/** The questionnaire of an assessment in a file, as this site knows it. */
export interface AnsweredQuestionnaire {
	title: string;
	version: string;
	/** `here`: of this version; `other-version`: `versionHere` is another one; `own`: from a file; `unknown`: not here. */
	kind: 'here' | 'other-version' | 'own' | 'unknown';
	versionHere?: string;
}

/** An assessment in a file. */
export interface FoundAssessment {
	found: AssessmentFacts;
	questionnaire: AnsweredQuestionnaire;
	/** The same assessment as it is on this device. */
	here: AssessmentFacts | undefined;
	/** It was encrypted, and would lie here in clear. */
	losesPassphrase: boolean;
}

/** How far the opening of a file has come. Nothing is written before a person has chosen. */
export type FileStep =
	| { kind: 'reading' }
	| { kind: 'refused'; problems: readonly Problem[] }
	/** The passphrase is waited for; `isTrying`: one was given. */
	| { kind: 'sealed'; isWrong: boolean; isTrying: boolean }
	| ({ kind: 'assessment' } & FoundAssessment)
	| { kind: 'questionnaire'; file: QuestionnaireFile; questions: number }
	| { kind: 'added'; label: string }
	/** `copy`: what the copy of the one before is called. */
	| { kind: 'replaced'; label: string; copy: string }
	| { kind: 'failed' };
