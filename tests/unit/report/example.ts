import type { Assessment } from '#lib/assessment/schema.ts';
import { findGaps } from '#lib/assessment/gaps.ts';
import { scoreAssessment } from '#lib/assessment/score.ts';
import { FULL_FORM, startAssessment } from '#lib/assessment/start.ts';
import { wordsFrom, type Catalogue } from '#lib/i18n/catalogue.ts';
import { formatFor } from '#lib/i18n/format.ts';
import paper from '#lib/i18n/messages/en.paper.json' with { type: 'json' };
import { draftPlan } from '#lib/plan/draft.ts';
import { composeReport } from '#lib/plan/report.ts';
import type { Report } from '#lib/plan/report/model.ts';
import type { ReportSource } from '#lib/plan/report/source.ts';
import { fillDeadlines } from '#lib/questionnaire/deadlines.ts';
import {
	questionnaireSchema,
	questionnaireTextSchema,
	type Questionnaire,
	type QuestionnaireText,
	type Source
} from '#lib/questionnaire/schema.ts';
import sources from '../../../questionnaires/sources.json' with { type: 'json' };
import icssStructure from '../../../questionnaires/icss/questionnaire.json' with { type: 'json' };
import icssText from '../../../questionnaires/icss/en.json' with { type: 'json' };
import deploymentStructure from '../../../questionnaires/deployment/questionnaire.json' with { type: 'json' };
import deploymentText from '../../../questionnaires/deployment/en.json' with { type: 'json' };
import peacekeepingStructure from '../../../questionnaires/peacekeeping/questionnaire.json' with { type: 'json' };
import peacekeepingText from '../../../questionnaires/peacekeeping/en.json' with { type: 'json' };

// Invented assessments for the report's tests. Nobody gave these answers.

export const icss: Questionnaire = questionnaireSchema.parse(icssStructure);
export const icssEnglish: QuestionnaireText = questionnaireTextSchema.parse(icssText);

/** The shipped questionnaires with gates and with stages, as a page has them: with their time limits filled in. */
export const deployment = shipped(deploymentStructure, deploymentText);
export const peacekeeping = shipped(peacekeepingStructure, peacekeepingText);

function shipped(
	structure: unknown,
	text: unknown
): { questionnaire: Questionnaire; text: QuestionnaireText } {
	return {
		questionnaire: questionnaireSchema.parse(structure),
		text: fillDeadlines(questionnaireTextSchema.parse(text))
	};
}

/** The same questionnaire with every critical indicator as a gate and a planned departure. */
export const gated: Questionnaire = {
	...icss,
	profile: [...icss.profile, { id: 'departure', kind: 'departure-date' }],
	standards: icss.standards.map((standard) => ({
		...standard,
		indicators: standard.indicators.map((indicator) =>
			indicator.weight === 'critical'
				? { ...indicator, gate: { minimum: 'in-place' }, due: 'D0' as const }
				: indicator
		)
	}))
};

/** An empty assessment of a questionnaire, made on 21 November 2026. */
export function emptyAssessment(questionnaire: Questionnaire = icss): Assessment {
	return {
		...startAssessment(questionnaire, {
			id: 'example',
			now: '2026-11-21T09:00:00Z',
			today: '2026-11-21',
			form: FULL_FORM
		}),
		label: 'Example Relief, Kisumu and Şanlıurfa offices'
	};
}

/**
 * An assessment in which the levels repeat in the order given; `undefined` leaves a question open. Every answer
 * has evidence, every second also in words.
 */
export function answeredAssessment(
	levels: readonly (string | undefined)[],
	questionnaire: Questionnaire = icss
): Assessment {
	const assessment = emptyAssessment(questionnaire);
	const indicators = questionnaire.standards.flatMap((standard) => standard.indicators);
	for (const [index, { id, evidence }] of indicators.entries()) {
		const level = levels[index % levels.length];
		if (level === undefined) continue;
		assessment.answers[id] = {
			level,
			...(level === 'not-applicable' && { reason: 'We have no such work.' }),
			evidence: {
				ticked: level === 'in-place' ? evidence.slice(0, 2) : [],
				text: index % 2 === 0 ? 'In the shared folder of the office in São Tomé' : ''
			},
			...(index % 5 === 0 && { note: 'Ask the new safeguarding lead in January.' })
		};
	}
	return assessment;
}

/** What a report of an assessment is made from, with score, gaps and plan worked out. */
export function reportSource(
	assessment: Assessment,
	{
		questionnaire = icss,
		text = icssEnglish,
		annex = true,
		notes = true
	}: Partial<{ questionnaire: Questionnaire; text: QuestionnaireText; annex: boolean; notes: boolean }> = {}
): ReportSource {
	const score = scoreAssessment(questionnaire, assessment);
	const gaps = findGaps(questionnaire, score);
	return {
		questionnaire,
		text,
		assessment,
		score,
		gaps,
		plan: draftPlan(questionnaire, text, assessment, score, gaps),
		today: '2026-11-21',
		words: wordsFrom(paper as Catalogue, 'en'),
		format: formatFor('en'),
		options: { annex, notes },
		sources: sources as Source[],
		toolVersion: '0.1.0'
	};
}

/** The report of an assessment. */
export function report(assessment: Assessment, options: Parameters<typeof reportSource>[1] = {}): Report {
	return composeReport(reportSource(assessment, options));
}
